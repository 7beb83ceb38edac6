/** What a version of the agreement changed: both teams' figures before and after, with how sure one can be. */
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { agreementWords } from '../../../shared/messages/consoleAgreement/index.ts';
import type { LoopWords } from '../../../shared/messages/consoleLoop/index.ts';
import { EffectFigures, EffectRows } from '../../../shared/protocol/loopRows.ts';
import type { ReportResponse } from '../../../shared/protocol/reports.ts';
import { DAY_MS, type Interval } from '../../../shared/time.ts';
import { useAddress } from '../address.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { leadsBehind, type Scope } from '../api/reports.ts';
import { versions } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Chart } from '../ui/Chart.tsx';
import { Choice } from '../ui/Choice.tsx';
import { offsetMsAt } from '../ui/dates.ts';
import { Failed } from '../ui/Failed.tsx';
import { percent } from '../ui/numbers.ts';
import { Panel } from '../ui/Panel.tsx';
import { Table } from '../ui/Table.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import type * as Marks from '../ui/plot.ts';
import { Side, type Told } from './EffectSide.tsx';
import { ExportButton } from './ExportButton.tsx';
import { drawIntervals } from './intervals.ts';
import { effectOf } from './resources.ts';

interface Props {
  readonly version: Version;
  readonly scope: Scope;
  readonly words: LoopWords;
}

export function EffectPanel({ version, scope, words }: Props) {
  const { format } = useSession();
  const { query, set } = useAddress();
  const said = words.effect;
  const heads = useQuery(versions).value?.versions;
  const now = Date.now();
  // The first has nothing before it, and one for later has nothing after it.
  const compared = (heads ?? []).slice(0, -1).filter(({ effectiveAt }) => effectiveAt < now);
  const asked = compared.find((head) => String(head.version) === query['version']) ?? compared[0];
  const calendar = workspaceCalendarOf(version);
  const dateOf = (at: number) => format.date(at, offsetMsAt(calendar, at), true);
  const timeOf = (at: number) =>
    `${format.date(at, offsetMsAt(calendar, at))} ${format.time(at, offsetMsAt(calendar, at))}`;
  return (
    <Panel
      class="wide effect"
      title={said.title}
      about={said.about}
      actions={
        asked ? (
          <>
            <Choice
              label={said.version}
              value={String(asked.version)}
              options={compared.map((head) => ({
                id: String(head.version),
                label: said.option(head.version, dateOf(head.effectiveAt)),
              }))}
              onPick={(next) => set({ version: next === String(compared[0]?.version) ? null : next })}
            />
            <ExportButton
              report="effect"
              scope={{ ...aboutOf(scope), version: String(asked.version) }}
              title={said.title}
              words={words}
            />
          </>
        ) : null
      }
    >
      {asked ? (
        <Compared
          number={asked.version}
          scope={scope}
          words={words}
          currency={version.definitions.currency}
          {...{ dateOf, timeOf }}
        />
      ) : heads === undefined ? null : (
        <div class="empty">
          <h3>{said.first.title}</h3>
          <p>{said.first.text}</p>
        </div>
      )}
    </Panel>
  );
}

/** Dates are the version's own. */
function aboutOf({ team, owner, segment, source }: Scope): Scope {
  return { team, owner, segment, source };
}

interface ComparedProps {
  readonly number: number;
  readonly scope: Scope;
  readonly words: LoopWords;
  readonly currency: string;
  readonly dateOf: (at: number) => string;
  readonly timeOf: (at: number) => string;
}

function Compared(props: ComparedProps) {
  const { words } = useSession();
  const read = useKeptQuery(effectOf(props.number, props.scope));
  if (read.value) return <Shown {...props} answer={read.value} />;
  return read.failure ? (
    <Failed failure={read.failure} words={words} onRetry={read.reload} />
  ) : (
    <Skeleton words={words} lines={6} progress={read.progress} />
  );
}

function Shown({
  answer,
  number,
  scope,
  words,
  currency,
  dateOf,
  timeOf,
}: ComparedProps & { readonly answer: ReportResponse }) {
  const { language, format } = useSession();
  const said = words.effect;
  const named = agreementWords(language).targets.metrics;
  const rows = EffectRows.safeParse(answer.rows).data ?? [];
  const windows = EffectFigures.safeParse(answer.figures).data;
  const sized = rows.filter(({ before, after }) => before.n + after.n > 0);
  const drawn = sized.flatMap(({ metric, before, after }) =>
    before.share && after.share && before.n > 0 && after.n > 0
      ? [
          { name: named[metric], share: before.share, isBefore: true },
          { name: named[metric], share: after.share, isBefore: undefined },
        ]
      : [],
  );
  const stretch = ({ start, end }: Interval) =>
    end - start < 2 * DAY_MS ? `${timeOf(start)} – ${timeOf(end)}` : `${dateOf(start)} – ${dateOf(end - 1)}`;
  const told: Told = { format, words, currency, language };
  const to = (metric: string, side: string) =>
    leadsBehind('effect', [[metric, side]], { ...aboutOf(scope), version: String(number) });
  const draw = (plot: typeof Marks, width: number) => drawIntervals(plot, width, drawn, format);
  return (
    <>
      {windows ? <p class="soft">{said.windows(stretch(windows.before), stretch(windows.after))}</p> : null}
      {sized.length === 0 ? <p class="soft">{said.nothing}</p> : null}
      <div class="sides" hidden={sized.length === 0}>
        <Table
          label={said.title}
          columns={[said.metric, { n: said.before }, { n: said.after }, said.difference]}
        >
          {sized.map((row) => (
            <tr key={row.metric} data-metric={row.metric}>
              <th scope="row">{named[row.metric]}</th>
              {(['before', 'after'] as const).map((side) => (
                <td key={side} class="n" data-of={side}>
                  <Side side={row[side]} to={to(row.metric, side)} told={told} />
                </td>
              ))}
              <td data-of="apart">{row.apart === null ? '' : row.apart ? said.apart : said.chance}</td>
            </tr>
          ))}
        </Table>
        {drawn.length > 0 ? (
          <Chart label={said.title} draw={draw} of={[answer, format]}>
            <thead>
              <tr>
                <th scope="col">{said.metric}</th>
                <th scope="col" class="n">
                  {said.before}
                </th>
                <th scope="col" class="n">
                  {said.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {drawn
                .filter(({ isBefore }) => isBefore)
                .map(({ name }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {[true, undefined].map((isBefore) => (
                      <td key={String(isBefore)} class="n">
                        {percent(
                          language,
                          drawn.find((one) => one.name === name && one.isBefore === isBefore)?.share.share ??
                            null,
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
            </tbody>
          </Chart>
        ) : null}
      </div>
    </>
  );
}
