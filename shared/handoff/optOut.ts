/**
 * Which channels a lead does not want (HOF6): a refusal or an unsubscribe closes that channel, all of
 * them is a separate word, and a new consent opens again. An attempt made after counts for nothing.
 */
import type { Fact } from '../lead/facts.ts';
import { type Profile, profileOf } from '../lead/profile.ts';
import { turned } from '../lead/spans.ts';
import type { Attempt } from '../lead/state.ts';
import { CHANNELS, type Channel } from '../lead/vocabulary.ts';
import type { Span } from '../sla/clockInput.ts';

export interface OptOuts {
  /** What holds at the end: `all`, or channels in the order of the vocabulary. */
  readonly channels: readonly (Channel | 'all')[];
  /** When no channel was left to reach the lead. */
  readonly unreachable: readonly Span[];
  /** The attempts given, with those after an opt-out marked and no longer genuine. */
  readonly attempts: readonly Attempt[];
}

/** `channel` was closed (`out`) or opened again at `at`. */
interface Turn {
  readonly at: number;
  readonly channel: Channel | 'all';
  readonly out: boolean;
}

const NONE: readonly never[] = [];

export function optOutsOf(facts: readonly Fact[], attempts: readonly Attempt[]): OptOuts {
  const turns = turnsOf(facts, attempts);
  if (turns.length === 0) return { channels: NONE, unreachable: NONE, attempts };
  const channels = stateAfter(turns);
  return {
    channels: channels.size === CHANNELS.length ? ['all'] : CHANNELS.filter((name) => channels.has(name)),
    unreachable: unreachableSpans(facts, turns),
    attempts: attempts.map((attempt) => {
      const before = turns.filter(({ at }) => at < attempt.at);
      return stateAfter(before).has(attempt.channel)
        ? { ...attempt, afterOptOut: true, genuine: false }
        : attempt;
    }),
  };
}

/** Channels a lead is known by; meetings and others need one of these first. */
export function knownChannels(
  profile: Pick<Profile, 'emails' | 'phones' | 'externalIds'>,
): readonly Channel[] {
  const phone = profile.phones.length > 0;
  return CHANNELS.filter((channel) => {
    if (channel === 'email') return profile.emails.length > 0;
    if (channel === 'linkedin') return profile.externalIds.some(({ system }) => system === 'linkedin');
    return phone && (channel === 'call' || channel === 'whatsapp' || channel === 'sms');
  });
}

/** In the order in which they happened; a refusal said during a withdrawn attempt was never said. */
function turnsOf(facts: readonly Fact[], attempts: readonly Attempt[]): readonly Turn[] {
  const turns: Turn[] = [];
  for (const fact of facts) {
    if (fact.kind === 'lead.optedOut') turns.push({ at: fact.at, channel: fact.body.channel, out: true });
    if (fact.kind === 'lead.optedIn') turns.push({ at: fact.at, channel: fact.body.channel, out: false });
  }
  for (const { at, channel, outcome, withdrawn, refused } of attempts) {
    if (outcome === 'refused' && !withdrawn && !refused) turns.push({ at, channel, out: true });
  }
  // The sort is stable: facts keep their order, refusals come after them.
  return turns.length < 2 ? turns : turns.toSorted((a, b) => a.at - b.at);
}

function stateAfter(turns: readonly Turn[]): ReadonlySet<Channel> {
  const out = new Set<Channel>();
  for (const turn of turns) {
    for (const channel of turn.channel === 'all' ? CHANNELS : [turn.channel]) {
      if (turn.out) out.add(channel);
      else out.delete(channel);
    }
  }
  return out;
}

/** With no address known at all, only `all` leaves nothing to write to. */
function unreachableSpans(facts: readonly Fact[], turns: readonly Turn[]): readonly Span[] {
  const moments = [
    ...turns.map(({ at }) => at),
    ...facts.filter(({ kind }) => kind === 'lead.captured' || kind === 'lead.changed').map(({ at }) => at),
  ].toSorted((a, b) => a - b);
  let spans: readonly Span[] = [];
  for (const at of new Set(moments)) {
    const out = stateAfter(turns.filter((turn) => turn.at <= at));
    const known = knownChannels(profileOf(facts.filter((fact) => fact.at <= at)));
    const wanted = known.length === 0 ? CHANNELS : known;
    spans = turned(
      spans,
      at,
      wanted.every((channel) => out.has(channel)),
    );
  }
  return spans;
}
