/** The panels with Marina in them, for looking at and for axe: `?lang=pt-BR&show=card`. */
import { render } from 'preact';
import { CardApp } from '../../../extension/panels/CardApp.tsx';
import { languageOf } from '../../../shared/messages/catalog.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import { attemptOf, at, contextIn, marina, NOW } from '../../shared/ui/sampleLead.ts';
import { fakePort } from './fakePort.ts';

const asked = new URLSearchParams(location.search);
const language = languageOf(asked.get('lang') ?? 'en');
const context = contextIn(language);
const state = marina(language, {
  attempts: asked.has('tried') ? [attemptOf('a1', at(15)), attemptOf('a2', at(16), { withdrawn: true })] : [],
});
const view = buildCard(
  { state, pending: new Set(['a1']), toSend: asked.has('tried') ? 1 : 0, syncedAt: NOW - 4_000 },
  context,
);
const root = document.getElementById('card');
if (root) render(<CardApp port={fakePort(view).port} language={language} sure />, root);
