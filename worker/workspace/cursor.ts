/** A place in the workspace's counter, opaque to whoever holds it (SYN4). */
import * as z from 'zod';
import { readPlace, writePlace } from './place.ts';

const Cursor = z.strictObject({
  epoch: z.string(),
  /** What the member may see: another view starts over. */
  view: z.string(),
  /** Facts up to here are on the device. */
  base: z.int().min(0),
  /** Leads up to here were sent since; `base` again once nothing is left. */
  at: z.int().min(0),
  /** Inside one lead too long for a page: the last of its facts sent. */
  within: z.strictObject({ id: z.string(), seq: z.int() }).optional(),
  /** Departures up to here were told. */
  gone: z.int().min(0),
  /** Newest version sent, by its place in the counter, and the oldest, by its number. */
  versions: z.int().min(0),
  oldest: z.int().min(1).optional(),
  /** Newest room sent. */
  room: z.int().min(0),
});
export type Cursor = z.infer<typeof Cursor>;

export function writeCursor(cursor: Cursor): string {
  return writePlace(cursor);
}

/** Undefined when we did not write it. */
export function readCursor(text: string): Cursor | undefined {
  return readPlace(Cursor, text);
}
