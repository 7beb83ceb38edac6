/** One entry of a list: its line, and its form when it is open. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useSession } from '../../../session.ts';
import type { PartProps } from '../part.ts';
import { isUnder } from '../pointer.ts';
import { Faults } from './Told.tsx';

interface Props extends Pick<PartProps, 'problems' | 'words'> {
  readonly pointer: string;
  readonly name: string;
  readonly about: ComponentChildren;
  readonly beside: ComponentChildren;
  readonly isOpen: boolean;
  readonly isOrdered: boolean;
  readonly onToggle: () => void;
  /** Null at the ends. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
  readonly children: ComponentChildren;
}

export function Entry({ pointer, name, words, problems, isOpen, ...props }: Props) {
  const { format } = useSession();
  const id = useId();
  const { onUp, onDown } = props;
  const wrong = problems.filter(
    ({ severity, pointer: at }) => severity === 'error' && isUnder(at, pointer),
  ).length;
  return (
    <li
      data-at={pointer}
      data-open={isOpen ? '' : undefined}
      onKeyDown={(event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey) return;
        const act = event.key === 'ArrowUp' ? onUp : event.key === 'ArrowDown' ? onDown : null;
        if (!act) return;
        event.preventDefault();
        // An entry inside this one moved by itself.
        event.stopPropagation();
        act();
      }}
    >
      <div class="entry-head">
        <button
          type="button"
          class="quiet entry-name"
          aria-expanded={isOpen}
          aria-controls={id}
          aria-keyshortcuts={props.isOrdered ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
          title={props.isOrdered ? words.entry.keys : undefined}
          onClick={props.onToggle}
        >
          <b>{name}</b>
        </button>
        {wrong === 0 ? null : <span class="tag late">{format.plural(wrong, words.problems)}</span>}
        <span class="entry-acts">
          {props.beside}
          {props.isOrdered ? (
            <>
              <button
                type="button"
                class="quiet"
                aria-label={words.entry.up(name)}
                disabled={!onUp}
                onClick={() => onUp?.()}
              >
                ↑
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={words.entry.down(name)}
                disabled={!onDown}
                onClick={() => onDown?.()}
              >
                ↓
              </button>
            </>
          ) : null}
          <button type="button" class="quiet" aria-label={words.entry.remove(name)} onClick={props.onRemove}>
            ×
          </button>
        </span>
        {props.about && !isOpen ? <span class="entry-about soft">{props.about}</span> : null}
      </div>
      <div id={id} class="entry-body form" hidden={!isOpen}>
        {isOpen ? <Faults pointer={pointer} problems={problems} /> : null}
        {props.children}
      </div>
    </li>
  );
}
