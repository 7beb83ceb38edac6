/** One line of a criterion: its sentence, and the form it opens into. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Leaf, Predicate } from '../../../../../shared/predicate/predicate.ts';
import { Select } from '../../../ui/Select.tsx';
import { isUnder } from '../pointer.ts';
import type { BranchProps } from './building.ts';
import { LeafForm } from './LeafForm.tsx';
import { MoveTo } from './MoveTo.tsx';
import { SubjectSelect } from './SubjectSelect.tsx';
import { freshLeaf } from './subject.ts';
import { turned } from './tree.ts';
import { sentenceOf } from './sentence.ts';

interface Props extends BranchProps {
  readonly leaf: Leaf;
  readonly isTurned: boolean;
  readonly onTurn: (next: Predicate) => void;
}

export function Line({ building, leaf, pointer, isTurned, ...props }: Props) {
  const { said, telling, definitions, problems, open, moving } = building;
  const { onReplace, onTurn } = props;
  const line = useRef<HTMLDivElement>(null);
  const isOpen = open !== null && isUnder(open, pointer.replace(/(?:\/not)+$/, ''));
  const sentence = sentenceOf(isTurned ? { not: leaf } : leaf, telling);
  const wrong = problems.filter((problem) => isUnder(problem.pointer, pointer));
  // With the drawing that opens it: what is typed next belongs in it.
  useLayoutEffect(() => {
    const form = isOpen ? line.current?.querySelector<HTMLElement>('.line-form') : null;
    if (form && !form.contains(document.activeElement)) form.querySelector('select')?.focus();
  }, [isOpen]);
  const toSentence = () => line.current?.querySelector<HTMLElement>('.line-said')?.focus();
  /** Where this line stands among all of the criterion, and how they are found once it is drawn anew. */
  const standing = () => {
    const box = line.current?.closest('.criterion');
    const lines = () => [...(box?.querySelectorAll<HTMLElement>('.line-said') ?? [])];
    const at = lines().findIndex((one) => line.current?.contains(one));
    return { at, lines };
  };
  const onRemove =
    props.onRemove &&
    (() => {
      const { at, lines } = standing();
      props.onRemove?.();
      building.focusOn(() => lines()[at] ?? lines().at(-1));
    });
  const move = (act: (() => void) | null, event: KeyboardEvent) => {
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    const { at, lines } = standing();
    act();
    building.focusOn(() => lines()[at + (event.key === 'ArrowUp' ? -1 : 1)]);
  };
  return (
    <div class="line" data-at={pointer} data-open={isOpen ? '' : undefined} ref={line}>
      <div
        class="line-head"
        draggable={moving !== null && moving.within(pointer) !== ''}
        onDragStart={(event) => {
          event.stopPropagation();
          if (moving) moving.dragged.current = pointer;
          // Firefox drags nothing that carries nothing; the words of the line are no secret of the page.
          event.dataTransfer?.setData('text/plain', sentence);
        }}
        onDragEnd={() => {
          if (moving) moving.dragged.current = null;
        }}
      >
        <button
          type="button"
          class="quiet line-said"
          aria-expanded={isOpen}
          title={said.keys}
          onClick={() => building.onOpen(isOpen ? null : pointer)}
          onKeyDown={(event) => {
            if (event.key === 'Delete' && onRemove) {
              event.preventDefault();
              onRemove();
            }
            if (event.altKey && event.key === 'ArrowUp') move(props.onUp, event);
            if (event.altKey && event.key === 'ArrowDown') move(props.onDown, event);
          }}
        >
          {sentence}
        </button>
        {onRemove ? (
          <button type="button" class="quiet" aria-label={said.remove(sentence)} onClick={onRemove}>
            ×
          </button>
        ) : null}
      </div>
      {isOpen ? (
        <div
          class="line-form"
          role="group"
          aria-label={sentence}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            building.onOpen(null);
            toSentence();
          }}
        >
          <SubjectSelect
            building={building}
            leaf={leaf}
            onChoose={(subject) => onReplace(freshLeaf(subject, definitions))}
          />
          <LeafForm building={building} leaf={leaf} pointer={pointer} onReplace={onReplace} />
          <Select
            label={said.whether}
            value={isTurned ? 'not' : 'so'}
            options={[
              ['so', said.isSo],
              ['not', said.isNotSo],
            ]}
            onChoose={(chosen) => {
              if ((chosen === 'not') !== isTurned) onTurn(isTurned ? leaf : turned(leaf));
            }}
          />
          <MoveTo building={building} pointer={pointer} what={sentence} />
          <button
            type="button"
            class="quiet"
            onClick={() => {
              building.onOpen(null);
              toSentence();
            }}
          >
            {said.done}
          </button>
        </div>
      ) : null}
      {wrong.map(({ message, severity, pointer: at }) => (
        <p key={`${at} ${message}`} class={severity === 'error' ? 'wrong' : 'worth'}>
          {message}
        </p>
      ))}
    </div>
  );
}
