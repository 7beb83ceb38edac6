/** One example lead: its score now and by the draft, and on demand which rules make the difference. */
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Definitions } from '../../../../../shared/definitions/definitions.ts';
import type { ScoringFormWords } from '../../../../../shared/messages/scoringForm/words.ts';
import { useQuery } from '../../../api/hooks.ts';
import { groundOf } from '../../../api/ground.ts';
import { useSession } from '../../../session.ts';
import { linesOf, type Scores, scoresOf } from './scores.ts';

interface Props {
  readonly lead: string;
  readonly name: string;
  readonly company: string | null;
  readonly said: ScoringFormWords;
  readonly draft: Definitions;
  /** The draft cannot be counted by: what was counted last stays. */
  readonly isBroken: boolean;
}

export function Example({ lead, name, company, said, draft, isBroken }: Props) {
  const { format } = useSession();
  const ground = useQuery(groundOf(lead)).value;
  const [isOpen, setOpen] = useState(false);
  const last = useRef<Scores | null>(null);
  const scores = useMemo(() => {
    if (ground && !isBroken) last.current = scoresOf(ground, draft, Date.now());
    return last.current;
  }, [ground, draft, isBroken]);
  const change = scores === null ? 0 : scores.after.shown - scores.before.shown;
  const tone = change === 0 ? '' : change > 0 ? 'tone-ok' : 'tone-late';
  return (
    <li data-lead={lead} aria-busy={scores === null}>
      <button type="button" class="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span class="who">
          <b>{name}</b>
          {company === null ? null : <span class="minor">{company}</span>}
        </span>
        {scores === null ? null : (
          <span class="score">
            <span class="unseen">{said.now} </span>
            <span class={change === 0 ? '' : 'was'}>{format.number(scores.before.shown)}</span>
            <span aria-hidden="true">→</span>
            <span class="unseen">{said.inDraft} </span>
            <b class={tone}>{format.number(scores.after.shown)}</b>
          </span>
        )}
      </button>
      {isOpen && scores ? <Why scores={scores} said={said} /> : null}
    </li>
  );
}

function Why({ scores, said }: { readonly scores: Scores; readonly said: ScoringFormWords }) {
  const { format } = useSession();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{said.rule}</th>
          <th scope="col" class="n">
            {said.now}
          </th>
          <th scope="col" class="n">
            {said.inDraft}
          </th>
        </tr>
      </thead>
      <tbody>
        {linesOf(scores).map(({ id, label, before, after }) => (
          <tr key={id} data-changed={before === after ? undefined : ''}>
            <th scope="row">{id === '' ? said.limits : label}</th>
            <td class="n">{format.signed(before)}</td>
            <td class="n">{format.signed(after)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{said.score}</th>
          <td class="n">{format.number(scores.before.shown)}</td>
          <td class="n">{format.number(scores.after.shown)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
