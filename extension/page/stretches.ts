/**
 * Which lines of a list are worth following: all of a short one; of a long one the first of each few, and
 * the lines between two such marks once one of them comes near the screen. So a list may be of any length.
 */
import type { Screen } from './screen.ts';

/** A list up to this long is followed line by line. */
const SHORT = 200;
const BETWEEN_MARKS = 8;
/** How often all marks of a list that stays the same are observed anew, ms; hidden ones are at every look. */
const ANEW_MS = 10_000;

interface Held {
  readonly rows: readonly Element[];
  readonly stretches: readonly (readonly Element[])[];
  /** When its marks were observed last. */
  readonly at: number;
}

export interface Stretches<List> {
  /** The lines of a list in the page's order; or the same, some of which may show now that did not. */
  follow(list: List, rows: readonly Element[]): void;
  /** It is no line any more. */
  lose(row: Element): void;
}

export function followStretches<List>(screen: Screen, signal: AbortSignal): Stretches<List> {
  /** Each begins with its mark and ends before the next one; the list's last line is one by itself. */
  const lists = new Map<List, Held>();
  const near = new Set<Element>();
  const followed = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, boundingClientRect } of entries)
        if (isIntersecting || mayHide(target, boundingClientRect)) near.add(target);
        else near.delete(target);
      settle();
    },
    { rootMargin: '100%', scrollMargin: '100%' },
  );
  signal.addEventListener('abort', () => observer.disconnect());

  function settle(): void {
    const wanted = new Set<Element>();
    for (const { stretches } of lists.values())
      for (const [index, rows] of stretches.entries())
        if (stretches.length === 1 || isNear(rows) || isNear(stretches[index + 1]))
          for (const row of rows) wanted.add(row);
    // What is still on screen is let go after it was seen to leave.
    for (const row of followed) if (!wanted.has(row) && !screen.isOn(row)) lose(row);
    for (const row of wanted)
      if (!followed.has(row)) {
        followed.add(row);
        screen.observe(row);
      }
  }

  function isNear([mark]: readonly Element[] = []): boolean {
    return mark !== undefined && near.has(mark);
  }

  function lose(row: Element): void {
    if (followed.delete(row)) screen.unobserve(row);
  }

  return {
    follow(list, rows) {
      const held = lists.get(list);
      const known = marksOf(held?.stretches ?? []);
      const at = performance.now();
      if (held?.rows === rows && at - held.at < ANEW_MS) {
        for (const mark of known)
          if (!mark.checkVisibility()) {
            observer.unobserve(mark);
            observer.observe(mark);
          }
        return;
      }
      const stretches = rows.length > SHORT ? stretched(rows, known) : [rows];
      const marks = marksOf(stretches);
      lists.set(list, { rows, stretches, at });
      for (const mark of known) {
        // Observed anew it is told of once more, also where nothing moved and much was hidden or shown.
        observer.unobserve(mark);
        if (!marks.has(mark)) near.delete(mark);
      }
      for (const mark of marks) observer.observe(mark);
      if (marks.size === 0) settle();
    },
    lose,
  };
}

/** Marks stay marks, so that a line put in front moves none of the others. */
function stretched(rows: readonly Element[], known: ReadonlySet<Element>): readonly (readonly Element[])[] {
  const stretches: Element[][] = [];
  for (const row of rows) {
    const open = stretches.at(-1);
    if (open && open.length < BETWEEN_MARKS && !known.has(row) && row !== rows.at(-1)) open.push(row);
    else stretches.push([row]);
  }
  return stretches;
}

function marksOf(stretches: readonly (readonly Element[])[]): ReadonlySet<Element> {
  return new Set(stretches.length > 1 ? stretches.flatMap(([mark]) => mark ?? []) : []);
}

/** Lines may be seen though no mark is: one that is filtered out, or lines higher than the screen. */
function mayHide(mark: Element, { height }: DOMRectReadOnly): boolean {
  return height === 0
    ? (mark.parentElement?.checkVisibility() ?? false)
    : height * BETWEEN_MARKS > innerHeight;
}
