/**
 * The agreement as text, with completion from its schema and faults underlined. It stands in a shadow
 * root, where an editor may style itself without the page's policy being loosened.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../../shared/definitions/validate.ts';

interface Props {
  readonly label: string;
  readonly text: string;
  /** Another one: the text was replaced from outside. */
  readonly turn: number;
  readonly problems: readonly Problem[];
  /** Where to begin reading, by pointer. */
  readonly at: string | null;
  /** What is worked on beside it: brought into sight, the cursor stays. */
  readonly beside: string | null;
  readonly onWrite: (text: string) => void;
}

type Running = Awaited<ReturnType<(typeof import('./codeMirror.ts'))['openEditor']>>;

export function Editor({ label, text, turn, problems, at, beside, onWrite }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const running = useRef<Running | null>(null);
  const write = useRef(onWrite);
  write.current = onWrite;
  const latest = useRef({ text, problems, at, beside });
  latest.current = { text, problems, at, beside };

  useEffect(() => {
    let isHere = true;
    void import('./codeMirror.ts').then(async ({ openEditor }) => {
      const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
      if (!root || !isHere) return;
      running.current = await openEditor(root, {
        label,
        text: latest.current.text,
        onWrite: (next) => write.current(next),
      });
      running.current.mark(latest.current.problems);
      if (latest.current.at !== null) running.current.show(latest.current.at);
      else if (latest.current.beside !== null) running.current.reveal(latest.current.beside);
      if (!isHere) running.current.close();
    });
    return () => {
      isHere = false;
      running.current?.close();
      running.current = null;
    };
  }, [label]);
  useEffect(() => running.current?.replace(text), [turn]);
  useEffect(() => running.current?.mark(problems), [problems]);
  useEffect(() => {
    if (at !== null) running.current?.show(at);
  }, [at]);
  useEffect(() => {
    if (beside !== null) running.current?.reveal(beside);
  }, [beside]);
  return <div class="editor" ref={host} />;
}
