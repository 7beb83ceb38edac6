import { describe, expect, test, vi } from 'vitest';
import { CardApp } from '../../../extension/panels/CardApp.tsx';
import type { LeadState } from '../../../shared/lead/state.ts';
import { LANGUAGES, type Language } from '../../../shared/lead/vocabulary.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import type { CardView } from '../../../shared/ui/cardView.ts';
import { at, attemptOf, contextIn, FIRST_RESPONSE, marina, NOW } from '../../shared/ui/sampleLead.ts';
import { fakePort } from './fakePort.ts';
import { draw } from './screen.tsx';

function viewOf(more: Partial<LeadState> = {}, language: Language = 'pt-BR'): CardView {
  const state = marina(language, more);
  const input = { state, pending: new Set(['a1']), toSend: 0, syncedAt: NOW - 4_000 };
  return { ...buildCard(input, contextIn(language)), next: NEXT };
}

const NEXT: CardView['next'] = {
  title: 'Para virar SQL · faltam 2',
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

async function open(view: CardView | null, answers = {}, sure: boolean | null = true) {
  const fake = fakePort(view, answers);
  const screen = await draw(<CardApp port={fake.port} language="pt-BR" sure={sure} />);
  await screen.settle();
  return { ...fake, screen };
}

test('the first frame is a skeleton that says it is loading', async () => {
  const never = { ...fakePort(null).port, hello: () => new Promise<never>(() => undefined) };
  const screen = await draw(<CardApp port={never} language="pt-BR" sure />);
  expect(screen.root.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
});

test('[OVR1] the card says score, stage, clocks, what is missing and why', async () => {
  const { screen } = await open(viewOf());
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
  await open(viewOf({}, language));
  expect(document.documentElement.lang).toBe(language);
});

test('screen readers find landmarks, one main heading, named parts and the current stage', async () => {
  const { screen } = await open(viewOf());
  expect(screen.root.querySelector('main')?.getAttribute('aria-label')).toBe('Lead Marina Duarte');
  expect(screen.all('h1')).toHaveLength(1);
  const named = screen.all('section').map((part) => {
    const id = part.getAttribute('aria-labelledby');
    return screen.root.querySelector(`#${id}`)?.textContent;
  });
  expect(named).toEqual(['Acordo (SLA)', 'Para virar SQL · faltam 2', 'Por que 72', 'Registrar']);
  expect(screen.root.querySelector('[aria-current=step]')?.textContent).toBe('MQL');
  expect(screen.all('.checklist .unseen').map((word) => word.textContent)).toEqual([
    'Cumprido: ',
    'Não se sabe: ',
    'Ainda não: ',
  ]);
});

test('[FCT5] the card ticks: what was at risk is late once its due has passed', async () => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] });
  try {
    const { screen } = await open(viewOf());
    vi.setSystemTime(at(17, 30) + 61_000);
    vi.advanceTimersByTime(1_000);
    await screen.settle();
    expect(screen.text()).toContain('atrasado 1 min');
  } finally {
    vi.useRealTimers();
  }
});

