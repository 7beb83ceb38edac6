/** The scoring table: groups with their bounds, every rule with its points, the bands. */
import { criterionWords } from '../../../shared/definitions/change/criterion.ts';
import { valueWords } from '../../../shared/definitions/change/telling.ts';
import type { EngagementRule, FitRule } from '../../../shared/definitions/scoring.ts';
import type { Part } from './part.ts';
import { Scroll } from '../ui/Scroll.tsx';
import { Section } from './Section.tsx';

export function ScoringTable(part: Part) {
  const { definitions, words, format } = part;
  const { scoring } = definitions;
  const said = words.scoring;
  const bands = [
    { kind: 'fit', title: said.fit, of: scoring.bands.fit },
    { kind: 'engagement', title: said.engagement, of: scoring.bands.engagement },
  ];
  const lowest = (kind: string) =>
    scoring.groups.reduce((sum, group) => (group.kind === kind ? sum + group.min : sum), 0);
  return (
    <Section
      id="scoring"
      propose="rule"
      title={words.sections.scoring}
      about={said.about(format.number(scoring.min), format.number(scoring.max))}
    >
      {scoring.groups.map((group) => (
        <Scroll key={group.id} label={group.label}>
          <table>
            <caption>{said.group(group.label, format.number(group.min), format.number(group.max))}</caption>
            <thead>
              <tr>
                <th scope="col">{said.rule}</th>
                <th scope="col">{said.how}</th>
                <th scope="col" class="n">
                  {said.points}
                </th>
              </tr>
            </thead>
            <tbody>
              {group.rules.map((rule) => (
                <tr key={rule.id} data-rule={rule.id}>
                  <th scope="row">{rule.label}</th>
                  <td class="soft">{'when' in rule ? fitWords(rule, part) : engagementWords(rule, part)}</td>
                  <td class="n">{format.signed(rule.points)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      ))}
      <h3>{said.bands}</h3>
      {bands.map(({ kind, title, of }) => (
        <p key={title}>
          {title}:{' '}
          {of
            .map(({ id, label, atLeast }, index) => {
              // One that nobody falls through begins wherever the one above it ends.
              const above = atLeast <= lowest(kind) ? of[index - 1] : undefined;
              const where = above
                ? said.below(format.number(above.atLeast))
                : said.from(format.number(atLeast));
              return `${id} ${label} (${where})`;
            })
            .join(' · ')}
        </p>
      ))}
    </Section>
  );
}

function fitWords({ when }: FitRule, { telling }: Part): string {
  return criterionWords(when, telling);
}

function engagementWords(rule: EngagementRule, { definitions, telling, words, format }: Part): string {
  const signal = definitions.signals.find(({ id }) => id === rule.signal)?.label ?? rule.signal;
  return [
    signal,
    words.scoring[rule.count],
    rule.withinDays === undefined ? null : words.scoring.within(format.number(rule.withinDays)),
    rule.limit ? valueWords('limit', rule.limit, telling) : null,
    rule.decay ? valueWords('decay', rule.decay, telling) : null,
  ]
    .filter((one) => one !== null)
    .join(' · ');
}
