/** Each suggestion as a line and the numbers it rests on, in a sentence. */
import { criterionWords } from '../../../shared/definitions/change/criterion.ts';
import { tellingIn } from '../../../shared/definitions/change/telling.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { labelOf } from '../../../shared/definitions/propose/applied.ts';
import type { SeenRule } from '../../../shared/definitions/propose/rules.ts';
import type { Suggestion } from '../../../shared/definitions/propose/suggestion.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { FirstWeekWords } from '../../../shared/messages/firstWeek/words.ts';
import { criterionParts } from '../../../shared/target/evidence.ts';
import type { Share } from '../../../shared/target/share.ts';
import { duration, percent } from '../ui/numbers.ts';

export interface Speaker {
  readonly words: FirstWeekWords['proposal'];
  readonly messages: Catalog;
  readonly language: Language;
  readonly starter: Definitions;
  /** What the proposal says: it names every field and signal a suggestion does. */
  readonly proposed: Definitions;
  /** In force while the leads were gathered. */
  readonly current: Definitions;
}

export interface Why {
  readonly title: string;
  readonly why: string;
}

export function whyOf(suggestion: Suggestion, speaker: Speaker): Why {
  const { words, messages, language, starter } = speaker;
  const { format } = messages;
  const share = (one: Share) => shareWords(one, speaker);
  switch (suggestion.kind) {
    case 'rule': {
      const { rule } = suggestion;
      return {
        title: words.rule(nameOf(rule, speaker), format.signed(rule.points)),
        why: words.ruleWhy(share(rule.with), share(rule.without)),
      };
    }
    case 'criterion': {
      const part = criterionParts(starter)[suggestion.place];
      const label = part ? criterionWords(part, tellingIn(starter, language)) : '';
      return { title: words.criterion(label), why: words.criterionWhy(share(suggestion.met)) };
    }
    case 'threshold': {
      const { best, before } = suggestion;
      const whole = words.thresholdWhy(share(best.won), share(best.lost));
      const was = words.thresholdBefore(before.points, share(before.won), share(before.lost));
      return { title: words.threshold(best.points, before.points), why: `${whole} ${was}` };
    }
    case 'promise': {
      const { target, before, medianMs, kept } = suggestion.promised;
      return {
        title: words.promise(messages.target(target), messages.target(before)),
        why: words.promiseWhy(format.number(kept.n), duration(medianMs), share(kept)),
      };
    }
    case 'volume': {
      const { wanted } = suggestion;
      const money = new Intl.NumberFormat(language, {
        style: 'currency',
        currency: wanted.currency,
        maximumFractionDigits: 0,
      });
      return {
        title: format.plural(wanted.target, words.volume),
        why: words.volumeWhy({
          people: format.plural(wanted.people, words.people),
          quota: money.format(wanted.quota),
          deal: money.format(wanted.dealCents / 100),
          deals: format.number(wanted.deals),
          rate: share(wanted.closeRate),
        }),
      };
    }
  }
}

/** What the starter says already, with what the leads say of it. */
export function givenOf(rule: SeenRule, speaker: Speaker): Why {
  const { words, messages } = speaker;
  return {
    title: words.given(nameOf(rule, speaker), messages.format.signed(rule.given ?? 0)),
    why: words.ruleWhy(shareWords(rule.with, speaker), shareWords(rule.without, speaker)),
  };
}

function shareWords({ hits, n, share, low, high }: Share, { words, messages, language }: Speaker): string {
  const { number } = messages.format;
  const rounded = (value: number) => percent(language, Math.round(value * 100) / 100);
  return words.share(number(hits), number(n), rounded(share ?? 0), rounded(low), rounded(high));
}

/** Left out, its field may be known only to what is in force. */
function nameOf({ sign }: SeenRule, { words, proposed, current }: Speaker): string {
  if (sign.kind === 'freeMail') return words.freeMail;
  const isProposed =
    sign.kind === 'signal'
      ? proposed.signals.some(({ id }) => id === sign.signal)
      : proposed.fields.some(({ id }) => id === sign.field);
  return labelOf(isProposed ? proposed : current, sign);
}
