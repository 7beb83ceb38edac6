/**
 * An error as logs may keep it: its name and the places it passed, never its message, which can carry
 * a person's data (a value that did not parse, a parameter of a query).
 */
export function traceOf(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, at: places.slice(0, 8).map((line) => line.trim()) };
}
