/** Leads as reports read them: as they were kept, and folded from their facts where that no longer holds (TGT4). */
import { and, asc, gt, lte, sql } from 'drizzle-orm';
import { readLead, stateOf } from '../../../shared/lead/fold.ts';
import { type KeptLead, keptLead } from '../../../shared/target/keptLead.ts';
import { type ReportLead, reportLead } from '../../../shared/target/report.ts';
import { factsOf, factsOfMany, plainFact, type StoredFact } from '../leads/facts.ts';
import { sinceHandOff } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import { generationOf } from '../sync/generations.ts';
import type { Work } from '../work.ts';
import type { KeptLot, KeptRow } from './reportCache.ts';
import { type Packed, unpacked } from './packedLead.ts';
import { SIZES } from './reportSizes.ts';
import { type Folded, keepManyForReports, movesOf, newestVersion } from './reportKept.ts';

/** Whole leads in one go: some 40 ms. */
const AT_ONCE = 400;

export interface Lot {
  readonly leads: readonly ReportLead[];
  /** Where the next lot begins; null when this was the last. */
  readonly after: string | null;
}

/** Whole leads, each folded: for what looks at more of a lead than is kept. */
export function lotAfter(work: Work, after: string, asOf: number): Lot {
  const ids = work.db
    .select({ id: schema.leads.id })
    .from(schema.leads)
    .where(gt(schema.leads.id, after))
    .orderBy(asc(schema.leads.id))
    .limit(AT_ONCE)
    .all()
    .map(({ id }) => id);
  const facts = factsOfMany(work, ids);
  const history = work.ground.history();
  const room = work.ground.room();
  const leads = ids.map((id) => reportLead(facts.get(id) ?? [], history, room, asOf));
  return { leads, after: ids.length < AT_ONCE ? null : (ids.at(-1) ?? null) };
}

/** A lead at the instant of a report. */
export interface LookedAt {
  readonly kept: KeptLead;
  /** Folds it: dear. */
  readonly whole: () => ReportLead;
}

/** By id: beyond `after`, up to and with `upTo`; null = to the end. */
interface Range {
  readonly after: string;
  readonly upTo: string | null;
}

export interface LotOfKept {
  readonly leads: readonly LookedAt[];
  /** Last lead of the lot where there may be more; null where there is none. */
  readonly last: string | null;
  /** 1 for a lead that was only read. */
  readonly cost: number;
  /** A lead in it has changed since that instant. */
  readonly movedOn: boolean;
}

/** Leads with an id in `(after, upTo]`: as many as are read in one go, fewer where they have to be folded. */
export function keptAfter(work: Work, { after, upTo }: Range, asOf: number): LotOfKept {
  const read = readKept(work, { after, upTo });
  const holds = holdsAt(work, asOf);
  const stale = read.rows.filter(({ kept }) => kept === null || !holds(kept));
  // As far as the first lead too many that would have to be folded.
  const tooMany = stale[SIZES.folded];
  const end = tooMany === undefined ? read.rows.length : read.rows.indexOf(tooMany);
  const lot = read.rows.slice(0, end);
  const some = stale.slice(0, SIZES.folded).map(({ id }) => id);
  const folded = foldAll(work, some, asOf);
  keepNewer(work, folded, lot);
  const last = lot.at(-1)?.id;
  if (tooMany !== undefined && last !== undefined)
    leaveLot(work, { ...read, after: last, rows: read.rows.slice(end) });
  const leads = lot.map(({ id, kept }): LookedAt => {
    const anew = folded.get(id);
    return {
      kept: anew ? keptLead(anew.lead, anew.state) : keptOf(kept),
      whole: () => reportLead(factsOf(work, id), work.ground.history(), work.ground.room(), asOf),
    };
  });
  return {
    leads,
    last: tooMany === undefined && read.isLast ? null : (last ?? null),
    cost: leads.length + folded.size * SIZES.foldCost,
    movedOn: lot.some(({ kept }) => kept !== null && kept.evaluatedAt > asOf),
  };
}

/** For whoever goes on from there: what was kept of others meanwhile changes nothing of these. */
function leaveLot(work: Work, lot: Omit<KeptLot, 'stirred'>): void {
  const cache = work.ground.reports();
  cache.keepLot({ ...lot, stirred: cache.stirred });
}

