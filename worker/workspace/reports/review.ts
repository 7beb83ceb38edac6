/** The pack of a period (TGT7): how it went, what of the agreement changed, what is proposed and decided. */
import { and, count, desc, eq, gte, inArray, lte, or, sql } from 'drizzle-orm';
import type { ReportName, ReportRunning } from '../../../shared/protocol/reports.ts';
import type { ReviewQuery, ReviewResponse } from '../../../shared/protocol/review.ts';
import { done, type Outcome } from '../../outcome.ts';
import { goOn } from './reportPass.ts';
import { answerOf } from './reports.ts';
import { type Question, questionOf, scopeAt } from './reportQuestion.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

const PERFORMANCE: readonly ReportName[] = [
  'goals',
  'achieved',
  'worked',
  'compliance',
  'speed',
  'funnel',
  'quality',
  'dispositions',
  'recycled',
  'leaks',
  'capacity',
  'quota',
];

export function readReview(
  work: Work,
  who: Who,
  query: ReviewQuery,
): Outcome<ReviewResponse | ReportRunning> {
  const questions: Question[] = [];
  for (const name of PERFORMANCE) {
    const question = questionOf(work, who, name, query);
    if (!question.ok) return question;
    questions.push(question.value);
  }
  const [first] = questions;
  const run = goOn(work, questions);
  if (!run.finished) return done({ state: 'running', done: run.done, total: run.total });
  if (!first) throw new Error('a pack asks for reports');

  const answers = questions.map((question) => [question.name, answerOf(work, who, question, run)] as const);
  const { start, end } = scopeAt(work, { ...first, name: 'worked' }, run.asOf, () => true).window;
  const { from, to, version, trial } = first;
  return done({
    asOf: run.asOf,
    from,
    to,
    version,
    trial,
    performance: Object.fromEntries(answers.map(([name, { figures, rows }]) => [name, { figures, rows }])),
    changes: changesIn(work, start, end),
    proposals: proposalsIn(work, start, end),
    sessions: sessionsIn(work, from, to),
    decisions: decisionsIn(work, start, end, from),
  });
}

function changesIn(work: Work, start: number, end: number): ReviewResponse['changes'] {
  return work.ground
    .history()
    .filter(({ effectiveAt }) => effectiveAt >= start && effectiveAt < end)
    .map(({ version, effectiveAt, author, note, signed, signatures }) => ({
      version,
      effectiveAt,
      author,
      note,
      signed,
      signers: signatures.map(({ member }) => member),
    }));
}

function proposalsIn(work: Work, start: number, end: number): ReviewResponse['proposals'] {
  const { proposals, proposalVotes, decisions } = schema;
  const settled = work.db
    .select({ id: decisions.proposalId })
    .from(decisions)
    .where(and(gte(decisions.at, start), lte(decisions.at, end)));
  const rows = work.db
    .select()
    .from(proposals)
    .where(and(lte(proposals.at, end), or(eq(proposals.status, 'open'), inArray(proposals.id, settled))))
    .orderBy(desc(proposals.seq))
    .limit(MOST_LISTED)
    .all();
  const votes = work.db
    .select({ id: proposalVotes.proposalId, vote: proposalVotes.vote, n: sql<number>`count(*)` })
    .from(proposalVotes)
    .groupBy(proposalVotes.proposalId, proposalVotes.vote)
    .all();
  const votesOf = (id: string, vote: 'for' | 'against'): number =>
    votes.find((one) => one.id === id && one.vote === vote)?.n ?? 0;
  return rows
    .map(({ id, by, at, title, text, about, status }) => {
      const counted = { for: votesOf(id, 'for'), against: votesOf(id, 'against') };
      return { id, by, at, title, text, about, status, votes: counted };
    })
    .toSorted((a, b) => b.votes.for - a.votes.for);
}

const MOST_LISTED = 200;

function decisionsIn(work: Work, start: number, end: number, from: string): ReviewResponse['decisions'] {
  const { decisions } = schema;
  const inPeriod = and(gte(decisions.at, start), lte(decisions.at, end));
  const stillDue = and(lte(decisions.at, end), gte(decisions.dueOn, from));
  return work.db
    .select()
    .from(decisions)
    .where(or(inPeriod, stillDue))
    .orderBy(desc(decisions.at))
    .limit(MOST_LISTED)
    .all()
    .map(({ item: _, ...decision }) => decision);
}

function sessionsIn(work: Work, from: string, to: string): ReviewResponse['sessions'] {
  const { sessions, decisions } = schema;
  const taken = work.db
    .select({ id: decisions.sessionId, n: count() })
    .from(decisions)
    .groupBy(decisions.sessionId)
    .all();
  return work.db
    .select()
    .from(sessions)
    .where(and(gte(sessions.heldOn, from), lte(sessions.heldOn, to)))
    .orderBy(sessions.heldOn, sessions.createdAt)
    .all()
    .map(({ id, kind, heldOn, closedAt, referee, attendees }) => ({
      id,
      kind,
      heldOn,
      closedAt,
      referee,
      attendees: [...(attendees ?? [])],
      decisions: taken.find((one) => one.id === id)?.n ?? 0,
    }));
}
