/**
 * A list of the agreement: each entry a line that opens into its form; moved by buttons or by Alt with
 * the arrows; what is in use says where before it is removed.
 */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { pointerTo } from '../../../../../shared/definitions/check/at.ts';
import { useFocusOn } from '../../../ui/useFocusOn.ts';
import type { PartProps } from '../part.ts';
import { isUnder } from '../pointer.ts';
import { Entry } from './Entry.tsx';
import { InUse } from './InUse.tsx';
import type { Use } from '../uses.ts';
import { Faults } from './Told.tsx';

interface Props<T> extends Pick<PartProps, 'change' | 'problems' | 'words' | 'at'> {
  readonly label: string;
  /** Of the list. */
  readonly pointer: string;
  readonly entries: readonly T[];
  /** Step to an entry where they are kept by name; else its place. */
  readonly stepOf?: (entry: T) => string;
  /** What the list becomes, where it is not simply its entries. */
  readonly listOf?: (entries: readonly T[]) => unknown;
  readonly nameOf: (entry: T) => string;
  /** A sentence that tells an entry when its form is closed. */
  readonly about?: (entry: T) => ComponentChildren;
  /** Places that name the entry, to be told before it goes. */
  readonly usesOf?: (entry: T) => readonly Use[];
  /** What stands at the end of its line. */
  readonly beside?: (entry: T, pointer: string) => ComponentChildren;
  readonly add: string;
  /** A new entry; null where none can be made. */
  readonly fresh: (() => T) | null;
  readonly isOrdered?: boolean;
  /** @param pointer of the entry */
  readonly children: (entry: T, pointer: string, place: number) => ComponentChildren;
}

interface Leaving {
  readonly place: number;
  readonly name: string;
  readonly uses: readonly Use[];
}

export function EntryList<T>(props: Props<T>) {
  const { label, pointer, entries, nameOf, change, problems, words, at, isOrdered = true } = props;
  const ownPointer = (entry: T, place: number) => pointerTo(pointer, props.stepOf?.(entry) ?? place);
  const [open, setOpen] = useState<number | null>(null);
  const [said, say] = useState('');
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const led = useRef<string | null>(null);
  if (led.current !== at) {
    // Opened while it is drawn, so that who leads there finds its controls.
    led.current = at;
    const place = entries.findIndex((entry, index) => at !== null && isUnder(at, ownPointer(entry, index)));
    if (place >= 0) setOpen(place);
  }
  const box = useRef<HTMLDivElement>(null);
  const toFocus = useFocusOn();
  const focusOn = (place: number, what = '.entry-head button') =>
    toFocus(() =>
      box.current?.querySelector<HTMLElement>(`:scope > ol > li:nth-child(${place + 1}) ${what}`),
    );
  const write = (next: readonly T[]) => change([pointer, props.listOf ? props.listOf(next) : next]);
  const called = (entry: T) => nameOf(entry) || words.entry.unnamed;
  const move = (from: number, to: number) => {
    const entry = entries[from];
    if (entry === undefined || to < 0 || to >= entries.length) return;
    write(entries.toSpliced(from, 1).toSpliced(to, 0, entry));
    if (open === from) setOpen(to);
    else if (open !== null && open >= Math.min(from, to) && open <= Math.max(from, to))
      setOpen(open + (from < to ? -1 : 1));
    say(words.entry.moved(called(entry), to + 1, entries.length));
    focusOn(to);
  };
  const remove = (place: number) => {
    const entry = entries[place];
    if (entry === undefined) return;
    write(entries.toSpliced(place, 1));
    setLeaving(null);
    setOpen(open === place ? null : open !== null && open > place ? open - 1 : open);
    say(words.entry.removed(called(entry)));
    // Whoever takes the last one away goes on where another is added.
    if (entries.length === 1) toFocus(() => box.current?.querySelector<HTMLElement>(':scope > .add'));
    else focusOn(Math.max(0, place - 1));
  };
  const ask = (place: number) => {
    const entry = entries[place];
    if (entry === undefined) return;
    const uses = props.usesOf?.(entry) ?? [];
    if (uses.length === 0) remove(place);
    else setLeaving({ place, name: called(entry), uses });
  };
  const { fresh } = props;
  return (
    <div class="entry-list" data-at={pointer} ref={box}>
      <p class="unseen" role="status">
        {said}
      </p>
      <Faults pointer={pointer} problems={problems} />
      {entries.length === 0 ? <p class="minor">{words.entry.none}</p> : null}
      <ol aria-label={label}>
        {entries.map((entry, place) => {
          const own = ownPointer(entry, place);
          return (
            <Entry
              key={place}
              pointer={own}
              name={called(entry)}
              about={props.about?.(entry)}
              beside={props.beside?.(entry, own)}
              problems={problems}
              words={words}
              isOpen={open === place}
              onToggle={() => setOpen(open === place ? null : place)}
              onUp={isOrdered && place > 0 ? () => move(place, place - 1) : null}
              onDown={isOrdered && place < entries.length - 1 ? () => move(place, place + 1) : null}
              isOrdered={isOrdered}
              onRemove={() => ask(place)}
            >
              {open === place ? props.children(entry, own, place) : null}
            </Entry>
          );
        })}
      </ol>
      {fresh === null ? null : (
        <button
          type="button"
          class="add"
          onClick={() => {
            write([...entries, fresh()]);
            setOpen(entries.length);
            focusOn(entries.length, '.entry-body :is(input, select)');
          }}
        >
          + {props.add}
        </button>
      )}
      {leaving === null ? null : (
        <InUse
          name={leaving.name}
          uses={leaving.uses}
          words={words}
          onRemove={() => remove(leaving.place)}
          onClose={() => setLeaving(null)}
        />
      )}
    </div>
  );
}
