/**
 * Reading RD Station Marketing. Its lists say who there is and when they last converted, not what changed, and
 * every contact is a request of its own: so all are read once a day, and between that, every quarter of an hour,
 * those who converted since. Its webhooks tell of the others at once.
 */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { Answer, Change, Json, Line, Page } from '../connector.ts';
import { listed, listOfAll, PAGE } from './api.ts';
import { changesOf, isContact } from './records.ts';

const OVERLAP_MS = 5 * MINUTE_MS;
const LIST_EVERY_MS = 15 * MINUTE_MS;
const WHOLE_EVERY_MS = DAY_MS;
/** What somebody did before that has no weight any more when they are met the first time. */
const FIRST_EVENTS_MS = 90 * DAY_MS;
/** Contacts in one page of ours: as many as may go at once, and no more. */
const AT_ONCE = 20;

const Left = z.object({ id: z.string(), createdAt: z.int().nullable(), converted: z.boolean() });

/** `page`: of the list, to be asked for next; 0: the pass is over. `since`: null in a pass of them all. */
const Cursor = z.object({
  list: z.int(),
  page: z.int(),
  left: z.array(Left),
  begun: z.int(),
  since: z.int().nullable(),
  whole: z.int(),
});
type Cursor = z.infer<typeof Cursor>;

export async function readPage(line: Line, kept: Json, mapping: ConnectionMapping): Promise<Answer<Page>> {
  const begun = await begin(line, Cursor.safeParse(kept).data);
  if (!begun.ok) return begun;
  const cursor = begun.value;
  const filled = cursor.left.length > 0 || cursor.page === 0 ? begun : await fill(line, cursor);
  if (!filled.ok) return filled;
  const { left } = filled.value;
  const changes: Change[] = [];
  let done = 0;
  for (const one of left.slice(0, AT_ONCE)) {
    const some = await changesOf(line, one, mapping);
    // Gone since it was listed; or what there is of it comes with the next page.
    if (some.ok) changes.push(...some.value);
    else if (some.trouble !== 'missing') {
      if (done === 0) return some;
      break;
    }
    done += 1;
  }
  const next: Cursor = { ...filled.value, left: left.slice(done) };
  const more = next.left.length > 0 || next.page > 0;
  return { ok: true, value: { changes, cursor: next, more } };
}

/** A pass that is over is followed by the next, when it is time. */
async function begin(line: Line, known: Cursor | undefined): Promise<Answer<Cursor>> {
  if (known && (known.page > 0 || known.left.length > 0)) return { ok: true, value: known };
  if (known && line.now < known.begun + LIST_EVERY_MS) return { ok: true, value: known };
  const list = known ? { ok: true as const, value: known.list } : await listOfAll(line);
  if (!list.ok) return list;
  const isWhole = known === undefined || line.now >= known.whole + WHOLE_EVERY_MS;
  return {
    ok: true,
    value: {
      list: list.value,
      page: 1,
      left: [],
      begun: line.now,
      since: isWhole ? null : known.begun - OVERLAP_MS,
      whole: isWhole ? line.now : known.whole,
    },
  };
}

async function fill(line: Line, cursor: Cursor): Promise<Answer<Cursor>> {
  const { list, page, since } = cursor;
  const found = await listed(line, list, page);
  if (!found.ok) return found;
  const from = since ?? line.now - FIRST_EVENTS_MS;
  const left = found.value
    .filter(({ id }) => isContact(id))
    .map(({ id, createdAt, convertedAt }) => ({ id, createdAt, converted: (convertedAt ?? 0) >= from }))
    .filter(({ createdAt, converted }) => since === null || converted || (createdAt ?? 0) >= since);
  return { ok: true, value: { ...cursor, page: found.value.length < PAGE ? 0 : page + 1, left } };
}

export async function readSome(
  line: Line,
  ids: readonly string[],
  mapping: ConnectionMapping,
): Promise<Answer<readonly Change[]>> {
  const changes: Change[] = [];
  for (const id of ids) {
    const some = isContact(id)
      ? await changesOf(line, { id, createdAt: null, converted: true }, mapping)
      : undefined;
    if (some?.ok) changes.push(...some.value);
    else if (some && some.trouble !== 'missing') return some;
    else changes.push({ kind: 'gone', ref: { object: 'contact', id }, why: 'deleted' });
  }
  return { ok: true, value: changes };
}
