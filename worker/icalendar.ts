/** Lines of an iCalendar file (RFC 5545): values escaped, lines folded, instants in UTC. */

/** Octets of a line without its break; what follows continues on the next after a space. */
const LONGEST_LINE = 75;
const encoder = new TextEncoder();

/** A property whose value is text: whatever is in it stays in it. */
export function textLine(name: string, value: string): string {
  return `${name}:${value.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|[\r\n]/g, '\\n')}`;
}

/** `20270104T090000Z` */
export function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

export function icalendar(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Between characters, never within one. */
function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST_LINE) [text, octets] = [`${text}\r\n `, 1];
    text += character;
    octets += size;
  }
  return text;
}
