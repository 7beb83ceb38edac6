/** The only thing the socket ever says: the workspace moved past this head (SYN5); and how both faces keep that line. */
import * as z from 'zod';
import { MINUTE_MS, SECOND_MS } from '../time.ts';

export const Poke = z.object({ head: z.int() });
export type Poke = z.infer<typeof Poke>;

/** A service worker sleeps after 30 s without traffic, and a line that died says nothing. */
export const PING_MS = 20 * SECOND_MS;
/** Not even an answer to a ping for so long: it is dead. */
export const SILENCE_MS = 50 * SECOND_MS;

const FIRST_WAIT_MS = 2 * SECOND_MS;
const LONGEST_WAIT_MS = 2 * MINUTE_MS;

/** How long after the last of some failures in a row it is tried again, ms. @param chance from 0 to 1, so that not all come at once */
export function waitAfter(failures: number, chance: number): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10));
  return wait * (0.5 + chance / 2);
}

/** Anything else the line says, as the answer to a ping, is passed over. */
export function isPoke(data: unknown): boolean {
  if (typeof data !== 'string' || !data.startsWith('{')) return false;
  try {
    return Poke.safeParse(JSON.parse(data)).success;
  } catch {
    return false;
  }
}
