/** The day's rows under the titles of their groups; of a long day only what is near the screen is drawn. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import { DAY_GROUPS, type DayGroup, type DayView } from '../../../shared/ui/buildDay.ts';
import type { DayRow } from '../../../shared/ui/buildDayRow.ts';
import { DayItem, type DayItemEvents, type RowState } from './DayItem.tsx';
import { useVirtualRows } from './useVirtualRows.ts';

interface Props extends DayItemEvents {
  readonly day: DayView;
  readonly now: number;
  readonly busy: boolean;
  readonly messages: Catalog;
}

/** Px of a row with nothing open in it. */
const ROW = 62;
const AT_REST: RowState = { opened: false, asking: null };
/** Groups in which the channels stand open: what is owed now. */
const OPEN: ReadonlySet<DayGroup> = new Set(['late', 'now']);

export function DayList({ day, now, busy, messages, ...events }: Props) {
  const groups = DAY_GROUPS.filter((group) => day[group].length > 0);
  const rows = groups.flatMap((group) => day[group].map((row) => ({ group, row })));
  const [held, setHeld] = useState<string | null>(null);
  const [states, setStates] = useState<ReadonlyMap<string, RowState>>(new Map());
  const list = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const top = Math.round((list.current?.getBoundingClientRect().top ?? 0) + scrollY);
    if (Math.abs(top - above) > 1) setAbove(top);
  });
  const { drawn, startOf, measure } = useVirtualRows({
    count: rows.length,
    keyOf: (index) => rows[index]?.row.leadId ?? String(index),
    estimate: ROW,
    kept: rows.findIndex(({ row }) => row.leadId === held),
    above,
  });
  const titles = { ...messages.popup.groups, ...dayWords(messages.language).groups };

  let first = 0;
  return (
    <div
      ref={list}
      onFocusIn={({ target }) => {
        const row = target instanceof Element ? target.closest<HTMLElement>('[data-lead]') : null;
        setHeld(row?.dataset['lead'] ?? null);
      }}
    >
      {groups.map((group) => {
        const from = first;
        first += day[group].length;
        return (
          <section key={group} aria-labelledby={`day-${group}`}>
            <h2 id={`day-${group}`}>
              {titles[group]} <span class="aside">{messages.format.number(day[group].length)}</span>
            </h2>
            <ul>
              {spaced(drawn, from, first, startOf).map((piece) => {
                if ('gap' in piece)
                  return (
                    <li key={`gap-${piece.from}`} aria-hidden="true" style={{ height: `${piece.gap}px` }} />
                  );
                const row = rowAt(rows, piece.index);
                return (
                  <DayItem
                    key={row.leadId}
                    row={row}
                    group={group}
                    place={{ index: piece.index, position: piece.index - from + 1, of: first - from }}
                    now={now}
                    busy={busy}
                    open={OPEN.has(group)}
                    state={states.get(row.leadId) ?? AT_REST}
                    onState={(state) => setStates((before) => new Map(before).set(row.leadId, state))}
                    messages={messages}
                    measure={measure}
                    {...events}
                  />
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function rowAt(rows: readonly { readonly row: DayRow }[], index: number): DayRow {
  const found = rows[index];
  if (!found) throw new Error(`no row ${index} in the day`);
  return found.row;
}

type Piece = { readonly index: number } | { readonly from: number; readonly gap: number };

/** The rows of one group that are drawn, with empty pieces as high as what is left out between them. */
function spaced(
  drawn: readonly number[],
  from: number,
  to: number,
  startOf: (index: number) => number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let next = from;
  for (const index of drawn.filter((each) => each >= from && each < to)) {
    if (index > next) pieces.push({ from: next, gap: startOf(index) - startOf(next) });
    pieces.push({ index });
    next = index + 1;
  }
  if (next < to) pieces.push({ from: next, gap: startOf(to) - startOf(next) });
  return pieces;
}
