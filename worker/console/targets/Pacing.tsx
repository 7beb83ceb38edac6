/** What was made against what is needed by then, over the open days of the goal's own period (TGT3). */
import { METRICS } from '../../../shared/target/metrics.ts';
import { useAddress } from '../address.ts';
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { Choice } from '../ui/Choice.tsx';
import { PaceChart } from '../ui/PaceChart.tsx';
import { Panel } from '../ui/Panel.tsx';
import { drawable } from './figures.ts';
import type { Drawn } from './part.ts';

export function Pacing({ figures, version, words, metrics, metric, money }: Drawn) {
  const { format } = useSession();
  const { set } = useAddress();
  const { pacing, days, pacingDates } = figures;
  const said = words.pacing;
  const choices = drawable(version.definitions);
  const hasGoal = choices.includes(metric);
  const isMoney = METRICS[metric] === 'money';
  const amount = isMoney ? money : format.number;
  const signed = (value: number) =>
    isMoney ? `${value < 0 ? '−' : '+'}${money(Math.abs(value))}` : format.signed(value);
  const title = said.title(metrics[metric]);
  const behind = pacing && hasGoal ? signed(pacing.actual - pacing.expected) : null;
  const label = said.now(amount(pacing?.actual ?? 0), behind);
  return (
    <Panel
      class="wide-7"
      title={title}
      about={`${label} · ${hasGoal ? said.about : said.noTarget}`}
      actions={
        choices.length < 2 ? null : (
          <Choice
            label={said.which}
            value={metric}
            options={choices.map((id) => ({ id, label: metrics[id] }))}
            onPick={(id) => set({ metric: id === choices[0] ? null : id })}
          />
        )
      }
    >
      <PaceChart
        label={`${title}: ${label}`}
        target={pacing && hasGoal ? pacing.target : null}
        projected={pacing?.projected ?? null}
        end={pacingDates.to}
        said={amount}
        heads={said}
        to={(on) => leadsBehind('pacing', [['on']], { ...pacingDates, to: on, metric })}
        {...{ days, format }}
      />
      {pacing && hasGoal ? <Left {...{ pacing, said, amount }} end={pacingDates.to} /> : null}
    </Panel>
  );
}

interface LeftProps {
  readonly pacing: NonNullable<Drawn['figures']['pacing']>;
  readonly said: Drawn['words']['pacing'];
  readonly amount: (value: number) => string;
  /** Last date of the period. */
  readonly end: string | undefined;
}

/** Where this pace ends, and what each open day that is left would have to bring; today counts as begun. */
function Left({ pacing, said, amount, end }: LeftProps) {
  const { format } = useSession();
  const days = pacing.openDays - pacing.elapsed;
  const wanting = pacing.target - pacing.actual;
  return (
    <>
      {days > 0 && pacing.projected !== null && end !== undefined ? (
        <p class="left" data-figure="projected">
          {said.ends(amount(pacing.projected), format.date(Date.parse(end), 0))}
        </p>
      ) : null}
      {wanting <= 0 ? <p class="left tone-ok">{said.met}</p> : null}
      {wanting > 0 && days > 0 ? (
        <p class="left">{said.left(amount(Math.ceil(wanting / days)), format.number(days))}</p>
      ) : null}
    </>
  );
}
