/**
 * What is kept of a lead for reports, by place instead of by name: half as long, and read in half the time.
 * Members and hand-offs are said once and pointed at from then on. A release that changes a place
 * empties the table: it is folded anew.
 */
import type {
  KeptAttempt,
  KeptClock,
  KeptFact,
  KeptHandoff,
  KeptLead,
  KeptState,
} from '../../../shared/target/keptLead.ts';
import type { ClockLeg } from '../../../shared/lead/state.ts';
import type { HandoffAnswer } from '../../../shared/sla/clockInput.ts';

/** Place of what was said before, or itself where it was not. */
type Ref = number | string | null;
type PackedLeg = [owner: Ref, from: number, to: number | null, dueAt: number | null];
type PackedClock = [
  kind: KeptClock['kind'],
  party: KeptClock['party'],
  handoff: Ref,
  step: number,
  of: number,
  policy: string,
  version: number,
  target: KeptClock['policy']['target'],
  calendar: string,
  status: KeptClock['status'],
  atRisk: boolean,
  startedAt: number | null,
  dueAt: number | null,
  endedAt: number | null,
  metBy: string | null,
  tookMs: number | null,
  legs: PackedLeg[],
  trial: boolean,
];
type PackedAttempt = [
  factIds: readonly string[],
  at: number,
  by: Ref,
  outcome: KeptAttempt['outcome'],
  evidence: KeptAttempt['evidence'],
  genuine: boolean,
];
type PackedAnswer = [factId: string, answer: HandoffAnswer['answer'], at: number, since: number, by: Ref];
type PackedHandoff = [
  id: Ref,
  openedAt: number,
  since: number,
  version: number,
  trial: boolean,
  accepted: boolean,
  closed: KeptHandoff['closed'],
  answers: PackedAnswer[],
  contests: KeptHandoff['contests'],
  answered: KeptHandoff['answered'],
];
type Said = Pick<KeptState, 'capturedAt' | 'source' | 'campaign' | 'segment' | 'backlog'>;
export type Packed = [
  people: readonly string[],
  said: [Said['capturedAt'], Said['source'], Said['campaign'], Said['segment'], Said['backlog']],
  owner: Ref,
  stage: string,
  mark: KeptState['stage']['mark'],
  entries: [stage: string, at: number][],
  handoffs: [id: string, openedAt: number, source: string | null][],
  clocks: PackedClock[],
  attempts: PackedAttempt[],
  facts: readonly KeptFact[],
  owners: [at: number, owner: Ref][],
  journey: PackedHandoff[],
  known: KeptLead['story']['profile']['known'],
];

/** @param people members its fold asked for */
export function packed({ state, story }: KeptLead, people: readonly string[]): Packed {
  const ids = state.handoffs.map(({ id }) => id);
  const person = (id: string | null) => refTo(people, id);
  const { capturedAt, source, campaign, segment, backlog } = state;
  return [
    people,
    [capturedAt, source, campaign, segment, backlog],
    person(state.owner?.id ?? null),
    state.stage.id,
    state.stage.mark,
    state.entries.map(({ stage, at }) => [stage, at]),
    state.handoffs.map((one) => [one.id, one.openedAt, one.source]),
    state.clocks.map(({ policy, ...clock }) => [
      clock.kind,
      clock.party,
      refTo(ids, clock.handoff),
      clock.step,
      clock.of,
      policy.id,
      policy.version,
      policy.target,
      policy.calendar,
      clock.status,
      clock.atRisk,
      clock.startedAt,
      clock.dueAt,
      clock.endedAt,
      clock.metBy,
      clock.tookMs,
      clock.legs.map(({ owner, from, to, dueAt }) => [person(owner), from, to, dueAt]),
      clock.trial,
    ]),
    state.attempts.map(({ factIds, at, by, outcome, evidence, genuine }) => {
      return [factIds, at, person(by), outcome, evidence, genuine];
    }),
    story.facts,
    story.owners.map(({ at, owner }) => [at, person(owner)]),
    story.journey.handoffs.map((one) => [
      refTo(ids, one.id),
      one.openedAt,
      one.since,
      one.version,
      one.trial,
      one.accepted,
      one.closed,
      one.answers.map(({ factId, answer, at, since, by }) => [factId, answer, at, since, person(by)]),
      one.contests,
      one.answered,
    ]),
    story.profile.known,
  ];
}

function refTo(said: readonly string[], id: string | null): Ref {
  const place = id === null ? -1 : said.indexOf(id);
  return place === -1 ? id : place;
}

export function unpacked(leadId: string, lead: Packed): KeptLead {
  const [people, said, owner, stage, mark, entries, handoffs, clocks, attempts, facts, ...rest] = lead;
  const [owners, journey, known] = rest;
  const [capturedAt, source, campaign, segment, backlog] = said;
  const person = (ref: Ref): string | null => (typeof ref === 'number' ? (people[ref] ?? null) : ref);
  const handoff = (ref: Ref): string | null => (typeof ref === 'number' ? (handoffs[ref]?.[0] ?? null) : ref);
  const somebody = (ref: Ref): string => person(ref) ?? '';
  const ownerId = person(owner);
  return {
    state: {
      leadId,
      capturedAt,
      source,
      campaign,
      segment,
      backlog,
      owner: ownerId === null ? null : { id: ownerId },
      stage: { id: stage, mark },
      entries: entries.map(([id, at]) => ({ stage: id, at })),
      handoffs: handoffs.map(([id, openedAt, from]) => ({ id, openedAt, source: from })),
      clocks: clocks.map((clock) => clockOf(clock, handoff, somebody)),
      attempts: attempts.map(([factIds, at, by, outcome, evidence, genuine]) => {
        return { factIds, at, by: somebody(by), outcome, evidence, genuine };
      }),
    },
    story: {
      facts,
      owners: owners.map(([at, id]) => ({ at, owner: person(id) })),
      journey: {
        handoffs: journey.map(
          ([id, openedAt, since, version, trial, accepted, closed, answers, contests, answered]) => ({
            id: handoff(id) ?? '',
            openedAt,
            since,
            version,
            trial,
            accepted,
            closed,
            answers: answers.map(([factId, answer, at, from, by]) => {
              return { factId, answer, at, since: from, by: somebody(by) };
            }),
            contests,
            answered,
          }),
        ),
      },
      profile: { known },
    },
  };
}

function clockOf(
  packedClock: PackedClock,
  handoff: (ref: Ref) => string | null,
  somebody: (ref: Ref) => string,
): KeptClock {
  const [kind, party, from, step, of, id, version, target, calendar, status, atRisk, ...times] = packedClock;
  const [startedAt, dueAt, endedAt, metBy, tookMs, legs, trial] = times;
  return {
    kind,
    party,
    handoff: handoff(from),
    step,
    of,
    policy: { id, version, target, calendar },
    status,
    atRisk,
    startedAt,
    dueAt,
    endedAt,
    metBy,
    tookMs,
    legs: legs.map(([owner, begun, to, due]): ClockLeg => {
      return { owner: somebody(owner), from: begun, to, dueAt: due };
    }),
    trial,
  };
}
