/**
 * The draft as somebody writes it: saved by itself a moment after the last key, on top of what was
 * read (DEF1). What somebody else saved meanwhile is never overwritten unasked, nor is one's own text:
 * whichever of both is chosen, the other is kept at hand.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type * as z from 'zod';
import { SECOND_MS } from '../../../shared/time.ts';
import { DraftView, saveDraft } from '../api/draft.ts';
import type { Failure, FailureKind } from '../api/failure.ts';
import { useDeed } from '../api/hooks.ts';
import { parsed } from './parsed.ts';

/** `unfinished`: the worker takes it once what is wrong in it is mended. */
export type Standing = 'saved' | 'saving' | 'waiting' | 'noJson' | 'unfinished' | 'failed' | 'theirs';

/** What somebody else saved while one wrote. */
const Theirs = DraftView.omit({ signatures: true, complete: true });
export type Theirs = z.infer<typeof Theirs>;

/** The text that was not chosen. */
export interface Aside {
  readonly whose: 'mine' | 'theirs';
  readonly text: string;
}

export interface Writing {
  readonly text: string;
  /** Raised when the text is replaced from outside the editor. */
  readonly turn: number;
  readonly standing: Standing;
  readonly failure: Failure | null;
  /** What the worker has, as far as we know. */
  readonly saved: DraftView;
  /** While `standing` is `theirs`. */
  readonly theirs: Theirs | null;
  readonly aside: Aside | null;
  readonly write: (text: string) => void;
  /** Somebody else's, in place of one's own text. */
  readonly take: () => void;
  /** One's own, or what was made of both, on top of somebody else's. */
  readonly keep: (text?: string) => void;
  /** What was put aside, in place of what is there now. */
  readonly restore: () => void;
  readonly forget: () => void;
}

const REST_MS = SECOND_MS;
const RETRY_MS = 15 * SECOND_MS;
/** Failures that pass by themselves. */
const PASSING: ReadonlySet<FailureKind> = new Set<FailureKind>(['offline', 'too-many', 'broken']);

export const textOf = ({ definitions }: { readonly definitions: unknown }) =>
  JSON.stringify(definitions, null, 2);

/** @param latest as the worker has it now, whoever saved it */
export function useDraft(latest: DraftView): Writing {
  const [saved, setSaved] = useState(latest);
  const [text, setText] = useState(() => textOf(latest));
  const [turn, setTurn] = useState(0);
  const [standing, setStanding] = useState<Standing>('saved');
  const [met, setMet] = useState<Theirs | null>(null);
  const [aside, setAside] = useState<Aside | null>(null);
  const { run, failure } = useDeed(saveDraft);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** What was written last, for a save that is on its way. */
  const written = useRef(text);
  /** What is to be saved on top of, by hash; null when all is saved. */
  const due = useRef<string | null>(null);
  // What was read may be from before our own last save.
  const isNews = (one: Theirs) => one.hash !== saved.hash && one.savedAt > saved.savedAt;
  const isReadLast = isNews(latest) && latest.savedAt >= (met?.savedAt ?? 0);
  const theirs: Theirs | null = standing !== 'theirs' ? null : isReadLast ? latest : met;

  const put = (next: string) => {
    written.current = next;
    setText(next);
    setTurn((before) => before + 1);
  };
  const rest = () => {
    clearTimeout(timer.current);
    due.current = null;
  };
  const show = (draft: DraftView) => {
    rest();
    put(textOf(draft));
    setSaved(draft);
    setStanding('saved');
  };

  const save = async (on: string) => {
    rest();
    const sent = written.current;
    const definitions = parsed(sent);
    if (definitions === undefined) return setStanding('noJson');
    setStanding('saving');
    const answer = await run({ definitions, on });
    if (answer.ok) {
      setSaved(answer.value);
      return written.current === sent ? setStanding('saved') : soon(answer.value.hash);
    }
    const { problem } = answer.failure;
    if (problem?.status === 412) setMet(Theirs.safeParse(problem.theirs).data ?? null);
    setStanding(problem?.status === 412 ? 'theirs' : problem?.status === 422 ? 'unfinished' : 'failed');
  };

  const soon = (on: string) => {
    clearTimeout(timer.current);
    setStanding('waiting');
    due.current = on;
    timer.current = setTimeout(() => void save(on), REST_MS);
  };

  useEffect(() => {
    if (latest.hash === saved.hash) {
      // Signatures come without a new body.
      if (latest.signatures.length !== saved.signatures.length) setSaved(latest);
      return;
    }
    if (standing === 'saved' && isNews(latest)) show(latest);
  }, [latest, standing]);
  // Nobody has to type another letter for what could not be sent.
  const again = failure !== null && PASSING.has(failure.kind);
  useEffect(() => {
    if (standing !== 'failed' || !again) return;
    const retry = () => void save(saved.hash);
    const later = setTimeout(retry, RETRY_MS);
    addEventListener('online', retry);
    return () => {
      clearTimeout(later);
      removeEventListener('online', retry);
    };
  }, [standing, again, saved.hash]);
  const leave = useRef(() => undefined);
  leave.current = () => {
    // Who leaves within the moment before a save leaves nothing behind.
    if (due.current !== null) void save(due.current);
    return undefined;
  };
  useEffect(() => {
    const flush = () => leave.current();
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, []);

  return {
    text,
    turn,
    standing,
    failure: standing === 'failed' ? failure : null,
    saved,
    theirs,
    aside,
    write(next) {
      if (next === written.current) return;
      written.current = next;
      setText(next);
      if (standing !== 'theirs') soon(saved.hash);
    },
    take() {
      if (theirs === null) return;
      setAside({ whose: 'mine', text: written.current });
      // Any change of a draft voids what was signed of it.
      show(theirs.hash === latest.hash ? latest : { ...theirs, signatures: [], complete: false });
    },
    keep(merged) {
      if (theirs === null) return;
      if (merged === undefined) setAside({ whose: 'theirs', text: textOf(theirs) });
      else put(merged);
      void save(theirs.hash);
    },
    restore() {
      if (aside === null) return;
      setAside({ whose: aside.whose === 'mine' ? 'theirs' : 'mine', text: written.current });
      put(aside.text);
      soon(saved.hash);
    },
    forget: () => setAside(null),
  };
}
