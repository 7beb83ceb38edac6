/** Segments, personas, exclusions and routes: each with what it asks for. */
import { criterionWords } from '../../../shared/definitions/change/criterion.ts';
import type { Part } from './part.ts';
import { Section } from './Section.tsx';

export function WhoTerms({ definitions, telling, words, teamOf, nameOf }: Part) {
  const said = words.who;
  const lists = [
    { title: said.segments, of: definitions.segments },
    { title: said.personas, of: definitions.personas },
    { title: said.exclusions, of: definitions.exclusions },
  ].filter(({ of }) => of.length > 0);
  return (
    <Section id="who" title={words.sections.who}>
      {lists.map(({ title, of }) => (
        <div key={title}>
          <h3>{title}</h3>
          <ul class="terms">
            {of.map(({ id, label, when }) => (
              <li key={id}>{said.is(label, criterionWords(when, telling))}</li>
            ))}
          </ul>
        </div>
      ))}
      {definitions.routes.length > 0 ? (
        <>
          <h3>{said.routes}</h3>
          <ol class="terms">
            {definitions.routes
              .toSorted((a, b) => a.order - b.order)
              .map(({ id, when, member, team }) => (
                <li key={id}>
                  {said.goesTo(
                    member === undefined ? teamOf(team) : said.firstThen(nameOf(member), teamOf(team)),
                    when ? criterionWords(when, telling) : null,
                  )}
                </li>
              ))}
          </ol>
        </>
      ) : null}
    </Section>
  );
}
