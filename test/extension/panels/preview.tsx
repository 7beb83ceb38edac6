/** The panels with Marina in them, for looking at and for axe: `?lang=pt-BR&show=day&tried`. */
import { render } from 'preact';
import { CardApp } from '../../../extension/panels/CardApp.tsx';
import type { Connection } from '../../../extension/messages.ts';
import { DayApp, type DayPort } from '../../../extension/panels/DayApp.tsx';
import { provenVisible } from '../../../extension/panels/provenVisible.ts';
import { trustedOnly } from '../../../extension/panels/trustedOnly.ts';
import type { ClockState, LeadState } from '../../../shared/lead/state.ts';
import { readLead } from '../../../shared/lead/fold.ts';
import { languageOf } from '../../../shared/messages/catalog.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import {
  ACCEPTANCE,
  at,
  attemptOf,
  cadenceOf,
  contextIn,
  FIRST_RESPONSE,
  marina,
  marinasFacts,
  NOW,
} from '../../shared/ui/sampleLead.ts';
import { fakePort } from './fakePort.ts';

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
const SIGNED_IN: Connection = {
  state: 'signed_in',
  origin: 'http://127.0.0.1',
  name: 'Ana',
  workspace: 'Vida',
  syncedAt: NOW - 4_000,
  pending: 1,
  oldestPendingAt: NOW,
  rejected: 0,
  problem: null,
};

const { port } = fakePort(asked.has('gone') ? null : view);

function leadOf(name: string, company: string, clock: ClockState, more: Partial<LeadState> = {}) {
  return cardOf({ leadId: name, fields: { name, company }, clocks: [clock], ...more });
}

const day = asked.has('empty')
  ? []
  : [
      leadOf('Rafael Nunes', 'Construtora Sol', cadenceOf(3, { status: 'breached', dueAt: at(14, 5) })),
      leadOf('Marina Duarte', 'Clínica Vida', FIRST_RESPONSE),
      leadOf('Lucía Herrera', 'Grupo Andes', { ...ACCEPTANCE, dueAt: at(17, 55), riskAt: at(17) }),
      leadOf('Teresa Prado', 'Rede Bem', cadenceOf(2, { dueAt: at(16) + DAY_MS, riskAt: at(15) + DAY_MS })),
      leadOf('Chen Wei', 'Dental Plus', cadenceOf(2, { status: 'paused', dueAt: null }), {
        snoozedUntil: at(9) + 4 * DAY_MS,
      }),
    ];

const dayPort: DayPort = {
  connection: async () => (asked.has('out') ? { state: 'signed_out', message: null } : SIGNED_IN),
  cards: async () => day,
  watch: () => undefined,
  card: (_, close) => ({ ...port, close }),
  log: port.log,
  undo: port.undo,
  openOptions: () => undefined,
};

const root = document.getElementById('card');
if (root) {
  trustedOnly(window, new AbortController().signal);
  const draw = (sure: boolean | null) =>
    render(
      asked.get('show') === 'day' ? (
        <DayApp language={language} port={dayPort} />
      ) : (
        <CardApp port={port} language={language} sure={sure} />
      ),
      root,
    );
  if (asked.has('prove')) {
    draw(null);
    provenVisible(root, draw, new AbortController().signal);
  } else draw(!asked.has('unsure'));
}
