/**
 * The draft as somebody writes it: saved by itself a moment after the last key, on top of what was
 * read (DEF1). What somebody else saved meanwhile is never overwritten unasked, nor is one's own text.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { SECOND_MS } from '../../../shared/time.ts';
import { type DraftView, saveDraft } from '../api/draft.ts';
import type { Failure } from '../api/failure.ts';
import { useDeed } from '../api/hooks.ts';

export type Standing = 'saved' | 'saving' | 'waiting' | 'noJson' | 'failed' | 'theirs';

export interface Writing {
  readonly text: string;
  /** Raised when the text is replaced from outside the editor. */
  readonly turn: number;
  readonly standing: Standing;
  readonly failure: Failure | null;
  /** What the worker has, as far as we know. */
  readonly saved: DraftView;
  readonly write: (text: string) => void;
  /** Somebody else's, in place of one's own text. */
  readonly take: () => void;
  /** One's own, on top of somebody else's. */
  readonly keep: () => void;
}

const REST_MS = SECOND_MS;

export const textOf = ({ definitions }: DraftView) => JSON.stringify(definitions, null, 2);

/** @param latest as the worker has it now, whoever saved it */
export function useDraft(latest: DraftView): Writing {
  const [saved, setSaved] = useState(latest);
  const [text, setText] = useState(() => textOf(latest));
  const [turn, setTurn] = useState(0);
  const [standing, setStanding] = useState<Standing>('saved');
  const { run, failure } = useDeed(saveDraft);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** What was written last, for a save that is on its way. */
  const written = useRef(text);

  const show = (draft: DraftView) => {
    clearTimeout(timer.current);
    written.current = textOf(draft);
    setSaved(draft);
    setText(written.current);
    setTurn((before) => before + 1);
    setStanding('saved');
  };

  const save = async (on: string) => {
    const sent = written.current;
    const definitions = parsed(sent);
    if (definitions === undefined) return setStanding('noJson');
    setStanding('saving');
    const answer = await run({ definitions, on });
    if (answer.ok) {
      setSaved(answer.value);
      return written.current === sent ? setStanding('saved') : soon(answer.value.hash);
    }
    setStanding(answer.failure.problem?.status === 412 ? 'theirs' : 'failed');
  };

  const soon = (on: string) => {
    clearTimeout(timer.current);
    setStanding('waiting');
    timer.current = setTimeout(() => void save(on), REST_MS);
  };

  useEffect(() => {
    if (latest.hash === saved.hash) {
      // Signatures come without a new body.
      if (latest.signatures.length !== saved.signatures.length) setSaved(latest);
      return;
    }
    if (standing === 'saved') show(latest);
  }, [latest, standing]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    text,
    turn,
    standing,
    failure: standing === 'failed' ? failure : null,
    saved,
    write(next) {
      if (next === written.current) return;
      written.current = next;
      setText(next);
      if (standing !== 'theirs') soon(saved.hash);
    },
    take: () => show(latest),
    keep: () => void save(latest.hash),
  };
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
