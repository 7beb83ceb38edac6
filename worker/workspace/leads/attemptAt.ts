/** When it was done, believing a device's clock no further than the worker can know (ATT5). */
import type { Command } from '../../../shared/protocol/commands.ts';
import { DAY_MS } from '../../../shared/time.ts';

/** A scheduled send lies this far ahead at most. */
const FURTHEST_MS = 366 * DAY_MS;

/**
 * `(knownAt, now]`: after the last server time the device had been told, never after now. A stated
 * earlier time (ATT6) is not a clock reading and is bounded elsewhere; a scheduled send is the one
 * thing that may lie ahead.
 */
export function attemptAt(command: Command, now: number): number {
  if (command.kind === 'attempt.log') {
    const { evidence, scheduled } = command.body;
    if (evidence === 'declared') return Math.min(command.at, now);
    if (scheduled === true) return Math.min(Math.max(command.at, after(command, now)), now + FURTHEST_MS);
  }
  return Math.min(Math.max(command.at, after(command, now)), now);
}

function after({ knownAt }: Command, now: number): number {
  return knownAt === undefined ? -Infinity : Math.min(knownAt + 1, now);
}