function keptOf(kept: KeptRow | null): KeptLead {
  if (kept === null) throw new Error('a lead nothing is kept of is folded');
  return kept.lead;
}

type KeptColumns = [
  id: string,
  evaluatedAt: number | null,
  validUntil: number | null,
  knownVersion: number,
  generation: number,
  roomSeq: number,
  body: string,
];

function readKept(work: Work, { after, upTo }: Range): Omit<KeptLot, 'stirred'> {
  const cache = work.ground.reports();
  const known = cache.lotOf(after, upTo);
  if (known) return known;
  const within = upTo === null ? sql`` : sql` and leads.id <= ${upTo}`;
  const found = work.db.values<KeptColumns>(
    sql`select leads.id, kept.evaluated_at, kept.valid_until, kept.known_version, kept.generation,
          kept.room_seq, kept.body
        from leads left join lead_reports kept on kept.lead_id = leads.id
        where leads.id > ${after}${within} order by leads.id limit ${SIZES.read}`,
  );
  const rows = found.map(([id, evaluatedAt, validUntil, knownVersion, generation, roomSeq, body]) => {
    if (evaluatedAt === null) return { id, kept: null };
    // Written by this worker, of this shape.
    const told = JSON.parse(body) as Packed;
    const [people] = told;
    const lead = unpacked(id, told);
    const kept = { id, evaluatedAt, validUntil, knownVersion, generation, roomSeq, people, lead };
    return { id, kept };
  });
  const lot = { after, upTo, isLast: rows.length < SIZES.read, rows };
  leaveLot(work, lot);
  return lot;
}

/** Whether what was kept is what a fold at `asOf` would say: nobody in it moved since, nothing else it stands on. */
function holdsAt(work: Work, asOf: number): (kept: KeptRow) => boolean {
  const version = newestVersion(work);
  const generation = generationOf(work);
  const moves = movesOf(work);
  const all = moves.get('') ?? 0;
  return (kept) =>
    kept.evaluatedAt <= asOf &&
    (kept.validUntil === null || asOf < kept.validUntil) &&
    kept.knownVersion === version &&
    kept.generation === generation &&
    kept.roomSeq >= all &&
    kept.people.every((id) => (moves.get(id) ?? 0) <= kept.roomSeq);
}

/** As of `asOf`, all under what holds now. */
export function foldAll(work: Work, ids: readonly string[], asOf: number): ReadonlyMap<string, Folded> {
  if (ids.length === 0) return new Map();
  const room = work.ground.room();
  const facts = factsOfMany(work, ids);
  return new Map(ids.map((id) => [id, foldOne(work, facts.get(id) ?? [], room, asOf)]));
}

function foldOne(
  work: Work,
  stored: readonly StoredFact[],
  room: ReturnType<Work['ground']['room']>,
  asOf: number,
): Folded {
  const facts = stored.map(plainFact);
  const lead = readLead(facts, sinceHandOff(work.ground.history(), facts, asOf), room, asOf);
  return { lead, state: stateOf(lead) };
}

/** What was folded is kept, but where something newer is. */
function keepNewer(work: Work, folded: ReadonlyMap<string, Folded>, lot: KeptLot['rows']): void {
  const newer = lot.flatMap(({ id, kept }) => {
    const anew = folded.get(id);
    return anew && (kept === null || kept.evaluatedAt <= anew.state.evaluatedAt) ? [anew] : [];
  });
  if (newer.length > 0) keepManyForReports(work, newer, 'known');
}

/**
 * Looks at leads whose kept state has run out, as the alarm does by and by; what reports see of most is
 * the same as before.
 * @returns whether there are more
 */
export function catchUp(work: Work, asOf: number): boolean {
  const { leadReports, leads } = schema;
  const due = work.db
    .select({ id: leadReports.leadId })
    .from(leadReports)
    .innerJoin(leads, sql`${leads.id} = ${leadReports.leadId}`)
    .where(and(lte(leadReports.validUntil, asOf), lte(leadReports.evaluatedAt, asOf)))
    .limit(SIZES.folded)
    .all();
  const folded = foldAll(
    work,
    due.map(({ id }) => id),
    asOf,
  );
  if (folded.size > 0) keepManyForReports(work, [...folded.values()], 'known');
  return due.length === SIZES.folded;
}
