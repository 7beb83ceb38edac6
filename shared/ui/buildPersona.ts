/** The words and materials of this kind of person: few of each, those of the lead's stage first (DEF7). */
import type { Definitions } from '../definitions/definitions.ts';
import type { LeadState } from '../lead/state.ts';
import type { CardPersona } from './cardView.ts';

/** More than this is read by nobody during a call. */
const LINES = 3;
const MATERIALS = 4;

export function buildPersona(state: LeadState, definitions: Definitions | undefined): CardPersona | null {
  const persona = definitions?.personas.find(({ id }) => id === state.persona);
  if (!persona) return null;
  const { id, label, pains = [], needs = [], words = [], materials = [] } = persona;
  const here = (stage: string | undefined) => Number(stage === state.stage.id);
  return {
    id,
    label,
    pains: pains.slice(0, LINES),
    needs: needs.slice(0, LINES),
    words: words.slice(0, LINES),
    materials: materials
      .toSorted((a, b) => here(b.stage) - here(a.stage))
      .slice(0, MATERIALS)
      .map((material) => ({ id: material.id, title: material.title, link: material.link })),
  };
}
