import { expect, test, vi } from 'vitest';
import { CardApp } from '../../../extension/panels/CardApp.tsx';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { at, FIRST_RESPONSE, NOW } from '../../shared/ui/sampleLead.ts';
import { fakePort } from './fakePort.ts';
import { openCard, viewOf } from './openCard.tsx';
import { draw } from './screen.tsx';

test('the first frame is a skeleton that says it is loading', async () => {
  const never = { ...fakePort(null).port, hello: () => new Promise<never>(() => undefined) };
  const screen = await draw(<CardApp port={never} language="pt-BR" sure />);
  expect(screen.root.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
});

test('[OVR1] the card says score, stage, clocks, what is missing and why', async () => {
  const { screen } = await openCard(viewOf());
  for (const words of [
    'Marina Duarte',
    '72',
    'B1 · interesse alto',
    'via rápida: pediu demonstração',
    'Primeira resposta1 h 20',
    'amanhã 13:10',
    '0 de 5',
    'Para virar SQL · faltam 2',
    'Conversa com um SDR',
    'Pediu demonstração+30',
    '−3',
    'Definições v7 · assinadas 12 nov',
    'sincronizado há 4 s',
  ])
    expect(screen.text()).toContain(words);
});

test.each(LANGUAGES)('the card speaks %s and the document says so', async (language) => {
  await openCard(viewOf({}, language));
  expect(document.documentElement.lang).toBe(language);
});

test('screen readers find landmarks, one main heading, named parts and the current stage', async () => {
  const { screen } = await openCard(viewOf());
  expect(screen.root.querySelector('main')?.getAttribute('aria-label')).toBe('Lead Marina Duarte');
  expect(screen.all('h1')).toHaveLength(1);
  const named = screen.all('section').map((part) => {
    const id = part.getAttribute('aria-labelledby');
    return screen.root.querySelector(`#${id}`)?.textContent;
  });
  expect(named).toEqual([
    'Acordo (SLA)',
    'Para virar SQL · faltam 2',
    'Por que 72',
    'Persona · Quem decide',
    'Registrar',
  ]);
  expect(screen.root.querySelector('[aria-current=step] .unseen')?.textContent).toBe(
    'Lead qualificado por marketing (ambos)',
  );
  expect(screen.all('.checklist .unseen').map((word) => word.textContent)).toEqual([
    'Cumprido: ',
    'Não se sabe: ',
    'Ainda não: ',
  ]);
});

test('[FCT5] the card ticks: what was at risk is late once its due has passed', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
  try {
    const { screen } = await openCard(viewOf());
    vi.setSystemTime(at(17, 30) + 61_000);
    vi.advanceTimersByTime(1_000);
    await screen.settle();
    expect(screen.text()).toContain('atrasado 1 min');
  } finally {
    vi.useRealTimers();
  }
});

test('[SYN2] what the workspace turned down is shown with its next step', async () => {
  const rejected = ['Tentativa: Seu papel não permite isso. Fale com seu gestor.'];
  const { screen } = await openCard({ ...viewOf(), rejected });
  expect(screen.root.querySelector('.rejected')?.textContent).toBe(rejected[0]);
});

test('[SYN5] a push draws the card again', async () => {
  const { screen, shown, change } = await openCard(viewOf());
  const met = { ...FIRST_RESPONSE, status: 'met', endedAt: at(16, 10) } as const;
  shown.view = viewOf({ clocks: [met] });
  change();
  await screen.settle();
  expect(screen.text()).toContain('no prazo');
});

test('[IDN2] an address of two leads asks which one is meant', async () => {
  const choices = [
    { leadId: 'marina', name: 'Marina Duarte' },
    { leadId: 'mauro', name: 'Mauro Duarte' },
  ];
  const { screen, asked } = await openCard(viewOf(), { choices });
  expect(screen.text()).toContain('Qual é?');
  await screen.click('Marina Duarte');
  await screen.settle();
  expect(asked.at(-1)).toEqual({ what: 'hello', ask: 'marina' });
  expect(screen.root.querySelector('h1')?.textContent).toBe('Marina Duarte');
});

test('an expired card says how to go on', async () => {
  const { screen } = await openCard(null);
  expect(screen.text()).toContain('clique de novo na etiqueta');
});

test('[CLK1] without a clock the card says why instead of a number', async () => {
  const { screen } = await openCard(viewOf({ clocks: [], handoffs: [] }));
  expect(screen.text()).toContain('o acordo começa a contar em MQL');
});
