/** Where a line or a group may go: a button that opens the groups of its criterion, each a button. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Building, Moving } from './building.ts';
import { placesFor, surrounded } from './carry.ts';
import { nodeOf } from './tree.ts';
import { sentenceOf } from './sentence.ts';

interface Props {
  readonly building: Building;
  /** Of what is moved, within the whole document. */
  readonly pointer: string;
  /** What is moved, in words. */
  readonly what: string;
}

export function MoveTo({ building, pointer, what }: Props) {
  const { said, moving } = building;
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isOpen) box.current?.querySelector<HTMLElement>('.move-places button')?.focus();
  }, [isOpen]);
  if (moving === null) return null;
  const from = moving.within(pointer);
  const places = placesFor(moving.whole, from);
  const mayNest = surrounded(moving.whole, from) !== null;
  if (places.length === 0 && !mayNest) return null;
  const close = () => {
    setOpen(false);
    box.current?.querySelector<HTMLElement>('button')?.focus();
  };
  return (
    <div
      class="move-to"
      ref={box}
      onKeyDown={(event) => {
        if (!isOpen || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <button
        type="button"
        class="quiet"
        aria-expanded={isOpen}
        aria-label={said.move(what)}
        onClick={() => setOpen(!isOpen)}
      >
        {said.moveTo}
      </button>
      {isOpen ? (
        <ul class="move-places" aria-label={said.moveTo}>
          {places.map(({ list, pointer: to, group }) => (
            <li key={list}>
              <button type="button" onClick={() => moving.carry(pointer, list)}>
                {groupName(building, group, to)}
              </button>
            </li>
          ))}
          {mayNest ? (
            <li>
              <button type="button" onClick={() => moving.surround(pointer)}>
                {said.newGroup}
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}

/** Its name, else how it joins and what it begins with. @param pointer within the criterion */
export function groupName(
  { said, telling, moving }: Building,
  group: Moving['whole'],
  pointer: string,
): string {
  const node = nodeOf(group);
  if (node.kind !== 'group') return '';
  if (node.label !== undefined) return node.label;
  const isTurned = moving?.isTurned(pointer) === true;
  const how = node.how === 'all' ? (isTurned ? said.notAll : said.all) : isTurned ? said.notAny : said.any;
  if (pointer === '') return `${how} · ${said.outermost}`;
  const [first, ...rest] = node.nodes;
  const more = rest.length === 0 ? '' : ` +${rest.length}`;
  return first === undefined ? how : `${how} · ${sentenceOf(first, telling)}${more}`;
}
