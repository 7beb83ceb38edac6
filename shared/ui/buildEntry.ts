/** How the lead got where it is: "MQL today 13:10 by **fast track: asked for a demo** · source …" (STG5). */
import type { Definitions } from '../definitions/definitions.ts';
import type { LeadState, StageEntry } from '../lead/state.ts';
import type { Catalog } from '../messages/catalog.ts';
import { inSentence } from '../messages/format.ts';
import type { CardView } from './cardView.ts';
import { memberName, type ViewContext } from './viewContext.ts';
import { whenShort, type When } from './when.ts';

export function buildEntry(
  state: LeadState,
  definitions: Definitions | undefined,
  context: ViewContext,
  when: When,
): CardView['entry'] {
  const { card } = when.messages;
  const source = sourceWords(state, definitions);
  const origin = source ? card.source(source) : '';
  const entry = state.entries.findLast(({ stage }) => stage === state.stage.id);
  if (!entry) return { before: '', strong: '', after: origin.replace(/^ · /, '') };
  const stage = definitions?.stages.find(({ id }) => id === entry.stage);
  return {
    before: card.entered(stage?.short ?? entry.stage, whenShort(entry.at, when)),
    strong: causeWords(entry, definitions, context, when.messages),
    after: `${entry.evidenceGone ? card.evidenceGone : ''}${origin}`,
  };
}

function causeWords(
  entry: StageEntry,
  definitions: Definitions | undefined,
  { room }: ViewContext,
  { card: { causes } }: Catalog,
): string {
  if (entry.cause === 'person') return causes.person(memberName(room, entry.actor));
  if (entry.cause !== 'fast_track') return causes[entry.cause];
  const tracks = definitions?.stages.find(({ id }) => id === entry.stage)?.fastTrack ?? [];
  const track = tracks.find(({ signal }) => signal === entry.evidence) ?? tracks[0];
  return causes.fast_track(inSentence(track?.label ?? entry.evidence ?? ''));
}

function sourceWords(state: LeadState, definitions: Definitions | undefined): string {
  const source = definitions?.sources.find(({ id }) => id === state.source)?.label ?? state.source;
  return [source, state.campaign].filter(Boolean).join(' / ');
}
