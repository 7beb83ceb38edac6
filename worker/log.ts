/**
 * What the worker writes down about itself: one line of JSON each, an event and ids, numbers and words of
 * ours. Never a name, an address, a text somebody typed, or an error's message, which may quote one.
 */

/** A `type`, so that a record with such values passes for it whatever else its maker knows of it. */
type Detail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export function logInfo(event: string, detail: Detail = {}): void {
  console.log(line('info', event, detail));
}

export function logError(event: string, detail: Detail = {}): void {
  console.error(line('error', event, detail));
}

function line(level: string, event: string, detail: Detail): string {
  return JSON.stringify({ level, event, ...detail });
}
