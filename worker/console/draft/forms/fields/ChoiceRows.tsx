/** The values a field may have, in order: one line each. */
import type { WhoFormWords } from '../../../../../shared/messages/whoForm/words.ts';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { Faults } from '../pieces/Told.tsx';
import { useRef } from 'preact/hooks';
import { useFocusOn } from '../../../ui/useFocusOn.ts';

interface Choice {
  readonly id: string;
  readonly label: string;
}

interface Props extends Pick<PartProps, 'change' | 'problems' | 'words'> {
  readonly said: WhoFormWords;
  readonly pointer: string;
  readonly choices: readonly Choice[];
  /** Of the agreement in force: leads may have these. */
  readonly known: readonly Choice[];
}

export function ChoiceRows({ said, words, pointer, choices, known, change, problems }: Props) {
  const rows = useRef<HTMLFieldSetElement>(null);
  const toFocus = useFocusOn();
  const focusOn = (place: number) => toFocus(() => rows.current?.querySelectorAll('input')[place]);
  const write = (next: readonly Choice[]) => change([pointer, next]);
  const move = (from: number, to: number) => {
    const choice = choices[from];
    if (choice === undefined || to < 0 || to >= choices.length) return;
    write(choices.toSpliced(from, 1).toSpliced(to, 0, choice));
    focusOn(to);
  };
  const rename = (choice: Choice, place: number, label: string) => {
    const others = choices.map(({ id }) => id).filter((id) => id !== choice.id);
    const isKnown = known.some(({ id }) => id === choice.id);
    const id = isKnown ? choice.id : idFrom(label, others);
    change([`${pointer}/${place}/label`, label], [`${pointer}/${place}/id`, id]);
  };
  const add = () => {
    const ids = choices.map(({ id }) => id);
    write([...choices, { id: idFrom('', ids), label: '' }]);
    focusOn(choices.length);
  };
  return (
    <fieldset class="rows" ref={rows} data-at={pointer}>
      <legend>{said.fields.choices}</legend>
      <Faults pointer={pointer} problems={problems} />
      {choices.map((choice, place) => (
        <div class="row" key={place}>
          <input
            type="text"
            aria-label={said.fields.choice(place + 1)}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            title={words.entry.keys}
            data-at={`${pointer}/${place}`}
            value={choice.label}
            onInput={({ currentTarget }) => rename(choice, place, currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') {
                event.preventDefault();
                add();
              }
              if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
              event.preventDefault();
              event.stopPropagation();
              move(place, place + (event.key === 'ArrowUp' ? -1 : 1));
            }}
          />
          <button
            type="button"
            class="quiet"
            aria-label={words.entry.remove(choice.label || words.entry.unnamed)}
            onClick={() => {
              write(choices.toSpliced(place, 1));
              if (choices.length > 1) focusOn(Math.max(0, place - 1));
              else toFocus(() => rows.current?.querySelector<HTMLElement>(':scope > button'));
            }}
          >
            ×
          </button>
        </div>
      ))}
      <button type="button" class="quiet" onClick={add}>
        + {said.fields.addChoice}
      </button>
    </fieldset>
  );
}
