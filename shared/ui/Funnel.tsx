/** The stages both teams agreed on, whose each is, and where this lead stands (STG1). */
import type { CardView } from './cardView.ts';

interface Props {
  readonly stages: CardView['stages'];
  readonly label: string;
  /** What each owner is called; drawn once under the stages that follow each other. */
  readonly owners: Readonly<Record<CardView['stages'][number]['owner'], string>>;
}

export function Funnel({ stages, label, owners }: Props) {
  return (
    <div class="funnel-frame">
      <ol class="funnel" aria-label={label}>
        {stages.map((stage) => (
          <li key={stage.id} class={stage.state} aria-current={stage.state === 'now' ? 'step' : undefined}>
            <span aria-hidden="true">{stage.label}</span>
            <span class="unseen">{stage.spoken}</span>
          </li>
        ))}
      </ol>
      <div class="funnel-owners" aria-hidden="true">
        {runsOf(stages).map(({ owner, length, id }) => (
          <span key={id} class={owner} style={{ flexGrow: length }}>
            {owners[owner]}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Stages in a row with one owner. */
function runsOf(stages: CardView['stages']) {
  const runs: { readonly id: string; readonly owner: CardView['stages'][number]['owner']; length: number }[] =
    [];
  for (const { id, owner } of stages) {
    const last = runs.at(-1);
    if (last?.owner === owner) last.length += 1;
    else runs.push({ id, owner, length: 1 });
  }
  return runs;
}
