/** The hand-off brief in words: what they did last, what to ask, what to do next (HOF1). */
import type { Definitions } from '../definitions/definitions.ts';
import { briefOf, type Brief } from '../handoff/brief.ts';
import type { ReadLead } from '../lead/fold.ts';
import type { LeadState } from '../lead/state.ts';
import { askOf } from './askOf.ts';
import { clockLabel } from './buildClock.ts';
import type { CardBrief } from './cardView.ts';
import { currentHandoff } from './attemptCount.ts';
import { fieldLabel } from './fieldWords.ts';
import { whenLong, whenShort, type When } from './when.ts';

/** Null once the hand-off is closed, or before there is one. Why and where from stand at the top of the card. */
export function buildBrief(
  state: LeadState,
  read: ReadLead,
  { definitions, when }: { definitions: Definitions; when: When },
): CardBrief | null {
  const brief = briefOf(state, read);
  if (brief === null || currentHandoff(state)?.closed !== null) return null;
  const { messages } = when;
  const clock = state.clocks.find(({ id }) => id === brief.next?.clock);
  return {
    signals: signalLines(brief.signals, when),
    missing: brief.missing.map(({ field }) => {
      const asked = definitions.fields.find(({ id, askedBySales }) => id === field && askedBySales);
      return {
        label: fieldLabel(field, definitions, messages),
        ask: asked ? askOf(asked, definitions, messages) : null,
      };
    }),
    next:
      clock && brief.next
        ? { label: clockLabel(clock, messages), when: dueWords(brief.next.dueAt, when) }
        : null,
  };
}

function dueWords(dueAt: number, when: When): string {
  const said = whenLong(dueAt, when);
  return dueAt < when.now ? when.messages.card.wasDue(said) : said;
}

/** Three looks at one page in a row are one line with the newest hour. */
function signalLines(signals: Brief['signals'], when: When): CardBrief['signals'] {
  const runs: { signal: string; label: string; at: number; times: number }[] = [];
  for (const { signal, label, at } of signals) {
    const last = runs.at(-1);
    if (last?.signal === signal) last.times += 1;
    else runs.push({ signal, label, at, times: 1 });
  }
  return runs.map(({ signal, label, at, times }) => ({
    id: `${signal}-${at}`,
    label: when.messages.criterion.signal(label, times),
    when: whenShort(at, when),
  }));
}
