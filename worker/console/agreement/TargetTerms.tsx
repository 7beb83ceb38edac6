/** What each side aims at, and how often both teams look at it together. */
import { isMetric, METRICS } from '../../../shared/target/metrics.ts';
import type { Part } from './part.ts';
import { moneyIn } from '../ui/money.ts';
import { Scroll } from '../ui/Scroll.tsx';
import { Section } from './Section.tsx';

export function TargetTerms({ definitions, words, format }: Part) {
  const said = words.targets;
  const { goals, quotas, currency, meetEvery, reviewEvery } = definitions;
  const inMoney = moneyIn(format.language, currency);
  const money = (amount: number) => inMoney(amount * 100);
  const targetOf = (metric: string, target: number) => {
    const kind = isMetric(metric) ? METRICS[metric] : 'count';
    if (kind === 'share') return `${format.number(target)} %`;
    return kind === 'money' ? money(target) : format.number(target);
  };
  return (
    <Section id="targets" propose="goal" title={words.sections.targets}>
      {goals.length === 0 ? (
        <p class="soft">{said.none}</p>
      ) : (
        <Scroll label={words.sections.targets}>
          <table>
            <thead>
              <tr>
                <th scope="col">{said.goal}</th>
                <th scope="col">{said.side}</th>
                <th scope="col" class="n">
                  {said.target}
                </th>
              </tr>
            </thead>
            <tbody>
              {goals.map(({ id, side, metric, target, period }) => (
                <tr key={id} data-goal={id}>
                  <th scope="row">{isMetric(metric) ? said.metrics[metric] : metric}</th>
                  <td>{words.promises.parties[side]}</td>
                  <td class="n">
                    {targetOf(metric, target)} {said.per[period]}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {quotas.map(({ segment, perRepMonth }) => (
        <p key={segment}>
          {said.quotas(
            definitions.segments.find(({ id }) => id === segment)?.label ?? segment,
            money(perRepMonth),
          )}
        </p>
      ))}
      <p>
        {said.meets[meetEvery]} {said.reviews[reviewEvery]}
      </p>
    </Section>
  );
}
