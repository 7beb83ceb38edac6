/** Every promise by level: who owes what, where, within which time, and what happens before and after. */
import { criterionWords } from '../../../shared/definitions/change/criterion.ts';
import { valueWords } from '../../../shared/definitions/change/telling.ts';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { Part } from './part.ts';
import { Scroll } from '../ui/Scroll.tsx';
import { Section } from './Section.tsx';

const LEVELS = ['account', 'segment', 'default'] as const;

export function PromisesTable(part: Part) {
  const { definitions, words } = part;
  const said = words.promises;
  const byLevel = LEVELS.map((level) => ({
    level,
    of: definitions.policies.filter((policy) => policy.level === level).toSorted((a, b) => a.order - b.order),
  })).filter(({ of }) => of.length > 0);
  return (
    <Section id="promises" propose="policy" title={words.sections.promises} about={said.about}>
      {byLevel.map(({ level, of }) => (
        <Scroll key={level} label={said.levels[level]}>
          <table>
            <caption>{said.levels[level]}</caption>
            <thead>
              <tr>
                <th scope="col">{said.promise}</th>
                <th scope="col">{said.party}</th>
                <th scope="col">{said.when}</th>
                <th scope="col">{said.target}</th>
                <th scope="col">{said.steps}</th>
              </tr>
            </thead>
            <tbody>
              {of.map((policy) => (
                <Promised key={policy.id} policy={policy} {...part} />
              ))}
            </tbody>
          </table>
        </Scroll>
      ))}
    </Section>
  );
}

function Promised({ policy, definitions, telling, words }: Part & { readonly policy: Policy }) {
  const said = words.promises;
  const steps = [
    ...policy.warn.map((step) => valueWords('warn', step, telling)),
    ...policy.escalate.map((step) => valueWords('escalate', step, telling)),
    ...(policy.pauses?.length ? [said.pauses] : []),
  ];
  const target = [
    policy.repeat ? valueWords('repeat', policy.repeat, telling) : null,
    valueWords('target', policy.target, telling),
  ].filter((one) => one !== null);
  return (
    <tr data-policy={policy.id}>
      <th scope="row">{policy.label}</th>
      <td>{said.parties[policy.party]}</td>
      <td>{policy.when ? criterionWords(policy.when, telling) : said.always}</td>
      <td>
        {target.join(' · ')}
        <br />
        <span class="soft">{definitions.calendars[policy.calendar]?.label ?? policy.calendar}</span>
      </td>
      <td class="soft">{steps.join('; ')}</td>
    </tr>
  );
}
