/** Meetings that talk the agreement over (TGT7): an agenda of what was proposed, and what was decided. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { memberAt } from '../../shared/lead/memberAt.ts';
import type {
  DecisionRequest,
  DecisionView,
  SessionKind,
  SessionRequest,
  SessionResponse,
  SessionsResponse,
  SessionView,
} from '../../shared/protocol/proposals.ts';
import { localDateOf } from '../../shared/sla/openTime.ts';
import { workspaceCalendarOf } from '../../shared/lead/versionAt.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { audit } from './audit.ts';
import { rowOf as proposalOf, viewOf as viewOfProposal } from './proposals.ts';
import * as schema from './schema.ts';
import type { Who, Work } from './work.ts';

const { sessions, decisions, proposals } = schema;
const UNKNOWN = failure('not-found', 'There is no such session.');
const MONTHS = { week: 0, month: 1, quarter: 3, year: 12 } as const;

/** Every open proposal comes on its agenda; one meeting of a kind at a time. */
export function openSession(
  work: Work,
  who: Who,
  { id, session }: { id: string; session: SessionRequest },
): Outcome<SessionResponse> {
  const open = work.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.kind, session.kind), isNull(sessions.closedAt)))
    .get();
  if (open) return failure('conflict', 'A meeting of this kind is open. Close it first.');
  work.db
    .insert(sessions)
    .values({ ...session, id, createdBy: who.memberId, createdAt: work.now, closedAt: null })
    .run();
  work.db
    .update(proposals)
    .set({ sessionId: id })
    .where(and(eq(proposals.status, 'open'), isNull(proposals.sessionId)))
    .run();
  audit(work, who, 'session.opened', id, { kind: session.kind });
  return readSession(work, who, { id });
}

export function listSessions(work: Work): Outcome<SessionsResponse> {
  const rows = work.db
    .select()
    .from(sessions)
    .orderBy(desc(sessions.heldOn), desc(sessions.createdAt))
    .limit(200)
    .all();
  const { meetEvery, reviewEvery } = work.ground.inForce(work.now).definitions;
  return done({
    sessions: rows,
    next: { session: nextOn(work, 'session', meetEvery), review: nextOn(work, 'review', reviewEvery) },
  });
}

/** So long after the last one held, by the agreement; without any, after the workspace began. */
function nextOn(work: Work, kind: SessionKind, every: keyof typeof MONTHS): string {
  const last = work.db
    .select({ heldOn: sessions.heldOn })
    .from(sessions)
    .where(eq(sessions.kind, kind))
    .orderBy(desc(sessions.heldOn))
    .limit(1)
    .get();
  const date = new Date(last?.heldOn ?? todayAt(work, work.ground.workspace()?.createdAt ?? work.now));
  if (every === 'week') date.setUTCDate(date.getUTCDate() + 7);
  else {
    const day = date.getUTCDate();
    date.setUTCMonth(date.getUTCMonth() + MONTHS[every]);
    // 31 January and a month is the end of February, not March.
    if (date.getUTCDate() !== day) date.setUTCDate(0);
  }
  return date.toISOString().slice(0, 10);
}

function todayAt(work: Work, at: number): string {
  return localDateOf(workspaceCalendarOf(work.ground.inForce(work.now)), at);
}

/** The agenda: most votes for first, then the oldest. */
export function readSession(work: Work, who: Who, { id }: { id: string }): Outcome<SessionResponse> {
  const session = sessionOf(work, id);
  if (!session) return UNKNOWN;
  const agenda = work.db
    .select()
    .from(proposals)
    .where(eq(proposals.sessionId, id))
    .orderBy(asc(proposals.seq))
    .all()
    .map((row) => viewOfProposal(work, who, row))
    .toSorted((a, b) => b.votes.for - b.votes.against - (a.votes.for - a.votes.against));
  const decided = work.db
    .select()
    .from(decisions)
    .where(eq(decisions.sessionId, id))
    .orderBy(asc(decisions.at), asc(decisions.id))
    .all();
  return done({ session, agenda, decisions: decided.map(viewOf) });
}

/** With an owner and a date; it settles the proposal it is about, unless that is put off. */
export function decide(
  work: Work,
  who: Who,
  { id, decisionId, decision }: { id: string; decisionId: string; decision: DecisionRequest },
): Outcome<DecisionView> {
  const session = sessionOf(work, id);
  if (!session) return UNKNOWN;
  if (session.closedAt !== null) return failure('conflict', 'This meeting is closed.');
  const { proposalId = null, text, outcome, owner, dueOn = null, referee = null } = decision;
  for (const [pointer, member] of [
    ['/owner', owner],
    ['/referee', referee],
  ] as const) {
    if (member !== null && memberAt(work.ground.room(), member, work.now)?.active !== true)
      return wrong(pointer, 'no active member has this id');
  }
  if (proposalId !== null) {
    const proposal = proposalOf(work, proposalId);
    if (!proposal) return wrong('/proposalId', 'there is no such proposal');
    if (proposal.status !== 'open') return failure('conflict', 'This proposal has been settled.');
    const settled = outcome === 'deferred' ? { sessionId: null } : { status: outcome, sessionId: id };
    work.db.update(proposals).set(settled).where(eq(proposals.id, proposalId)).run();
  }
  const row = {
    id: decisionId,
    sessionId: id,
    proposalId,
    text,
    outcome,
    owner,
    dueOn,
    referee,
    at: work.now,
  };
  work.db.insert(decisions).values(row).run();
  audit(work, who, 'decision.made', decisionId, { session: id, outcome });
  return done(viewOf(row));
}

const wrong = (pointer: string, detail: string) =>
  failure('invalid-body', 'This decision cannot be kept.', [{ pointer, detail }]);

/** What was not settled waits for the next one. */
export function closeSession(work: Work, who: Who, { id }: { id: string }): Outcome<SessionResponse> {
  const session = sessionOf(work, id);
  if (!session) return UNKNOWN;
  if (session.closedAt !== null) return failure('conflict', 'This meeting is closed.');
  work.db.update(sessions).set({ closedAt: work.now }).where(eq(sessions.id, id)).run();
  work.db
    .update(proposals)
    .set({ sessionId: null })
    .where(and(eq(proposals.sessionId, id), eq(proposals.status, 'open')))
    .run();
  audit(work, who, 'session.closed', id, { kind: session.kind });
  return readSession(work, who, { id });
}

function sessionOf(work: Work, id: string): SessionView | undefined {
  return work.db.select().from(sessions).where(eq(sessions.id, id)).get();
}

function viewOf({ sessionId: _, ...decision }: typeof decisions.$inferSelect): DecisionView {
  return decision;
}
