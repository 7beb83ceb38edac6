/**
 * What changed in one object of a Salesforce org. First everything, oldest change first; then by `updated`
 * and `deleted`, from a little before what was covered. Whoever was away for longer than those go back is
 * read again from there by the stamp of the last change.
 */
import * as z from 'zod';
import { DAY_MS, MINUTE_MS } from '../../../shared/time.ts';
import type { Answer, Gone, Json, Line } from '../connector.ts';
import { API, inList, instant, instantLiteral, nextRows, type Row, select, site, text } from './rows.ts';

/** Their stamps are to the second and given before a transaction ends. */
const OVERLAP_MS = 2 * MINUTE_MS;
/** What was under way while all was read may have been stamped before. */
const LATE_MS = 15 * MINUTE_MS;
/** `updated` goes 30 days back; a day less, for clocks. */
const MOST_BACK_MS = 29 * DAY_MS;
/** Ids of one query: 18 letters each, in an address of 16 kB. */
const IDS_AT_ONCE = 200;

const Cursor = z.union([
  /** Reading all of it, by the stamp of the last change; `begun`: when that began. */
  z.strictObject({
    all: z.literal(true),
    begun: z.int(),
    from: z.int().nullable(),
    next: z.string().nullable(),
  }),
  /** `until` and `after`: in the middle of so many that they take several pages. */
  z.strictObject({ since: z.int(), until: z.int().nullable(), after: z.string().nullable() }),
]);
type Cursor = z.infer<typeof Cursor>;

export interface Asked {
  readonly object: string;
  readonly fields: readonly string[];
  /** Of all there is, only these, in SOQL. */
  readonly where?: string;
}
export interface Found {
  readonly rows: readonly Row[];
  readonly gone: readonly Gone[];
  readonly cursor: Json;
  readonly more: boolean;
}

export async function changesOf(line: Line, asked: Asked, kept: Json): Promise<Answer<Found>> {
  const cursor: Cursor = Cursor.safeParse(kept).data ?? {
    all: true,
    begun: line.now,
    from: null,
    next: null,
  };
  if ('all' in cursor) return everything(line, asked, cursor);
  if (cursor.since < line.now - MOST_BACK_MS)
    return everything(line, asked, { all: true, begun: line.now, from: cursor.since, next: null });
  return since(line, asked, cursor);
}

async function everything(
  line: Line,
  asked: Asked,
  cursor: Extract<Cursor, { all: true }>,
): Promise<Answer<Found>> {
  const page =
    cursor.next === null ? await oldestFirst(line, asked, cursor.from) : await nextRows(line, cursor.next);
  // The platform forgot where we were: from the last one seen.
  if (!page.ok && cursor.next !== null && (page.trouble === 'invalid' || page.trouble === 'missing'))
    return { ok: true, value: { rows: [], gone: [], cursor: { ...cursor, next: null }, more: true } };
  if (!page.ok) return page;
  const { rows, next } = page.value;
  if (next === null)
    return { ok: true, value: { rows, gone: [], cursor: sinceThen(cursor.begun - LATE_MS), more: false } };
  const last = rows.at(-1);
  const from = (last && instant(last, 'SystemModstamp')) ?? cursor.from;
  return { ok: true, value: { rows, gone: [], cursor: { ...cursor, from, next }, more: true } };
}

function oldestFirst(line: Line, { object, fields, where }: Asked, from: number | null) {
  const conditions = [
    ...(where === undefined ? [] : [where]),
    ...(from === null ? [] : [`SystemModstamp >= ${instantLiteral(from)}`]),
  ];
  const wanted = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')} `;
  return select(line, object, fields, `${wanted}ORDER BY SystemModstamp`);
}

const sinceThen = (at: number): Json => ({ since: at, until: null, after: null });

const Updated = z.object({ ids: z.array(z.string()), latestDateCovered: z.string() });

