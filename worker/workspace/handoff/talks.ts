/**
 * What both sides said about hand-offs, latest first (HOF3, HOF5): read from the facts themselves, of
 * the leads one may see (ACC2). A hand-off stands where its latest word in the period stands, so that a
 * page can begin anywhere and none is told twice.
 */
import { and, desc, gte, lt, type SQL, sql } from 'drizzle-orm';
import * as z from 'zod';
import { contestUntil } from '../../../shared/handoff/contest.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { HandoffState } from '../../../shared/lead/state.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { startOfDate, endOfDate } from '../../../shared/target/period.ts';
import type { Talk, TalkLine, TalkShow, TalksQuery, TalksResponse } from '../../../shared/protocol/talks.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { filtersOf, inScope } from '../leads/leadList.ts';
import { LeadView } from '../leads/leadView.ts';
import type { LeadRow } from '../leads/leadRow.ts';
import { holderOf } from '../leads/merged.ts';
import { readPlace, writePlace } from '../place.ts';
import * as schema from '../schema.ts';
import { actsOn } from './talkActs.ts';
import type { Who, Work } from '../work.ts';

const MOST = 25;
/** Facts looked at in one answer, and at once. */
const LOOKS = 2_000;
const LOOK = 200;
/** Instant and number of the last fact looked at. */
const Place = z.tuple([z.int(), z.int()]);
type Place = z.infer<typeof Place>;

export function listTalks(work: Work, who: Who, query: TalksQuery): Outcome<TalksResponse> {
  const { cursor, limit = MOST } = query;
  let place = cursor === undefined ? null : readPlace(Place, cursor);
  if (place === undefined)
    return failure('bad-request', 'This cursor is none of this list. Leave it out to begin anew.');
  const talks: Talk[] = [];
  for (let looked = 0; looked < LOOKS; looked += LOOK) {
    const facts = factsBefore(work, query, place);
    const leads = leadsOf(work, who, query, facts);
    for (const { seq, at, leadId, handoff } of facts) {
      place = [at, seq];
      const row = leads.get(holderOf(work, leadId));
      const talk = row && talkOf(work, who, query, { row, seq, handoff });
      if (talk) talks.push(talk);
      if (talks.length === limit) return done({ talks, cursor: writePlace(place) });
    }
    if (facts.length < LOOK) return done({ talks, cursor: null });
  }
  return done({ talks, cursor: place && writePlace(place) });
}

/**
 * The words by which a hand-off has its place in each list, for the database and for the facts of one lead:
 * few of all, so that a page does not read every lead that was ever answered.
 */
const PLACED: Readonly<Record<TalkShow, { readonly sql: SQL; readonly isOne: (fact: Fact) => boolean }>> = {
  said: {
    sql: sql`(kind not in ('handoff.answered', 'handoff.corrected') or coalesce(body ->> 'comment', '') <> '')`,
    isOne: ({ kind, body }) =>
      (kind !== 'handoff.answered' && kind !== 'handoff.corrected') || (body.comment ?? '') !== '',
  },
  returned: {
    sql: sql`kind in ('handoff.answered', 'handoff.corrected') and body ->> 'answer' <> 'accepted'`,
    isOne: ({ kind, body }) =>
      (kind === 'handoff.answered' || kind === 'handoff.corrected') && body.answer !== 'accepted',
  },
  waiting: {
    sql: sql`kind = 'handoff.contested'`,
    isOne: ({ kind }) => kind === 'handoff.contested',
  },
};

interface Said {
  readonly seq: number;
  readonly at: number;
  readonly leadId: string;
  readonly handoff: string;
}

/** The next so many words said, latest first. */
function factsBefore(work: Work, query: TalksQuery, place: Place | null): readonly Said[] {
  const { facts, SAID } = schema;
  const { start, end } = periodOf(work, query);
  return work.db
    .select({
      seq: facts.seq,
      at: facts.at,
      leadId: facts.leadId,
      handoff: sql<string>`${facts.body} ->> 'handoff'`,
    })
    .from(facts)
    .where(
      and(
        sql`(${SAID})`,
        PLACED[query.show ?? 'said'].sql,
        gte(facts.at, start),
        lt(facts.at, end),
        place ? sql`(${facts.at}, ${facts.seq}) < (${place[0]}, ${place[1]})` : undefined,
      ),
    )
    .orderBy(desc(facts.at), desc(facts.seq))
    .limit(LOOK)
    .all();
}

