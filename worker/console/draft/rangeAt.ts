/** Where in a JSON text a pointer leads (RFC 6901), by the editor's own syntax tree. */
import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';

/** Nobody waits longer than this for a place to be found. */
const LONGEST_MS = 500;

type Node = ReturnType<typeof syntaxTree>['topNode'];

/** The nearest there is, when the last steps lead to what is missing. */
export function rangeAt(state: EditorState, pointer: string): { readonly from: number; readonly to: number } {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  // A long text is parsed as it is scrolled to; a place in it may be further down.
  const tree = ensureSyntaxTree(state, state.doc.length, LONGEST_MS) ?? syntaxTree(state);
  let node: Node | null = tree.topNode.firstChild;
  let shown = node;
  for (const step of steps) {
    node = node && childOf(state, node, step);
    if (!node) break;
    shown = node;
  }
  const from = shown?.from ?? 0;
  // A whole object underlined says nothing: its first line does.
  return { from, to: Math.min(shown?.to ?? from, state.doc.lineAt(from).to) };
}

function childOf(state: EditorState, node: Node, step: string): Node | null {
  if (node.name === 'Array') {
    let place = Number(step);
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.name === '[' || child.name === ']' || child.name === ',') continue;
      if (place === 0) return child;
      place -= 1;
    }
    return null;
  }
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const name = child.getChild('PropertyName');
    if (name && state.sliceDoc(name.from + 1, name.to - 1) === step) return child.lastChild;
  }
  return null;
}
