import { expect, test } from 'vitest';
import type { Connection } from '../../../extension/messages.ts';
import { DayApp, type DayPort } from '../../../extension/panels/DayApp.tsx';
import type { ClockState } from '../../../shared/lead/state.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import type { CardView } from '../../../shared/ui/cardView.ts';
import { ACCEPTANCE, at, contextIn, FIRST_RESPONSE, marina, NOW } from '../../shared/ui/sampleLead.ts';
import { fakePort } from './fakePort.ts';
import { draw } from './screen.tsx';

const SIGNED_IN: Connection = {
  state: 'signed_in',
  origin: 'http://127.0.0.1:8787',
  name: 'Ana Lima',
  workspace: 'Vida',
  syncedAt: NOW - 4_000,
  pending: 1,
  oldestPendingAt: NOW,
  rejected: 0,
  problem: null,
};

function cardOf(name: string, clocks: readonly ClockState[]): CardView {
  const state = marina('pt-BR', { leadId: name, fields: { name, company: 'Rede Bem' }, clocks });
  return buildCard({ state, pending: new Set(), toSend: 0, syncedAt: NOW }, contextIn('pt-BR'));
}

const LATE = cardOf('Rafael Nunes', [{ ...FIRST_RESPONSE, status: 'breached', dueAt: at(14, 5) }]);

async function open(cards: readonly CardView[], connection: Connection = SIGNED_IN) {
  const fake = fakePort(cards[0] ?? null);
  let options = 0;
  const port: DayPort = {
    connection: async () => connection,
    cards: async () => cards,
    watch: () => undefined,
    card: (_, close) => ({ ...fake.port, close }),
    log: fake.port.log,
    undo: fake.port.undo,
    openOptions: () => void (options += 1),
  };
  const screen = await draw(<DayApp port={port} language="pt-BR" />);
  await screen.settle();
  return { screen, asked: fake.asked, options: () => options };
}

test('the day in its groups, with what is owed and for how long', async () => {
  const { screen } = await open([LATE, cardOf('Marina', [FIRST_RESPONSE]), cardOf('Teresa', [ACCEPTANCE])]);
  expect(screen.all('h2').map((title) => title.textContent)).toEqual(['Vencido', 'Agora', 'Depois']);
  expect(screen.all('.day-item').map((item) => item.textContent)).toEqual([
    'Rafael NunesRede Bem · primeira resposta+2 h 05LigarE-mailWhatsApp',
    'MarinaRede Bem · primeira resposta1 h 20LigarE-mailWhatsApp',
    'TeresaRede Bem · aceitar ou devolveramanhã 13:10',
  ]);
  expect(screen.text()).toContain('2 hoje · 1 vencido');
});

test('[SYN7] what is not sent yet is counted, and when it last synced', async () => {
  const { screen } = await open([LATE]);
  expect(screen.root.querySelector('footer')?.textContent).toBe('1 tentativa por enviarsincronizado há 4 s');
});

test('[ATT1] an e-mail is logged in one click, a call asks how it went', async () => {
  const { screen, asked } = await open([LATE]);
  await screen.click('E-mail: Rafael Nunes');
  await screen.click('Ligar: Rafael Nunes');
  await screen.click('Deixou recado');
  expect(asked.filter(({ what }) => what === 'log').map(({ ask }) => ask)).toEqual([
    { leadId: 'Rafael Nunes', channel: 'email', outcome: 'sent' },
    { leadId: 'Rafael Nunes', channel: 'call', outcome: 'left_message' },
  ]);
  await screen.click('Desfazer (10 s)');
  expect(asked.at(-1)).toEqual({ what: 'undo', ask: { toast: 't1' } });
});

test('a name opens the card, where everything may be done, and leads back', async () => {
  const { screen } = await open([LATE]);
  await screen.click('Rafael Nunes');
  await screen.settle();
  expect(screen.buttons()).toContain('Aceitar');
  await screen.click('Meu dia');
  await screen.settle();
  expect(screen.root.querySelector('h1')?.textContent).toBe('Meu dia');
});

test('an empty day says what will come', async () => {
  const { screen } = await open([]);
  expect(screen.text()).toContain('Nada pendente agora.');
  expect(screen.text()).toContain('0 hoje · 0 vencido');
});

test('signed out, one button leads to the options', async () => {
  const { screen, options } = await open([], { state: 'signed_out', message: null });
  expect(screen.text()).toContain('Ainda não conectado.');
  await screen.click('Conectar…');
  expect(options()).toBe(1);
});
