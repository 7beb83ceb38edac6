/** What a lead needs for its next stage, one line per criterion, with room for what is missing (PRD5). */
import type { LeadState } from '../lead/state.ts';
import type { LeadContext } from '../lead/context.ts';
import { explain, type Explained, type ExplainedLeaf } from '../predicate/explain.ts';
import { scoreGap } from '../score/gap.ts';
import { askOf } from './askOf.ts';
import type { CardCriterion, CardView } from './cardView.ts';
import { seenWords, wantedWords, type Wording } from './criterionWords.ts';

/**
 * Null when no stage ahead has criteria. `seen` is what criteria look at, of the same instant. Some stages
 * are entered by nobody's points but by a person's word.
 */
export function buildNext(state: LeadState, seen: LeadContext, wording: Wording): CardView['next'] {
  const { stages } = wording.definitions;
  const now = stages.findIndex(({ id }) => id === state.stage.id);
  const next = stages.find(({ criteria }, place) => place > now && criteria !== undefined);
  if (!next?.criteria) return null;
  const criteria = linesOf(explain(next.criteria, seen)).map((node) => lineOf(node, seen, wording));
  const missing = criteria.filter(({ verdict }) => verdict !== 'met').length;
  const decide = next.enter === 'decision' && missing === 0 ? { id: next.id, label: next.short } : null;
  return { title: wording.when.messages.card.next(next.short, missing), criteria, decide };
}

/** Groups without a name that ask for all of their parts are no line of their own. */
function linesOf(node: Explained): readonly Explained[] {
  return node.kind === 'all' && node.label === null ? node.children.flatMap(linesOf) : [node];
}

function lineOf(node: Explained, seen: LeadContext, wording: Wording): CardCriterion {
  const leaves = leavesOf(node);
  const ask = node.verdict === 'met' ? null : questionOf(leaves, wording);
  // The leaf that settled it speaks for the line: the one met, else the first.
  const speaker = leaves.find(({ verdict }) => verdict === node.verdict) ?? leaves[0];
  return {
    // A value that can be asked for is a question, not a failure, even where it must only be known.
    verdict: ask === null ? node.verdict : 'unknown',
    label: wantedWords(node, wording),
    value: speaker ? seenWords(speaker, wording) : '',
    hint: node.verdict === 'met' ? null : hintOf(leaves, seen, wording),
    ask,
  };
}

/** More rules than this are a list, not a hint. */
const MOST_RULES = 2;

/** How far a score is from what is wanted, and what alone would bring it there. */
function hintOf(
  leaves: readonly ExplainedLeaf[],
  seen: LeadContext,
  { definitions, when }: Wording,
): string | null {
  const { criterion, format } = when.messages;
  // What they are is settled once known; only what they may still do or tell is worth a hint.
  const engages = new Set(
    definitions.scoring.groups.flatMap(({ kind, rules }) =>
      kind === 'engagement' ? rules.map(({ id }) => id) : [],
    ),
  );
  for (const { leaf } of leaves) {
    const kind = SCORES.find((name) => name in leaf);
    const want = 'atLeast' in leaf && typeof leaf.atLeast === 'number' ? leaf.atLeast : undefined;
    const gap = kind ? scoreGap(kind, want, seen) : null;
    if (!gap) continue;
    const rules = gap.rules.filter(({ id, unknown }) => unknown || engages.has(id)).slice(0, MOST_RULES);
    const words = rules.map(({ label, gains }) => `${label} ${format.signed(gains)}`);
    return criterion.gap(gap.want - gap.have, format.choice(words));
  }
  return null;
}

const SCORES = ['score', 'fit', 'engagement'] as const;

/** The first missing value sales may fill in. */
function questionOf(leaves: readonly ExplainedLeaf[], { definitions, when }: Wording): CardCriterion['ask'] {
  for (const { leaf, seen } of leaves) {
    if (!('field' in leaf) || seen !== null) continue;
    const field = definitions.fields.find(({ id, askedBySales }) => id === leaf.field && askedBySales);
    if (field) return askOf(field, definitions, when.messages);
  }
  return null;
}

function leavesOf(node: Explained): readonly ExplainedLeaf[] {
  return node.kind === 'leaf' ? [node] : node.children.flatMap(leavesOf);
}
