/** The draft behind the forms: one text, which forms and JSON both write; what forms did can be taken back. */
import { useMemo, useReducer, useRef } from 'preact/hooks';
import { type Problem, validate } from '../../../../shared/definitions/validate.ts';
import { useSession } from '../../session.ts';
import type { Writing } from '../useDraft.ts';
import { back, begin, follow, forth, type History, step } from './history.ts';
import { withValue } from './pointer.ts';
import { parsed } from '../parsed.ts';
import { readDocument, type Reading } from './reading.ts';

/** `[pointer, value]`; undefined takes the property out. */
export type Change = readonly [pointer: string, value: unknown];

export interface Forms {
  readonly reading: Reading;
  /** Of what stands in the forms now, saved or not. */
  readonly problems: readonly Problem[];
  /** All of them as one step. */
  readonly change: (...changes: readonly Change[]) => void;
  /** Null when there is nothing to take back. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** How often forms wrote. */
  readonly steps: number;
}

export function useForms({ text, turn, write }: Writing): Forms {
  const { language } = useSession();
  const [steps, draw] = useReducer((count: number) => count + 1, 0);
  /** What this hook wrote: not read again from its own text. */
  const own = useRef<{ readonly text: string; readonly document: unknown } | null>(null);
  const document = useMemo(() => (own.current?.text === text ? own.current.document : parsed(text)), [text]);
  const history = useRef<History>(begin(document, turn));
  if (document !== undefined) history.current = follow(history.current, document, turn);

  const put = (next: History) => {
    history.current = next;
    own.current = { text: JSON.stringify(next.now, null, 2), document: next.now };
    write(own.current.text);
    draw(null);
  };
  const { past, future } = history.current;
  const isReadable = document !== undefined;
  return {
    reading: useMemo(() => readDocument(document), [document]),
    problems: useMemo(() => {
      const judged = validate(document, language);
      return judged.ok ? judged.warnings : judged.problems;
    }, [document, language]),
    change(...changes) {
      const { now } = history.current;
      const next = changes.reduce((whole, [pointer, value]) => withValue(whole, pointer, value), now);
      const at = changes.map(([pointer]) => pointer).join(' ');
      // Lists are changed entry by entry: each is a step of its own.
      const isTyping = changes.every(([, value]) => typeof value !== 'object');
      put(step({ ...history.current, at: isTyping ? history.current.at : null }, next, at));
    },
    undo: isReadable && past.length > 0 ? () => put(back(history.current)) : null,
    redo: isReadable && future.length > 0 ? () => put(forth(history.current)) : null,
    steps,
  };
}
