/** How far the leads of the period came, and who answers for each stage. */
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Bar } from '../ui/Bar.tsx';
import { percent } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Scroll } from '../ui/Scroll.tsx';
import type { Part } from './part.ts';

export function FunnelPanel({ figures, version, scope, words }: Part) {
  const { language, format } = useSession();
  const said = words.funnel;
  const whole = figures.funnel?.leads ?? 0;
  return (
    <Panel class="wide-5" title={said.title} about={said.about}>
      <Scroll label={said.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{said.stage}</th>
              <th scope="col">{said.owner}</th>
              <th scope="col">
                <span class="unseen">{said.share}</span>
              </th>
              <th scope="col" class="n">
                {said.leads}
              </th>
              <th scope="col" class="n">
                {said.passes}
              </th>
            </tr>
          </thead>
          <tbody>
            {version.definitions.stages.map(({ id, label, short, owner }, place, stages) => {
              const row = figures.funnel?.stages.find(({ stage }) => stage === id);
              const reached = row?.reached ?? 0;
              const share = whole === 0 ? 0 : reached / whole;
              return (
                <tr key={id} data-stage={id}>
                  <th scope="row">
                    <abbr title={label}>{short}</abbr>
                  </th>
                  <td class="soft">{said.owners[owner]}</td>
                  <td class="meter">
                    <Bar share={share} />
                    <span class="unseen">{percent(language, share)}</span>
                  </td>
                  <td class="n">
                    <a href={leadsBehind('funnel', [['reached', 'all', null, id]], scope)}>
                      {format.number(reached)}
                    </a>
                  </td>
                  <td class="n">
                    {row?.passes && row.passes.n > 0 ? (
                      <a
                        title={words.n(format.number(row.passes.n))}
                        href={leadsBehind(
                          'funnel',
                          [['reached', 'all', null, stages[place + 1]?.id ?? id]],
                          scope,
                        )}
                      >
                        {percent(language, row.passes.share)}
                      </a>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}
