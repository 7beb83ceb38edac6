/** Everything done less often, behind "more": each only where the person's role and the lead's state let it. */
import { cardWords } from '../../messages/card/index.ts';
import type { Catalog } from '../../messages/catalog.ts';
import type { CardView } from '../cardView.ts';
import type { Doing } from './ActionForm.tsx';
import type { DoAct } from './cardAct.ts';

interface Props {
  readonly view: CardView;
  readonly sure: boolean | null;
  readonly busy: boolean;
  readonly messages: Catalog;
  readonly act: DoAct;
  /** What a button that opens a form carries. */
  readonly opens: (doing: Doing) => { readonly 'data-opens': string; readonly onClick: () => void };
}

const MARKS = ['great', 'fine', 'weak'] as const;

export function MoreActions({ view, sure, busy, messages, act, opens }: Props) {
  const { card } = messages;
  const words = cardWords(messages.language);
  const { actions } = words;
  const { may, handoff } = view;
  const { correct } = may;
  // What stands is not offered again; before there is an answer, returning has its place in front.
  const canGive = (answer: 'recycled' | 'disqualified') =>
    (may.answer ? answer === 'disqualified' : correct !== null && correct.answered !== answer) &&
    view.reasons.some((reason) => reason.answer === answer);
  // None of these can be taken back in one click: they need the proof that nothing lies over the card.
  if (sure === false) return null;
  const still = { type: 'button', disabled: busy || !sure } as const;
  const form = (doing: Doing, label: string) => (
    <button {...still} {...opens(doing)}>
      {label}
    </button>
  );
  return (
    <>
      {may.answer && handoff && (
        <div class="actions three marks" role="group" aria-label={words.mark.title}>
          {MARKS.map((mark) => (
            <button
              key={mark}
              {...still}
              onClick={() =>
                void act({ kind: 'handoff.answer', body: { handoff: handoff.id, answer: 'accepted', mark } })
              }
            >
              {card.accept}: {words.mark[mark]}
            </button>
          ))}
        </div>
      )}
      <div class="actions two">
        {may.reply && form({ what: 'reply' }, actions.reply)}
        {may.snooze && may.snooze.left > 0 && form({ what: 'snooze' }, actions.snooze)}
        {may.resume && (
          <button {...still} onClick={() => void act({ kind: 'lead.resume', body: {} })}>
            {actions.resume}
          </button>
        )}
        {correct && correct.answered !== 'accepted' && (
          <button
            {...still}
            onClick={() =>
              void act({ kind: 'handoff.correct', body: { handoff: correct.handoff, answer: 'accepted' } })
            }
          >
            {actions.acceptAfterAll}
          </button>
        )}
        {canGive('recycled') && form({ what: 'return', answer: 'recycled' }, card.giveBack)}
        {canGive('disqualified') && form({ what: 'return', answer: 'disqualified' }, card.disqualify)}
        {may.stage && form({ what: 'move' }, actions.move)}
        {may.stage?.release && (
          <button {...still} onClick={() => void act({ kind: 'stage.release', body: {} })}>
            {actions.release}
          </button>
        )}
        {may.nurture && (
          <button {...still} onClick={() => void act({ kind: 'nurture.start', body: {} })}>
            {actions.nurture}
          </button>
        )}
        {may.contest && form({ what: 'contest' }, actions.contest)}
        {may.assign && form({ what: 'assign' }, actions.assign)}
        {may.optOut && form({ what: 'optOut' }, actions.optOut)}
        {may.optIn.length > 0 && form({ what: 'optIn' }, actions.optIn)}
        {form({ what: 'propose' }, actions.propose)}
      </div>
    </>
  );
}
