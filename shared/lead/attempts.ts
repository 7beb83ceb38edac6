/**
 * One real try counts once (ATT7): what several observers saw is folded into one attempt with the
 * earliest time, the richest outcome and the strongest evidence.
 */
import { MINUTE_MS } from '../time.ts';
import type { Fact, FactOf } from './facts.ts';
import { memberAt } from './memberAt.ts';
import type { Room } from './room.ts';
import type { Attempt } from './state.ts';
import { EVIDENCE, type Evidence, OUTCOMES, type Outcome } from './vocabulary.ts';

type Made = FactOf<'attempt.made'>;

/** Two observers of one try may be this far apart. */
export const SAME_TRY_MS = 5 * MINUTE_MS;

/** Attempts ascending by time, before anybody asked whether the lead had opted out (HOF6). */
export function foldAttempts(facts: readonly Fact[], room: Room): readonly Attempt[] {
  const withdrawn = new Set<string>();
  const refused = new Set<string>();
  const tries: Seen[] = [];
  for (const fact of facts) {
    if (fact.kind === 'attempt.withdrawn') withdrawn.add(fact.body.attempt);
    if (fact.kind === 'attempt.refused') refused.add(fact.body.attempt);
    if (fact.kind === 'attempt.made') {
      const same = tries.find((others) => isSameTry(others, fact, room));
      if (same === undefined) tries.push([fact]);
      else same.push(fact);
    }
  }
  return tries.map((seen) => attemptOf(seen, withdrawn, refused, room));
}

/** What observers made of one try, ascending. */
type Seen = [Made, ...Made[]];

/** `fact` comes after all of `seen`. */
function isSameTry(seen: Seen, fact: Made, room: Room): boolean {
  const { channel, messageHash } = fact.body;
  if (messageHash !== undefined && seen.some(({ body }) => body.messageHash === messageHash)) return true;
  return seen.every(
    (other) =>
      other.body.channel === channel &&
      fact.at - other.at <= SAME_TRY_MS &&
      other.observer !== fact.observer &&
      // Two mails are told apart by their hashes, two people by their names.
      (messageHash === undefined || other.body.messageHash === undefined) &&
      (other.actor === fact.actor || !isMember(room, other) || !isMember(room, fact)),
  );
}

function isMember(room: Room, { actor, at }: Made): boolean {
  return memberAt(room, actor, at) !== null;
}

/**
 * Withdrawing or refusing any fact of a try takes the whole try: whoever asks sees one line on the
 * screen and means it. Automatic as soon as one observer knows it was.
 */
function attemptOf(
  seen: Seen,
  withdrawn: ReadonlySet<string>,
  refused: ReadonlySet<string>,
  room: Room,
): Attempt {
  const [first] = seen;
  const maker = seen.find((fact) => isMember(room, fact)) ?? first;
  const fate = {
    automatic: seen.some(({ body }) => body.automatic === true),
    withdrawn: seen.some(({ id }) => withdrawn.has(id)),
    refused: seen.some(({ id }) => refused.has(id)),
  };
  return {
    id: first.id,
    factIds: seen.map(({ id }) => id),
    at: first.at,
    recordedAt: Math.min(...seen.map(({ recordedAt }) => recordedAt)),
    by: maker.actor,
    channel: first.body.channel,
    outcome: seen.map(({ body }) => body.outcome).reduce(richer),
    evidence: seen.map(({ body }) => body.evidence).reduce(stronger),
    ...fate,
    genuine:
      !fate.automatic &&
      !fate.withdrawn &&
      !fate.refused &&
      memberAt(room, maker.actor, first.at)?.side === 'sales',
    afterOptOut: false,
  };
}

/** Both lists are in order: outcomes from the poorest on, evidence from the strongest on. */
function richer(a: Outcome, b: Outcome): Outcome {
  return OUTCOMES.indexOf(b) > OUTCOMES.indexOf(a) ? b : a;
}

function stronger(a: Evidence, b: Evidence): Evidence {
  return EVIDENCE.indexOf(b) < EVIDENCE.indexOf(a) ? b : a;
}
