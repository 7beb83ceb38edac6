/** Where the leads behind each goal came from, opened by who wants to know. */
import type { GoalResult } from '../../../shared/target/goals.ts';
import { isMetric } from '../../../shared/target/metrics.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { percent } from '../ui/numbers.ts';
import { Table } from '../ui/Table.tsx';
import type { Shown } from './part.ts';

export function BySource({
  goals,
  version,
  words,
  metrics,
  money,
}: Shown & { readonly goals: readonly GoalResult[] }) {
  const { language, format } = useSession();
  const said = words.goals;
  const kept = goals.flatMap((goal) => (goal.kind === 'unknown_metric' ? [] : [goal]));
  const sources = [...new Set(kept.flatMap(({ bySource }) => bySource.map(({ source }) => source)))];
  if (sources.length === 0) return null;
  const { sources: known } = version.definitions;
  const labelOf = (source: string | null) =>
    source === null ? said.noSource : (known.find(({ id }) => id === source)?.label ?? source);
  const valueOf = (goal: (typeof kept)[number], source: string | null) => {
    switch (goal.kind) {
      case 'share': {
        const share = goal.bySource.find((one) => one.source === source)?.actual;
        return share && share.n > 0
          ? `${percent(language, share.share)} (${words.n(format.number(share.n))})`
          : null;
      }
      default: {
        const actual = goal.bySource.find((one) => one.source === source)?.actual;
        if (actual === undefined) return null;
        return goal.kind === 'money' ? money(actual) : format.number(actual);
      }
    }
  };
  return (
    <details class="by-source">
      <summary>{said.bySource}</summary>
      <Table
        label={said.bySource}
        columns={[
          said.source,
          ...kept.map(({ metric }) => ({ n: isMetric(metric) ? metrics[metric] : metric })),
        ]}
      >
        {sources.map((source) => (
          <tr key={source ?? ''} data-source={source ?? ''}>
            <th scope="row">{labelOf(source)}</th>
            {kept.map((goal) => {
              const value = valueOf(goal, source);
              return (
                <td key={goal.id} class="n" data-of={goal.id}>
                  {value === null ? (
                    '–'
                  ) : (
                    <a href={leadsBehind('goals', [[goal.id, 'source', source]], {})}>{value}</a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </Table>
    </details>
  );
}