async function since(
  line: Line,
  asked: Asked,
  cursor: Extract<Cursor, { since: number }>,
): Promise<Answer<Found>> {
  const { object } = asked;
  // To the minute, as they drop the seconds.
  const until = cursor.until ?? Math.floor(line.now / MINUTE_MS) * MINUTE_MS;
  const from = Math.floor((cursor.since - OVERLAP_MS) / MINUTE_MS) * MINUTE_MS;
  if (from >= until)
    return { ok: true, value: { rows: [], gone: [], cursor: sinceThen(cursor.since), more: false } };
  const span = { start: instantLiteral(from), end: instantLiteral(until) };
  const updated = await line.send({
    method: 'GET',
    url: `${site(line)}${API}/sobjects/${object}/updated/`,
    query: span,
    reads: Updated,
  });
  // More ids than it tells at once, or too long ago for it.
  if (!updated.ok && updated.trouble === 'invalid')
    return everything(line, asked, { all: true, begun: line.now, from, next: null });
  if (!updated.ok) return updated;

  const ids = updated.value.ids.toSorted().filter((id) => cursor.after === null || id > cursor.after);
  const rows = await rowsOf(line, asked, ids.slice(0, IDS_AT_ONCE));
  if (!rows.ok) return rows;
  if (ids.length > IDS_AT_ONCE) {
    const after = ids[IDS_AT_ONCE - 1] ?? null;
    const next = { since: cursor.since, until, after };
    return { ok: true, value: { rows: rows.value, gone: [], cursor: next, more: true } };
  }
  const deleted = await goneBetween(line, object, span);
  if (!deleted.ok) return deleted;
  const covered = Math.min(
    instant(updated.value, 'latestDateCovered') ?? from,
    deleted.value.covered ?? from,
    until,
  );
  // Never backwards: a transaction of theirs may hold it back for hours.
  const next = sinceThen(Math.max(cursor.since, covered));
  return { ok: true, value: { rows: rows.value, gone: deleted.value.gone, cursor: next, more: false } };
}

export async function rowsOf(
  line: Line,
  { object, fields, where }: Asked,
  ids: readonly string[],
): Promise<Answer<readonly Row[]>> {
  if (ids.length === 0) return { ok: true, value: [] };
  const also = where === undefined ? '' : ` AND ${where}`;
  const page = await select(line, object, fields, `WHERE Id IN ${inList(ids)}${also}`);
  return page.ok ? { ok: true, value: page.value.rows } : page;
}

const Deleted = z.object({
  deletedRecords: z.array(z.object({ id: z.string() })),
  latestDateCovered: z.string(),
});

async function goneBetween(
  line: Line,
  object: string,
  span: Readonly<Record<string, string>>,
): Promise<Answer<{ gone: readonly Gone[]; covered: number | null }>> {
  const deleted = await line.send({
    method: 'GET',
    url: `${site(line)}${API}/sobjects/${object}/deleted/`,
    query: span,
    reads: Deleted,
  });
  if (!deleted.ok) return deleted;
  const gone: Gone[] = [];
  const ids = deleted.value.deletedRecords.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = await whyGone(line, object, ids.slice(at, at + IDS_AT_ONCE));
    if (!some.ok) return some;
    gone.push(...some.value);
  }
  return { ok: true, value: { gone, covered: instant(deleted.value, 'latestDateCovered') } };
}

/** Merged ones go on as the record that was kept. */
export async function whyGone(
  line: Line,
  object: string,
  ids: readonly string[],
): Promise<Answer<readonly Gone[]>> {
  if (ids.length === 0) return { ok: true, value: [] };
  const binned = await select(
    line,
    object,
    ['Id', 'MasterRecordId'],
    `WHERE IsDeleted = true AND Id IN ${inList(ids)}`,
    'queryAll',
  );
  if (!binned.ok && binned.trouble !== 'invalid') return binned;
  const rows = binned.ok ? binned.value.rows : [];
  const masters = new Map(rows.map((row) => [text(row, 'Id'), text(row, 'MasterRecordId')]));
  return {
    ok: true,
    value: ids.map((id) => {
      const master = masters.get(id) ?? null;
      const ref = { object, id };
      return master === null
        ? { kind: 'gone', ref, why: 'deleted' }
        : { kind: 'gone', ref, why: 'merged', into: { object, id: master } };
    }),
  };
}
