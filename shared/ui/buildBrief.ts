/** The hand-off brief in words: what they did last, what to ask, what to do next (HOF1). */
import type { Definitions } from '../definitions/definitions.ts';
import { briefOf } from '../handoff/brief.ts';
import type { ReadLead } from '../lead/fold.ts';
import type { LeadState } from '../lead/state.ts';
import { cardWords } from '../messages/card/index.ts';
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
    signals: brief.signals.map(({ signal, label, at }) => ({
      id: `${signal}-${at}`,
      label,
      when: whenShort(at, when),
    })),
    missing: brief.missing.map(({ field }) => {
      const asked = definitions.fields.find(({ id, askedBySales }) => id === field && askedBySales);
      return {
        label: fieldLabel(field, definitions, messages),
        ask: asked ? askOf(asked, definitions, messages) : null,
      };
    }),
    next:
      clock && brief.next
        ? cardWords(messages.language).brief.step(
            clockLabel(clock, messages),
            brief.next.dueAt < when.now
              ? messages.card.wasDue(whenLong(brief.next.dueAt, when))
              : whenLong(brief.next.dueAt, when),
          )
        : null,
  };
}
