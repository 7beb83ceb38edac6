/** The chip of one lead, of several that share an address, or of a colleague's lead (OVR1, IDN2, ACC3). */
import type { LeadState } from '../lead/state.ts';
import type { Language } from '../lead/vocabulary.ts';
import { messagesFor } from '../messages/catalog.ts';
import { buildFace } from './buildFace.ts';
import type { ChipView } from './chipView.ts';
import { clocksOfSide, nearestClock } from './nearestClock.ts';
import { firstName, isColleagues, memberName, versionNumbered, type ViewContext } from './viewContext.ts';

/** `key` is the opaque handle the page knows the lead by. Nothing personal goes in (OVR2). */
export function buildChip(key: string, state: LeadState, context: ViewContext): ChipView {
  const { chip } = messagesFor(context.language);
  const definitions = versionNumbered(context.history, state.version)?.definitions;
  const stage = definitions?.stages.find(({ id }) => id === state.stage.id)?.short ?? state.stage.id;
  if (isColleagues(state, context) && state.owner)
    return buildForeignChip(key, stage, memberName(context.room, state.owner.id), context.language);

  const nearest = nearestClock(clocksOfSide(state.clocks, context.viewer.role));
  return {
    key,
    leads: 1,
    score: state.score.shown,
    stage,
    clock: nearest && buildFace(nearest, state, context),
    note: nearest ? null : noteOf(state, context.language),
    label: chip.label(String(state.score.shown), stage),
  };
}

/** Says whose lead it is and its stage, and no more (ACC3). */
export function buildForeignChip(key: string, stage: string, owner: string, language: Language): ChipView {
  const { chip } = messagesFor(language);
  const note = chip.of(firstName(owner));
  return { key, leads: 1, score: null, stage, clock: null, note, label: `Combinado: ${stage}` };
}

/** Several leads share the address: says how many and asks (IDN2). */
export function buildSharedChip(key: string, leads: number, language: Language): ChipView {
  const words = messagesFor(language).chip.leads(leads);
  return { key, leads, score: null, stage: words, clock: null, note: null, label: `Combinado: ${words}` };
}

function noteOf(state: LeadState, language: Language): string | null {
  const { chip } = messagesFor(language);
  if (state.optedOut.includes('all')) return chip.refused;
  if (state.stage.mark === 'disqualified') return chip.disqualified;
  if (state.backlog) return chip.backlog;
  if (state.trial && state.handoffs.length > 0) return chip.trial;
  return null;
}
