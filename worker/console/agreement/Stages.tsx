/** Each stage in sentences: who answers for it, how a lead enters, what it asks for. */
import { criterionWords } from '../../../shared/definitions/change/criterion.ts';
import type { Part } from './part.ts';
import { Section } from './Section.tsx';

export function Stages({ definitions, telling, words, format }: Part) {
  const said = words.stages;
  return (
    <Section id="stages" propose="stage" title={words.sections.stages} about={said.about}>
      <ol class="stages">
        {definitions.stages.map((stage) => (
          <li key={stage.id} data-stage={stage.id}>
            <h3>
              {stage.label} {stage.short === stage.label ? null : <small>{stage.short}</small>}
            </h3>
            <p>{stage.meaning}</p>
            <p>
              {said.owner[stage.owner]} {said.enter[stage.enter]}{' '}
              {stage.criteria ? said.when(criterionWords(stage.criteria, telling)) : null}{' '}
              {stage.fastTrack?.length
                ? said.fast(format.choice(stage.fastTrack.map(({ label }) => label)))
                : null}
            </p>
            <Examples title={said.examples} of={stage.examples} />
            <Examples title={said.not} of={stage.counterExamples} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Examples({ title, of }: { readonly title: string; readonly of: readonly string[] | undefined }) {
  if (!of?.length) return null;
  return (
    <p class="soft">
      {title}: {of.join(' · ')}
    </p>
  );
}
