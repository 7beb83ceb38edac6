/** Opens the card on Marina, with a checklist that has one of each verdict. */
import { CardApp } from '../../../extension/panels/CardApp.tsx';
import type { LeadState } from '../../../shared/lead/state.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import type { CardView } from '../../../shared/ui/cardView.ts';
import { contextIn, marina, NOW } from '../../shared/ui/sampleLead.ts';
import { fakePort } from './fakePort.ts';
import { draw } from './screen.tsx';

export function viewOf(more: Partial<LeadState> = {}, language: Language = 'pt-BR'): CardView {
  const state = marina(language, more);
  const input = { state, pending: new Set(['a1']), toSend: 0, syncedAt: NOW - 4_000 };
  return { ...buildCard(input, contextIn(language)), next: NEXT };
}

const NEXT: CardView['next'] = {
  title: 'Para virar SQL · faltam 2',
  decide: null,
  criteria: [
    { verdict: 'met', label: 'Setor no perfil ideal', value: 'Saúde', hint: null, ask: null },
    {
      verdict: 'unknown',
      label: 'Orçamento',
      value: 'não se sabe',
      hint: null,
      ask: { field: 'budget', type: 'number', question: 'Qual é o orçamento?', choices: [] },
    },
    { verdict: 'unmet', label: 'Conversa com um SDR', value: 'nenhuma ainda', hint: null, ask: null },
  ],
};

/** `sure` as the browser proves it; `answers` as `fakePort` takes them. */
export async function openCard(view: CardView | null, answers = {}, sure: boolean | null = true) {
  const fake = fakePort(view, answers);
  const screen = await draw(<CardApp port={fake.port} language="pt-BR" sure={sure} />);
  await screen.settle();
  return { ...fake, screen };
}
