/** What a lead needs for its next stage; what is missing and may be asked has room for the answer (PRD5). */
import type { ComponentChildren } from 'preact';
import type { CardCriterion } from './cardView.ts';
import { Icon, type IconName } from './Icon.tsx';

type Verdict = CardCriterion['verdict'];

const MARKS = {
  met: { icon: 'check', tone: 'ok' },
  unknown: { icon: 'ask', tone: 'risk' },
  unmet: { icon: 'open', tone: 'late' },
} as const satisfies Record<Verdict, { icon: IconName; tone: string }>;

interface Props {
  readonly criteria: readonly CardCriterion[];
  /** Each verdict in words, for those who do not see the mark. */
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Draws the field for a criterion that can be answered here. */
  readonly answer?: ((criterion: CardCriterion) => ComponentChildren) | undefined;
}

export function Checklist({ criteria, verdicts, answer }: Props) {
  return (
    <ul class="checklist">
      {criteria.map((criterion) => (
        <li key={criterion.label}>
          <span class={`mark tone-${MARKS[criterion.verdict].tone}`}>
            <Icon name={MARKS[criterion.verdict].icon} size={13} />
            <span class="unseen">{verdicts[criterion.verdict]}: </span>
          </span>
          <span>{criterion.label}</span>
          {criterion.ask && answer ? answer(criterion) : <span class="value">{criterion.value}</span>}
          {criterion.hint && <span class="more">{criterion.hint}</span>}
        </li>
      ))}
    </ul>
  );
}
