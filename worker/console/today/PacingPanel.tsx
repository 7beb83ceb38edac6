/** How what marketing delivers grows against what was agreed, by open days. */
import { leadsBehind } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { PaceChart } from '../ui/PaceChart.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { Part } from './part.ts';

export function PacingPanel({ figures, version, scope, words, target }: Part) {
  const { format } = useSession();
  const { pacing, days } = figures;
  const { stages, handoff } = version.definitions;
  const stage = stages.find(({ id }) => id === handoff.stage)?.short ?? handoff.stage;
  const said = words.pacing;
  const behind = pacing && target !== null ? format.signed(pacing.actual - pacing.expected) : null;
  const label = said.now(format.number(pacing?.actual ?? 0), behind);
  return (
    <Panel
      class="wide-7"
      title={said.title(stage)}
      about={`${label} · ${target === null ? said.noTarget : said.about}`}
    >
      <PaceChart
        label={`${said.title(stage)}: ${label}`}
        target={pacing ? target : null}
        projected={pacing?.projected ?? null}
        end={scope.to}
        said={format.number}
        heads={said}
        to={(on) => leadsBehind('pacing', [['on']], { ...scope, to: on })}
        {...{ days, format }}
      />
    </Panel>
  );
}
