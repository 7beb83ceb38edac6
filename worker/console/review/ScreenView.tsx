/** The agenda in big type, one item at a time, for the screen everybody in the room looks at. */
import { useEffect } from 'preact/hooks';
import type { SessionResponse } from '../../../shared/protocol/proposals.ts';
import { useAddress } from '../address.ts';
import { useSession } from '../session.ts';
import { Icon } from '../../../shared/ui/Icon.tsx';
import type { Deciding, Item } from './agenda.ts';
import { isSettled, ItemDecisions, ItemText } from './AgendaList.tsx';

import type { Ground } from './useGround.ts';

interface Props {
  readonly items: readonly Item[];
  readonly held: SessionResponse;
  /** Which item, counted from 0. */
  readonly at: number;
  readonly ground: Ground;
  readonly onDecide: ((deciding: Deciding) => void) | null;
}

export function ScreenView({ items, held, at, ground, onDecide }: Props) {
  const { format } = useSession();
  const { set } = useAddress();
  const { meeting: said } = ground.words;
  const last = Math.max(0, items.length - 1);
  const place = Math.min(Math.max(0, Number.isInteger(at) ? at : 0), last);
  const item = items[place];
  const turn = (to: number) => set({ screen: String(Math.min(Math.max(0, to), last)) });
  useEffect(() => {
    const leaving = new AbortController();
    const onKeyDown = ({ key, target }: KeyboardEvent) => {
      if (target instanceof Element && target.closest('input, select, textarea, dialog')) return;
      if (key === 'ArrowRight' || key === 'PageDown') turn(place + 1);
      if (key === 'ArrowLeft' || key === 'PageUp') turn(place - 1);
      if (key === 'Escape') set({ screen: null });
    };
    document.addEventListener('keydown', onKeyDown, { signal: leaving.signal });
    return () => leaving.abort();
  }, [place, last]);
  return (
    <div class="screen-view">
      <div class="turn">
        <button type="button" disabled={place === 0} onClick={() => turn(place - 1)}>
          <Icon name="back" size={18} /> {said.earlier}
        </button>
        {items.length > 0 ? <p>{said.place(format.number(place + 1), format.number(items.length))}</p> : null}
        <button type="button" disabled={place >= last} onClick={() => turn(place + 1)}>
          {said.later} <Icon name="forward" size={18} />
        </button>
        <button type="button" class="quiet last" onClick={() => set({ screen: null })}>
          {said.leaveScreen}
        </button>
      </div>
      <section class="panel" aria-live="polite" data-item={item?.key}>
        {item ? (
          <>
            <h2 class="group">{said.groups[item.kind]}</h2>
            <ItemText item={item} ground={ground} />
            <ItemDecisions item={item} ground={ground} isOpen={held.session.closedAt === null} />
          </>
        ) : (
          <h2>{said.nothingTitle}</h2>
        )}
      </section>
      {onDecide ? (
        <div class="buttons">
          {item && !isSettled(item) ? (
            <button type="button" class="strong" onClick={() => onDecide(item)}>
              {said.decide}
            </button>
          ) : null}
          <button type="button" onClick={() => onDecide('else')}>
            {said.decideElse}
          </button>
        </div>
      ) : null}
    </div>
  );
}