function periodOf(work: Work, { from, to }: TalksQuery): { readonly start: number; readonly end: number } {
  const calendar = workspaceCalendarOf(work.ground.inForce(work.now));
  return {
    start: from === undefined ? 0 : startOfDate(calendar, from),
    end: Math.min(to === undefined ? Infinity : endOfDate(calendar, to), work.now + 1),
  };
}

/** Rows of those one may see and asked for, by id. */
function leadsOf(
  work: Work,
  who: Who,
  { owner, team, segment, source }: TalksQuery,
  facts: readonly Said[],
): ReadonlyMap<string, LeadRow> {
  const ids = [...new Set(facts.map(({ leadId }) => holderOf(work, leadId)))];
  const { leads } = schema;
  const among = sql`${leads.id} in (select value from json_each(${JSON.stringify(ids)}))`;
  const wanted = filtersOf(work, { owner, team, segment, source });
  const rows = work.db
    .select()
    .from(leads)
    .where(and(among, inScope(who), ...wanted))
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Undefined where another word is the latest of this hand-off, or it is not what was asked for. */
function talkOf(
  work: Work,
  who: Who,
  query: TalksQuery,
  { row, seq, handoff: id }: { readonly row: LeadRow; readonly seq: number; readonly handoff: string },
): Talk | undefined {
  const lead = new LeadView(work, row.id);
  const { start, end } = periodOf(work, query);
  const said = lead.stored.filter((fact) => handoffSaidOf(fact) === id && fact.at <= work.now);
  const { isOne } = PLACED[query.show ?? 'said'];
  const latest = said
    .filter((fact) => fact.at >= start && fact.at < end && isOne(fact))
    .toSorted((a, b) => b.at - a.at || b.seq - a.seq)[0];
  if (latest?.seq !== seq) return undefined;
  const lines = said.toSorted((a, b) => a.at - b.at || a.seq - b.seq).map(lineOf);
  const handoff = lead.state.handoffs.find((one) => one.id === id);
  if (!handoff || !isAsked(query, handoff, lines)) return undefined;
  const version = work.ground.inForce(work.now);
  const may = actsOn(work, who, version, lead, handoff);
  const { answer, contest } = handoff;
  return {
    handoff: id,
    openedAt: handoff.openedAt,
    lead: {
      id: row.id,
      revision: row.seq,
      name: row.name,
      company: row.company,
      owner: row.owner,
      source: row.source,
      campaign: row.campaign,
    },
    answer: answer?.answer ?? null,
    reason: answer?.reason ?? null,
    contest: contest === null ? null : (contest.decided ?? 'waiting'),
    contestUntil: may.includes('contest')
      ? contestUntil({
          handoff,
          withinDays: version.definitions.handoff.contestWithinDays,
          calendar: workspaceCalendarOf(version),
        })
      : null,
    said: lines,
    may,
  };
}

function isAsked({ show = 'said' }: TalksQuery, handoff: HandoffState, lines: readonly TalkLine[]): boolean {
  switch (show) {
    case 'said':
      return lines.some(({ kind, text }) => text !== null || kind === 'contested' || kind === 'decided');
    case 'returned':
      return handoff.answer !== null && handoff.answer.answer !== 'accepted';
    case 'waiting':
      return handoff.contest !== null && handoff.contest.decided === null;
  }
}

function handoffSaidOf(fact: Fact): string | null {
  switch (fact.kind) {
    case 'handoff.answered':
    case 'handoff.corrected':
    case 'handoff.contested':
    case 'handoff.decided':
    case 'handoff.commented':
      return fact.body.handoff;
    default:
      return null;
  }
}

const NOTHING = { text: null, answer: null, reason: null, outcome: null } as const;

function lineOf(fact: Fact): TalkLine {
  const head = { id: fact.id, by: fact.actor, at: fact.at, ...NOTHING };
  const textOf = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : text);
  switch (fact.kind) {
    case 'handoff.contested':
      return { ...head, kind: 'contested', text: textOf(fact.body.evidence) };
    case 'handoff.decided': {
      const { outcome, note } = fact.body;
      return { ...head, kind: 'decided', outcome, text: textOf(note) };
    }
    case 'handoff.commented':
      return { ...head, kind: 'commented', text: textOf(fact.body.text) };
    case 'handoff.answered':
    case 'handoff.corrected': {
      const { answer, reason = null, comment } = fact.body;
      const kind = fact.kind === 'handoff.answered' ? 'answered' : 'corrected';
      return { ...head, kind, answer, reason, text: textOf(comment) };
    }
    default:
      throw new Error(`${fact.kind} says nothing about a hand-off`);
  }
}
