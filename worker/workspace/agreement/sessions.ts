/** Meetings that talk the agreement over (TGT7): an agenda of what was proposed, and what was decided. */
import { and, asc, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type {
  DecisionRequest,
  DecisionView,
  SessionKind,
  SessionPatch,
  SessionRequest,
  SessionResponse,
  SessionsResponse,
  SessionView,
} from '../../../shared/protocol/proposals.ts';
import { localDateOf } from '../../../shared/sla/openTime.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { ReportRunning } from '../../../shared/protocol/reports.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { pointsFor, viewOfPoints } from './agendaPoints.ts';
import { audit } from '../people/audit.ts';
import { rowOf as proposalOf, viewOf as viewOfProposal } from './proposals.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';
import { refused, wrongAt } from '../../refused.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';

const { sessions, decisions, proposals } = schema;
const UNKNOWN = failure('not-found', 'There is no such session.');
const CLOSED = refused('conflict', 'meeting_closed');
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
  if (open) return refused('conflict', 'meeting_open');
  const { kind, heldOn, referee = null } = session;
  if (referee !== null && !isHere(work, referee)) return wrong('/referee', 'no_member');
  work.db
    .insert(sessions)
    .values({ id, kind, heldOn, referee, createdBy: who.memberId, createdAt: work.now, closedAt: null })
    .run();
  work.db
    .update(proposals)
    .set({ sessionId: id })
    .where(and(eq(proposals.status, 'open'), isNull(proposals.sessionId)))
    .run();
  work.isNews = true;
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
    sessions: rows.map(headOf),
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
  return nextOpen(work, date.toISOString().slice(0, 10));
}

/** Nobody meets on a Saturday or a holiday: the first date from this one on which the workspace is open. */
function nextOpen(work: Work, on: string): string {
  const { periods } = workspaceCalendarOf(work.ground.inForce(work.now));
  return periods.find((period) => period.on >= on)?.on ?? on;
}

function todayAt(work: Work, at: number): string {
  return localDateOf(workspaceCalendarOf(work.ground.inForce(work.now)), at);
}

/** The agenda: most votes for first, then the oldest. */
export function readSession(work: Work, who: Who, { id }: { id: string }): Outcome<SessionResponse> {
  const session = sessionOf(work, id);
  if (!session) return UNKNOWN;
  const decidedHere = work.db
    .select({ id: decisions.proposalId })
    .from(decisions)
    .where(eq(decisions.sessionId, id));
  const agenda = work.db
    .select()
    .from(proposals)
    .where(or(eq(proposals.sessionId, id), inArray(proposals.id, decidedHere)))
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
  const { points } = session;
  return done({
    session: headOf(session),
    agenda,
    points: points && viewOfPoints(work, who, points),
    decisions: decided,
  });
}

/** What nobody has to propose, as of now; nothing of a closed meeting changes any more. */
export function makeAgenda(
  work: Work,
  who: Who,
  { id }: { id: string },
): Outcome<SessionResponse | ReportRunning> {
  const session = sessionOf(work, id);
  if (!session) return UNKNOWN;
  if (session.closedAt !== null) return CLOSED;
  const points = pointsFor(work, who, session);
  if (!points.ok) return points;
  if ('total' in points.value) return done({ state: 'running', ...points.value });
  work.db.update(sessions).set({ points: points.value }).where(eq(sessions.id, id)).run();
  work.isNews = true;
  return readSession(work, who, { id });
}

/** Notes, who was there, who led it: while it is open. */
export function noteSession(
  work: Work,
  who: Who,
  { id, patch }: { id: string; patch: SessionPatch },
): Outcome<SessionResponse> {
  const session = sessionOf(work, id);
  if (!session) return UNKNOWN;
  if (session.closedAt !== null) return CLOSED;
  const { notes = session.notes, referee = session.referee, attendees = session.attendees } = patch;
  if (patch.referee && !isHere(work, patch.referee)) return wrong('/referee', 'no_member');
  const stranger = (patch.attendees ?? []).findIndex((member) => !isHere(work, member));
  if (stranger >= 0) return wrong(`/attendees/${stranger}`, 'no_member');
  work.db.update(sessions).set({ notes, referee, attendees }).where(eq(sessions.id, id)).run();
  work.isNews = true;
  return readSession(work, who, { id });
}

/** With an owner and a date; it settles the proposal it is about, unless that is put off. */
export function decide(
  work: Work,
  who: Who,
  { id, decisionId, decision }: { id: string; decisionId: string; decision: DecisionRequest },
): Outcome<DecisionView> {
  const session = sessionOf(work, id);
  if (!session) return UNKNOWN;
  if (session.closedAt !== null) return CLOSED;
  const { proposalId = null, item = null, text, outcome, owner, dueOn = null, referee = null } = decision;
  for (const [pointer, member] of [
    ['/owner', owner],
    ['/referee', referee],
  ] as const) {
    if (member !== null && !isHere(work, member)) return wrong(pointer, 'no_member');
  }
  if (proposalId !== null && item !== null) return wrong('/item', 'not_as_expected');
  if (proposalId !== null) {
    const proposal = proposalOf(work, proposalId);
    if (!proposal) return wrong('/proposalId', 'not_as_expected');
    if (proposal.status !== 'open') return refused('conflict', 'proposal_settled');
    const settled = outcome === 'deferred' ? { sessionId: null } : { status: outcome, sessionId: id };
    work.db.update(proposals).set(settled).where(eq(proposals.id, proposalId)).run();
  }
  const row = {
    id: decisionId,
    sessionId: id,
    proposalId,
    item,
    text,
    outcome,
    owner,
    dueOn,
    referee,
    at: work.now,
  };
  work.db.insert(decisions).values(row).run();
  audit(work, who, 'decision.made', decisionId, { session: id, outcome });
  work.isNews = true;
  return done(row);
}

const wrong = (pointer: string, why: PlainReason) => wrongAt('This cannot be written down.', pointer, why);

function isHere(work: Work, member: string): boolean {
  return memberAt(work.ground.room(), member, work.now)?.active === true;
}

/** What was not settled waits for the next one. */
export function closeSession(work: Work, who: Who, { id }: { id: string }): Outcome<SessionResponse> {
  const session = sessionOf(work, id);
  if (!session) return UNKNOWN;
  if (session.closedAt !== null) return CLOSED;
  work.db.update(sessions).set({ closedAt: work.now }).where(eq(sessions.id, id)).run();
  work.db
    .update(proposals)
    .set({ sessionId: null })
    .where(and(eq(proposals.sessionId, id), eq(proposals.status, 'open')))
    .run();
  work.isNews = true;
  audit(work, who, 'session.closed', id, { kind: session.kind });
  return readSession(work, who, { id });
}

type SessionRow = typeof sessions.$inferSelect;

function sessionOf(work: Work, id: string): SessionRow | undefined {
  return work.db.select().from(sessions).where(eq(sessions.id, id)).get();
}

function headOf({ points: _, attendees, ...session }: SessionRow): SessionView {
  return { ...session, attendees: [...(attendees ?? [])] };
}