describe('logging', () => {
  test('[ATT1] an attempt takes two clicks and can be undone', async () => {
    const { screen, asked } = await open(viewOf());
    await screen.click('Ligação');
    expect(screen.text()).toContain('Ligação: como foi?');
    expect(document.activeElement?.textContent).toBe('Conversou');
    await screen.click('Não atendeu');
    expect(asked.find(({ what }) => what === 'log')?.ask).toEqual({
      leadId: 'marina',
      channel: 'call',
      outcome: 'no_answer',
    });
    expect(screen.root.querySelector('[role=status]')?.textContent).toContain('Tentativa registrada');
    await screen.click('Desfazer (10 s)');
    expect(asked.find(({ what }) => what === 'undo')?.ask).toEqual({ toast: 't1' });
    expect(screen.root.querySelector('[role=status]')?.textContent).toContain('Desfeito');
  });

  test('[ATT6] a call made earlier today is stated with its hour', async () => {
    const { screen, asked } = await open(viewOf());
    await screen.click('Ligação');
    await screen.type('.chooser input[type=time]', '00:00');
    await screen.click('Conversou');
    const midnight = new Date();
    midnight.setHours(0, 0, 0, 0);
    expect(asked.find(({ what }) => what === 'log')?.ask).toMatchObject({ at: midnight.getTime() });
  });

  test('Escape goes back from the outcomes, then closes the card', async () => {
    const { screen, asked } = await open(viewOf());
    await screen.click('E-mail');
    await screen.press('Escape');
    expect(screen.text()).not.toContain('como foi?');
    expect(document.activeElement?.textContent).toBe('Ligação');
    expect(asked.some(({ what }) => what === 'close')).toBe(false);
    await screen.press('Escape');
    expect(asked.at(-1)?.what).toBe('close');
  });

  test('[SYN3] while it is being kept the buttons wait and the card says so', async () => {
    const { port, screen } = await open(viewOf());
    const { promise, resolve } = Promise.withResolvers<{ done: false; why: string }>();
    Object.assign(port, { log: () => promise });
    await screen.click('Ligação');
    await screen.click('Conversou');
    expect(screen.text()).toContain('Gravando…');
    expect(screen.all<HTMLButtonElement>('.actions button').every(({ disabled }) => disabled)).toBe(true);
    resolve({ done: false, why: 'Este lead não está mais lá.' });
    await screen.settle();
  });

  test('a failure says what to do next and leaves the choice open', async () => {
    const { screen } = await open(viewOf(), { done: { done: false, why: 'Procure por outro endereço.' } });
    await screen.click('Ligação');
    await screen.click('Conversou');
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('Procure por outro endereço.');
    expect(screen.text()).toContain('como foi?');
  });

  test('a background that is gone is said with the next step', async () => {
    const { screen } = await open(viewOf(), { done: undefined });
    await screen.click('Ligação');
    await screen.click('Conversou');
    expect(screen.root.querySelector('[role=alert]')?.textContent).toContain('Recarregue esta página');
  });

  test('[SYN7] what waits to be sent is marked in the history', async () => {
    const { screen } = await open(viewOf({ attempts: [attemptOf('a1', at(15))] }));
    expect(screen.root.querySelector('.history')?.textContent).toContain('ainda não enviada');
  });

  test('[HOF6] a refused channel says so before anything is logged', async () => {
    const { screen } = await open(viewOf({ optedOut: ['email'] }));
    await screen.click('E-mail: não quer contato');
    expect(screen.root.querySelector('.chooser [role=alert]')?.textContent).toContain('não quer contato');
  });
});

