/** Where a goal stands: a count by its pace, a share by its sample, and no colour on too few (TGT5). */
import type { TargetsWords } from '../../../shared/messages/consoleTargets/index.ts';
import type { GoalResult } from '../../../shared/target/goals.ts';
import { percent, toneOf } from '../ui/numbers.ts';
import { saidTarget, type Speech } from './goal.ts';

interface Props {
  readonly goal: GoalResult;
  readonly words: TargetsWords;
  readonly speech: Speech;
}

export function Standing({ goal, words, speech }: Props) {
  const said = words.goals;
  if (goal.kind === 'unknown_metric') return <span class="soft">{said.unknown(goal.metric)}</span>;
  if (goal.kind === 'share') return <OfShare goal={goal} words={words} speech={speech} />;
  const { expected, projected, target } = goal.pace;
  const amount = goal.kind === 'money' ? speech.money : speech.format.number;
  return (
    <>
      {projected === null ? (
        <span class="soft">{said.notBegun}</span>
      ) : goal.actual >= target ? (
        <span class="tone-ok">{said.reached}</span>
      ) : (
        <span class={projected < target ? 'tone-risk' : 'tone-ok'}>
          {said.pace(amount(expected), amount(projected))}
        </span>
      )}
      {goal.kind === 'money' && goal.withoutRate > 0 ? (
        <small>{speech.format.plural(goal.withoutRate, said.withoutRate)}</small>
      ) : null}
    </>
  );
}

function OfShare({ goal, words, speech }: Props & { readonly goal: Extract<GoalResult, { kind: 'share' }> }) {
  const said = words.goals;
  const { language, format } = speech;
  const { n, share, low, high } = goal.actual;
  if (share === null) return <span class="soft">{said.nothing}</span>;
  const tone = toneOf(share, n, goal.target / 100);
  const verdict = goal.reached ? said.reached : said.missed;
  return (
    <>
      <span class={tone === '' ? 'soft' : `tone-${tone}`}>{tone === '' ? said.few : verdict}</span>
      <small title={saidTarget(goal, speech)}>
        {words.n(format.number(n))} · {words.interval(percent(language, low), percent(language, high))}
      </small>
    </>
  );
}
