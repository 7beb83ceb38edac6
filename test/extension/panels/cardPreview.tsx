/** The card by its state, for looking at and for axe: `?lang=pt-BR&card=late`; `?state=foreign` for what is none. */
import { render } from 'preact';
import { CardApp } from '../../../extension/panels/CardApp.tsx';
import { provenVisible } from '../../../extension/panels/provenVisible.ts';
import { trustedOnly } from '../../../extension/panels/trustedOnly.ts';
import { languageOf, messagesFor } from '../../../shared/messages/catalog.ts';
import { buildForeign } from '../../../shared/ui/buildForeign.ts';
import { StrangerForm } from '../../../shared/ui/card/StrangerForm.tsx';
import { at, attemptOf, marina } from '../../shared/ui/sampleLead.ts';
import { CARDS, contextWith, everyType, sampleCard } from './cardSample.ts';
import { fakePort } from './fakePort.ts';

const asked = new URLSearchParams(location.search);
const language = languageOf(asked.get('lang') ?? 'en');
const name = asked.get('card') ?? 'fresh';
const sampled = Object.entries(CARDS).find(([key]) => key === name)?.[1] ?? {};
const sample = sampleCard({ ...sampled, language });
const view = asked.has('types') ? everyType(sample) : sample;
const state = asked.get('state');

const foreign = () => {
  const other = marina(language, {
    owner: { id: 'bruno', since: at(9) },
    attempts: [attemptOf('b1', at(14), { by: 'bruno' })],
  });
  return buildForeign(other, contextWith({ language }));
};
const HELLOS = {
  foreign: () => ({ card: null, foreign: foreign() }),
  out: () => ({ card: null, signedOut: true }),
  failed: () => null,
  gone: () => ({ card: null }),
  choose: () => ({
    card: null,
    choices: [
      { leadId: 'marina', name: 'Marina Duarte' },
      { leadId: 'mauro', name: 'Mauro Duarte' },
    ],
  }),
} as const;
const hello = Object.entries(HELLOS).find(([key]) => key === state)?.[1];

const { port } = fakePort(view, {
  ...(hello ? { hello: hello() } : {}),
  colleagues: [
    { id: 'ana', name: 'Ana Lima', team: 'Inbound', away: false, me: false },
    { id: 'bruno', name: 'Bruno Dias', team: 'Inbound', away: true, me: false },
  ],
  history: (shown) => ({ ...view.history, lines: view.history.lines.slice(0, shown) }),
});
const loading = { ...port, hello: () => new Promise<never>(() => undefined) };

const root = document.getElementById('card');
if (root) {
  document.documentElement.lang = language;
  trustedOnly(window, () => false, new AbortController().signal);
  const draw = (sure: boolean | null) =>
    render(
      state === 'stranger' ? (
        <main class="card">
          <h1 class="unseen">Combinado</h1>
          <StrangerForm
            address="marina@vida.example"
            mayAdd={!asked.has('unsure')}
            busy={false}
            problem={null}
            done={null}
            messages={messagesFor(language)}
            onAdd={() => undefined}
          />
        </main>
      ) : (
        <CardApp port={state === 'loading' ? loading : port} language={language} sure={sure} />
      ),
      root,
    );
  const whole = new AbortController().signal;
  if (asked.has('prove')) {
    draw(null);
    trustedOnly(window, provenVisible(root, draw, whole), whole);
  } else {
    draw(!asked.has('unsure'));
    trustedOnly(window, () => false, whole);
  }
}
