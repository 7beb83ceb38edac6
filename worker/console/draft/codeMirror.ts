/** CodeMirror set up for an agreement: loaded only where one is edited. */
import { json, jsonParseLinter } from '@codemirror/lang-json';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { type Diagnostic, linter, lintGutter, setDiagnostics } from '@codemirror/lint';
import { tags } from '@lezer/highlight';
import { basicSetup, EditorView } from 'codemirror';
import { jsonCompletion, stateExtensions } from 'codemirror-json-schema';
import * as z from 'zod';
import type { Problem } from '../../../shared/definitions/validate.ts';
import { request } from '../api/request.ts';
import { rangeAt } from './rangeAt.ts';

export interface Opening {
  readonly label: string;
  readonly text: string;
  readonly onWrite: (text: string) => void;
}

const LOOK = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper)', color: 'var(--ink)', fontSize: '0.8125rem' },
  '.cm-gutters': { backgroundColor: 'var(--wash)', color: 'var(--ink-3)', borderColor: 'var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--wash)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '&.cm-focused': { outline: '2px solid var(--done)' },
});

/** Tokens of ours, which keep their contrast in both themes. */
const COLOURS = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--ink)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--done)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--risk)' },
]);

/** @param root where its styles may be, too */
export async function openEditor(root: ShadowRoot, { label, text, onWrite }: Opening) {
  const schema = await request(z.record(z.string(), z.unknown()), 'GET /v1/definitions/schema.json');
  const language = json();
  // Without it one can still write; only nothing is offered.
  const completion = schema.ok
    ? [language.language.data.of({ autocomplete: jsonCompletion() }), stateExtensions(schema.value)]
    : [];
  const view = new EditorView({
    root,
    parent: root,
    doc: text,
    extensions: [
      basicSetup,
      language,
      ...completion,
      lintGutter(),
      linter(jsonParseLinter()),
      LOOK,
      syntaxHighlighting(COLOURS),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onWrite(update.state.doc.toString());
      }),
    ],
  });
  return {
    replace(next: string): void {
      const changes = changeTo(view.state.doc.toString(), next);
      if (changes) view.dispatch({ changes });
    },
    mark(problems: readonly Problem[]): void {
      const diagnostics = problems.map(({ pointer, severity, message }): Diagnostic => {
        return { ...rangeAt(view.state, pointer), severity, message };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    /** Leads to a place by its pointer, or to the nearest there is. */
    show(pointer: string): void {
      const { from, to } = rangeAt(view.state, pointer);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
    /** Scrolls to a place by its pointer; where one is writing does not change. */
    reveal(pointer: string): void {
      const { from } = rangeAt(view.state, pointer);
      view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'start' }) });
    },
    close: () => view.destroy(),
  };
}

/** Only what differs, so that the cursor and what is read stay where they are. */
function changeTo(now: string, next: string): { from: number; to: number; insert: string } | null {
  if (now === next) return null;
  const shorter = Math.min(now.length, next.length);
  let from = 0;
  while (from < shorter && now[from] === next[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && now.at(-1 - tail) === next.at(-1 - tail)) tail += 1;
  return { from, to: now.length - tail, insert: next.slice(from, next.length - tail) };
}
