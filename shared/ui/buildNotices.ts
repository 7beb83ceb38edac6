/** What stands in the way or waits, a line each: opted out, snoozed, returned, contested. */
import type { Definitions } from '../definitions/definitions.ts';
import type { LeadState } from '../lead/state.ts';
import { cardWords } from '../messages/card/index.ts';
import { inSentence } from '../messages/format.ts';
import type { CardView } from './cardView.ts';
import { firstName, memberName, type ViewContext } from './viewContext.ts';
import { onDate, whenShort, type When } from './when.ts';

export function buildNotices(
  { optedOut, snoozedUntil, handoffs }: LeadState,
  { room, language }: ViewContext,
  { definitions, when }: { definitions: Definitions | undefined; when: When },
): CardView['notices'] {
  const words = cardWords(language);
  const { channels, answers } = when.messages.words;
  const notices: { text: string; tone: 'late' | 'rest' }[] = [];
  const some = optedOut.flatMap((channel) => (channel === 'all' ? [] : [channels[channel]]));
  if (optedOut.includes('all')) notices.push({ text: words.optedOutOfAll, tone: 'late' });
  else if (some.length > 0)
    notices.push({ text: words.optedOut(when.messages.format.list(some)), tone: 'late' });
  if (snoozedUntil !== null)
    notices.push({ text: words.snoozed(whenShort(snoozedUntil, when)), tone: 'rest' });
  const last = handoffs.at(-1);
  if (last?.answer && last.answer.answer !== 'accepted') {
    const who = firstName(memberName(room, last.answer.by));
    const { answer, at, reason, returnOn } = last.answer;
    const label = definitions?.handoff.reasons.find(({ id }) => id === reason)?.label ?? reason;
    const told = words.returned(answers[answer], who, whenShort(at, when));
    const back = returnOn === null ? [] : [words.comesBack(onDate(returnOn, when))];
    const why = label === null ? told : `${told}: ${inSentence(label)}`;
    notices.push({ text: [why, ...back].join(' · '), tone: 'rest' });
  }
  if (last?.contest?.decided === null) notices.push({ text: words.contested, tone: 'rest' });
  return notices;
}