describe('answering the hand-off', () => {
  test('[HOF3] accepting is one click', async () => {
    const { screen, asked } = await open(viewOf());
    await screen.click('Aceitar');
    expect(asked.find(({ what }) => what === 'answer')?.ask).toEqual({
      leadId: 'marina',
      handoff: 'h1',
      answer: 'accepted',
    });
  });

  test('[HOF3] returning needs a reason and may name the day', async () => {
    const { screen, asked } = await open(viewOf());
    await screen.click('Devolver…');
    await screen.type('input[type=date]', '2027-01-11');
    await screen.click('Agora não');
    expect(asked.find(({ what }) => what === 'answer')?.ask).toEqual({
      leadId: 'marina',
      handoff: 'h1',
      answer: 'recycled',
      reason: 'not_now',
      returnOn: '2027-01-11',
    });
  });

  test('disqualifying waits behind "more", with its own reasons', async () => {
    const { screen } = await open(viewOf());
    expect(screen.buttons()).not.toContain('Desqualificar…');
    await screen.click('Mais…');
    await screen.click('Desqualificar…');
    expect(screen.buttons()).toContain('Fora do perfil ideal');
    expect(screen.buttons()).not.toContain('Agora não');
  });

  test('[HOF4] "unreachable" cannot be chosen yet and says what is owed', async () => {
    const view = viewOf();
    const reasons = view.reasons.map((reason) =>
      reason.id === 'unreachable' ? { ...reason, blocked: 'antes, mais 3 tentativas' } : reason,
    );
    const { screen } = await open({ ...view, reasons });
    await screen.click('Devolver…');
    expect(screen.button('Sem contato').disabled).toBe(true);
    expect(screen.text()).toContain('antes, mais 3 tentativas');
  });

  test('an answered hand-off is not asked again', async () => {
    const { screen } = await open({ ...viewOf(), handoff: { id: 'h1', answered: 'accepted' } });
    expect(screen.buttons()).not.toContain('Aceitar');
  });

  test('[OVR2] where the browser cannot prove the frame visible, only what can be undone is offered', async () => {
    const elsewhere = vi.fn<() => void>();
    const { screen } = await open(viewOf(), { elsewhere }, false);
    expect(screen.buttons()).toContain('Ligação');
    expect(screen.buttons()).not.toContain('Aceitar');
    expect(screen.buttons()).not.toContain('Devolver…');
    expect(screen.all('.answer')).toHaveLength(0);
    await screen.click('Abrir lá');
    expect(elsewhere).toHaveBeenCalledOnce();
  });
});

test('[OVR2] while the browser is still looking, what cannot be undone waits in its place', async () => {
  const { screen } = await open(viewOf(), {}, null);
  expect(screen.button('Aceitar').disabled).toBe(true);
  expect(screen.button('Ligação').disabled).toBe(false);
  expect(screen.all('.answer')).toHaveLength(0);
});

describe('[PRD5] a missing answer is given where it is missing', () => {
  test.each([
    ['50000', 50_000],
    ['R$ 50.000,50', 50_000.5],
    ['-3', -3],
  ])('%s is %d', async (typed, value) => {
    const { screen, asked } = await open(viewOf());
    await screen.type('.answer input', typed);
    await screen.submit('.answer');
    expect(asked.find(({ what }) => what === 'set')?.ask).toEqual({
      leadId: 'marina',
      field: 'budget',
      value,
    });
  });

  test('what is no number cannot be saved', async () => {
    const { screen, asked } = await open(viewOf());
    await screen.type('.answer input', 'talvez');
    expect(screen.button('Salvar').disabled).toBe(true);
    await screen.submit('.answer');
    expect(asked.some(({ what }) => what === 'set')).toBe(false);
  });

  test('the field is named by its question', async () => {
    const { screen } = await open(viewOf());
    expect(screen.root.querySelector('.answer input')?.getAttribute('aria-label')).toBe(
      'Responder: Qual é o orçamento?',
    );
  });
});

test('[SYN2] what the workspace turned down is shown with its next step', async () => {
  const rejected = ['Tentativa: Seu papel não permite isso. Fale com seu gestor.'];
  const { screen } = await open({ ...viewOf(), rejected });
  expect(screen.root.querySelector('.rejected')?.textContent).toBe(rejected[0]);
});

test('[SYN5] a push draws the card again', async () => {
  const { screen, shown, change } = await open(viewOf());
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
  const { screen, asked } = await open(viewOf(), { choices });
  expect(screen.text()).toContain('Qual é?');
  await screen.click('Marina Duarte');
  await screen.settle();
  expect(asked.at(-1)).toEqual({ what: 'hello', ask: 'marina' });
  expect(screen.root.querySelector('h1')?.textContent).toBe('Marina Duarte');
});

test('an expired card says how to go on', async () => {
  const { screen } = await open(null);
  expect(screen.text()).toContain('clique de novo na etiqueta');
});

test('[CLK1] without a clock the card says why instead of a number', async () => {
  const { screen } = await open(viewOf({ clocks: [], handoffs: [] }));
  expect(screen.text()).toContain('o acordo começa a contar em MQL');
});
