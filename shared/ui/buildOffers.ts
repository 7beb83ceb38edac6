/**
 * What the lead's persona offers to whoever writes to them (DEF7): words to use, and materials, those of
 * the lead's stage first. Nothing is put into a mail by itself: a click copies.
 */
import type { LeadState } from '../lead/state.ts';
import { composeWords } from '../messages/compose.ts';
import { versionNumbered, type ViewContext } from './viewContext.ts';

export interface OfferView {
  /** What is read, and for words what is copied. */
  readonly title: string;
  /** What goes to the clipboard. */
  readonly copies: string;
  readonly label: string;
  /** Of a material, whose use is counted; null for words. */
  readonly material: string | null;
}

export interface OffersView {
  /** Handle of the lead they are for, on this tab. */
  readonly key: string;
  readonly label: string;
  readonly copied: string;
  readonly items: readonly OfferView[];
}

/** More than this is a library, not a hint. */
const MOST = 12;

/** Undefined where no persona is known or it offers nothing. */
export function buildOffers(key: string, state: LeadState, context: ViewContext): OffersView | undefined {
  const version = versionNumbered(context.history, state.version);
  const persona = version?.definitions.personas.find(({ id }) => id === state.persona);
  if (!persona) return undefined;
  const words = composeWords(context.language);
  const ofStage = (stage: string | undefined) => (stage === state.stage.id ? 0 : stage === undefined ? 1 : 2);
  const materials = (persona.materials ?? []).toSorted((a, b) => ofStage(a.stage) - ofStage(b.stage));
  const items: readonly OfferView[] = [
    ...(persona.words ?? []).map((title) => ({
      title,
      copies: title,
      label: words.copyWords,
      material: null,
    })),
    ...materials.map(({ id, title, link }) => ({
      title,
      copies: link,
      label: words.copyLink,
      material: id,
    })),
  ];
  if (items.length === 0) return undefined;
  return { key, label: words.offers(persona.label), copied: words.copied, items: items.slice(0, MOST) };
}
