/** The protocol of passing a lead on and back, in sentences. */
import { fieldLabel } from '../../../shared/ui/fieldWords.ts';
import type { Part } from './part.ts';
import { Section } from './Section.tsx';

export function HandoffTerms({ definitions, telling, words, format, nameOf }: Part) {
  const { handoff } = definitions;
  const said = words.handoff;
  const stageOf = (stage: string) => definitions.stages.find(({ id }) => id === stage)?.label ?? stage;
  const fields = handoff.brief.required.map((field) => fieldLabel(field, definitions, telling.catalog));
  const { unreachable, snooze } = handoff;
  const number = format.number;
  return (
    <Section id="handoff" propose="reason" title={words.sections.handoff}>
      <ul class="terms">
        <li>
          {said.opens(stageOf(handoff.stage))}{' '}
          {handoff.acceptedStage === undefined ? null : said.accepted(stageOf(handoff.acceptedStage))}
        </li>
        {fields.length > 0 ? <li>{said.brief(format.list(fields))}</li> : null}
        <li>
          {said.reasons}
          <ul>
            {handoff.reasons.map((reason) => (
              <li key={reason.id}>
                {reason.label}: {said[reason.answer]}
                {reason.unreachable ? `, ${said.afterTries}` : null}
              </li>
            ))}
          </ul>
        </li>
        <li>
          {said.unreachable(
            number(unreachable.attempts),
            number(unreachable.dates),
            number(unreachable.channels),
            number(unreachable.withinDays),
          )}
        </li>
        <li>
          {said.contest(number(handoff.contestWithinDays))}{' '}
          {handoff.referee === undefined ? null : said.referee(nameOf(handoff.referee))}
        </li>
        {snooze.times > 0 ? (
          <li>
            {said.snooze(
              number(snooze.times),
              number(snooze.openDays),
              format.choice(snooze.reasons.map(({ label }) => label)),
            )}
          </li>
        ) : null}
        <li>{said.work(number(handoff.workWithinDays))}</li>
      </ul>
    </Section>
  );
}
