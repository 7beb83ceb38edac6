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
  const withdrawn: string[] = [];
  const refused: string[] = [];
  const tries: Seen[] = [];
  for (const fact of facts) {
    if (fact.kind === 'attempt.withdrawn') withdrawn.push(fact.body.attempt);
    if (fact.kind === 'attempt.refused') refused.push(fact.body.attempt);
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
  withdrawn: readonly string[],
  refused: readonly string[],
  room: Room,
): Attempt {
  const [first] = seen;
  const by = (seen.length === 1 ? first : (seen.find((fact) => isMember(room, fact)) ?? first)).actor;
  const factIds: string[] = [];
  let { recordedAt } = first;
  let { outcome, evidence } = first.body;
  let automatic = false;
  let isWithdrawn = false;
  let isRefused = false;
  for (const { id, recordedAt: storedAt, body } of seen) {
    factIds.push(id);
    recordedAt = Math.min(recordedAt, storedAt);
    outcome = richer(outcome, body.outcome);
    evidence = stronger(evidence, body.evidence);
    automatic ||= body.automatic === true;
    isWithdrawn ||= withdrawn.includes(id);
    isRefused ||= refused.includes(id);
  }
  const stands = !automatic && !isWithdrawn && !isRefused;
  return {
    id: first.id,
    factIds,
    at: first.at,
    recordedAt,
    by,
    channel: first.body.channel,
    outcome,
    evidence,
    automatic,
    withdrawn: isWithdrawn,
    refused: isRefused,
    genuine: stands && memberAt(room, by, first.at)?.side === 'sales',
    afterOptOut: false,
  };
}

/** Both lists are in order: outcomes from the poorest on, evidence from the strongest on. */
function richer(a: Outcome, b: Outcome): Outcome {
  if (a === b) return a;
  return OUTCOMES.indexOf(b) > OUTCOMES.indexOf(a) ? b : a;
}

function stronger(a: Evidence, b: Evidence): Evidence {
  if (a === b) return a;
  return EVIDENCE.indexOf(b) < EVIDENCE.indexOf(a) ? b : a;
}
