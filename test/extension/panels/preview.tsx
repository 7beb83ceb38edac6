/** The panels with Marina in them, for looking at and for axe: `?lang=pt-BR&tried`; with `show` the others. */
import { render } from 'preact';
import { CardApp } from '../../../extension/panels/CardApp.tsx';
import { provenVisible } from '../../../extension/panels/provenVisible.ts';
import { trustedOnly } from '../../../extension/panels/trustedOnly.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { readLead } from '../../../shared/lead/fold.ts';
import { languageOf } from '../../../shared/messages/catalog.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import { at, attemptOf, contextIn, marina, marinasFacts, NOW } from '../../shared/ui/sampleLead.ts';
import { fakePort } from './fakePort.ts';
import { panelOf } from './previewPanels.tsx';

const asked = new URLSearchParams(location.search);
const language = languageOf(asked.get('lang') ?? 'en');
const tried = asked.has('tried');
const context = contextIn(language);

function cardOf(more: Partial<LeadState>) {
  const state = marina(language, more);
  const read = readLead(marinasFacts(), context.history, context.room, NOW);
  const pending = new Set(['a1']);
  return buildCard({ state, read, pending, toSend: tried ? 1 : 0, syncedAt: NOW - 4_000 }, context);
}

const view = cardOf({
  attempts: tried ? [attemptOf('a1', at(15)), attemptOf('a2', at(16), { withdrawn: true })] : [],
});
const { port } = fakePort(asked.has('gone') ? null : view);

const root = document.getElementById('card');
if (root) {
  const panel = asked.has('show') ? panelOf(asked, language, view) : null;
  trustedOnly(window, () => false, new AbortController().signal);
  const draw = (sure: boolean | null) =>
    render(panel ?? <CardApp port={port} language={language} sure={sure} />, root);
  if (asked.has('prove')) {
    draw(null);
    provenVisible(root, draw, new AbortController().signal);
  } else draw(!asked.has('unsure'));
}
