import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DayApp } from '../../../extension/panels/day/DayApp.tsx';
import { SidePanel } from '../../../extension/panels/beside/SidePanel.tsx';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import { messagesFor } from '../../../shared/messages/catalog.ts';
import { ACCEPTANCE, at, cadenceOf, FIRST_RESPONSE, NOW } from '../../shared/ui/sampleLead.ts';
import { fakeDay, manyRows, rowOf, sampleRows, SIGNED_IN, type FakeDay } from './fakeDay.ts';
import { viewOf } from './openCard.tsx';
import { draw } from './screen.tsx';

beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const LATE = rowOf('pt-BR', 'Rafael Nunes', [{ ...FIRST_RESPONSE, status: 'breached', dueAt: at(14, 5) }]);

async function open(rows = [LATE], answers: FakeDay = {}) {
  const fake = fakeDay('pt-BR', rows, { card: viewOf(), ...answers });
  const screen = await draw(<DayApp port={fake.port} language="en" />);
  await screen.settle();
  await screen.settle();
  return { screen, ...fake };
}

test('the day in its groups, with what is owed and for how long', async () => {
  const { screen } = await open([
    LATE,
    rowOf('pt-BR', 'Marina', [FIRST_RESPONSE]),
    rowOf('pt-BR', 'Teresa', [ACCEPTANCE]),
  ]);
  expect(screen.all('section > h2').map((title) => title.textContent)).toEqual([
    'Vencido 1',
    'Agora 1',
    'Depois 1',
  ]);
  expect(screen.all('.day-item').map((item) => item.textContent)).toEqual([
    'Rafael NunesRede Bem · primeira resposta+2 h 05LigarE-mailWhatsAppAdiar…',
    'MarinaRede Bem · primeira resposta1 h 20LigarE-mailWhatsAppAdiar…',
    'TeresaRede Bem · aceitar ou devolveramanhã 13:10',
  ]);
  expect(screen.text()).toContain('2 hoje · 1 vencido');
});

test('paused leads say until when; what was done today says what it was', async () => {
  const { screen } = await open([...sampleRows('pt-BR')]);
  expect(screen.all('section > h2').map((title) => title.textContent)).toEqual([
    'Vencido 1',
    'Agora 2',
    'Depois 1',
    'Pausado 1',
    'Feito hoje 1',
  ]);
  expect(screen.text()).toContain('Dental Plus · pausado até seg 09:00');
  expect(screen.text()).toContain('Hospital Norte · Ligação · Não atendeu · hoje 15:20');
});

test('[SYN7] what is not sent yet is counted, named, and says since when; and when it last synced', async () => {
  const waiting = [
    { id: 'w1', leadId: 'x', name: 'Marina Duarte', text: 'Ligação · Não atendeu', at: NOW - 180_000 },
  ];
  const { screen } = await open([LATE], { unsettled: { waiting, refused: [] } });
  expect(screen.root.querySelector('footer')?.textContent).toBe('1 tentativa por enviarsincronizado há 4 s');
  expect(screen.root.querySelector('.unsettled')?.textContent).toContain(
    'Por enviarMarina DuarteLigação · Não atendeu há 3 min',
  );
});

test('[SYN2] what was turned down is kept, with its next step, and the lead one click away', async () => {
  const refused = [{ id: 'r1', leadId: 'x', name: 'Marina Duarte', text: 'Fale com seu gestor.', at: NOW }];
  const { screen } = await open([LATE], { unsettled: { waiting: [], refused } });
  expect(screen.root.querySelector('.unsettled summary')?.textContent).toBe('1 registro não foi aceito');
  await screen.click('Marina Duarte');
  await screen.settle();
  expect(screen.buttons()).toContain('Meu dia');
});

test('[SYN2] what was turned down goes from the list once the person has read why', async () => {
  const refused = [{ id: 'r1', leadId: 'x', name: 'Marina Duarte', text: 'Fale com seu gestor.', at: NOW }];
  const { screen, asked } = await open([LATE], { unsettled: { waiting: [], refused } });
  await screen.click('Entendi');
  expect(asked.at(-1)).toEqual({ what: 'readRefused', ask: ['r1'] });
});

test('[ATT1] every row logs a call, an e-mail or a message in two clicks, with how it went, and can be undone', async () => {
  const { screen, asked } = await open();
  await screen.click('E-mail: Rafael Nunes');
  await screen.click('Enviado');
  await screen.settle();
  await screen.click('Ligar: Rafael Nunes');
  await screen.click('Deixou recado');
  expect(asked.filter(({ what }) => what === 'log').map(({ ask }) => ask)).toEqual([
    { leadId: 'Rafael Nunes', channel: 'email', outcome: 'sent' },
    { leadId: 'Rafael Nunes', channel: 'call', outcome: 'left_message' },
  ]);
  await screen.click('Desfazer (10 s)');
  expect(asked.at(-1)).toEqual({ what: 'undo', ask: { toast: 't1' } });
});

test('what is due later opens its actions by one button', async () => {
  const { screen } = await open([rowOf('pt-BR', 'Teresa', [ACCEPTANCE])]);
  expect(screen.buttons()).not.toContain('Ligar: Teresa');
  await screen.click('Registrar ou adiar: Teresa');
  expect(screen.buttons()).toContain('Ligar: Teresa');
});

test('[CLK5] snoozing needs a day and one of the agreed reasons', async () => {
  const { screen, asked } = await open([rowOf('pt-BR', 'Teresa', [cadenceOf(2)])]);
  await screen.click('Adiar… Teresa');
  expect(screen.text()).toContain('Adiar Teresa: até quando e por quê?');
  const reasons = screen.all<HTMLButtonElement>('.reasons button');
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.every(({ disabled }) => disabled)).toBe(true);
  await screen.type('input[type=date]', '2026-11-16');
  await screen.click(screen.all('.reasons button')[0]?.textContent ?? '');
  const done = asked.find(({ what }) => what === 'do');
  expect(done?.ask).toMatchObject({
    leadId: 'Teresa',
    act: { kind: 'lead.snooze', body: { untilOn: '2026-11-16' } },
  });
});

test('after logging the focus is on the row it was about', async () => {
  const { screen } = await open();
  await screen.click('Ligar: Rafael Nunes');
  await screen.click('Conversou');
  await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Rafael Nunes'));
});

test('a name opens the card, where everything may be done, and leads back', async () => {
  const { screen } = await open();
  await screen.click('Rafael Nunes');
  await screen.settle();
  expect(screen.buttons()).toContain('Aceitar');
  await screen.click('Meu dia');
  await screen.settle();
  expect(screen.root.querySelector('h1')?.textContent).toBe('Meu dia');
});

test('search asks the device alone and opens what it finds', async () => {
  const found = [{ leadId: 'z', name: 'Zélia Prado', company: 'Rede Bem', stage: 'MQL' }];
  const { screen, asked } = await open([LATE], { found });
  await screen.type('input[type=search]', 'zel');
  await vi.waitFor(() => expect(asked.at(-1)).toEqual({ what: 'search', ask: 'zel' }));
  await vi.waitFor(() => expect(screen.text()).toContain('1 lead encontrado'));
  expect(screen.text()).not.toContain('Rafael Nunes');
  await screen.click('Zélia Prado');
  await screen.settle();
  expect(screen.buttons()).toContain('Meu dia');
});

test('notices: unread ones are counted, marked and lead to their lead', async () => {
  const notice = {
    id: 'n1',
    kind: 'clock.breached',
    leadId: 'marina',
    name: 'Marina Duarte',
    text: 'Primeira resposta venceu.',
    at: NOW - 60_000,
    read: false,
  };
  const { screen, asked } = await open([LATE], {
    notices: { notices: [notice], cursor: null, unread: 1, whole: true, reminds: true },
  });
  await screen.click('Avisos, 1 não lido');
  await screen.settle();
  expect(screen.text()).toContain('Primeira resposta venceu.');
  await screen.click('Lembrar em 30 min: Marina Duarte');
  await screen.settle();
  expect(asked.at(-1)).toEqual({ what: 'remind', ask: ['n1'] });
  expect(screen.text()).toMatch(/Você será lembrado às \d\d:40/);
  await screen.click('Marcar todos como lidos');
  expect(asked.at(-1)).toEqual({ what: 'readNotices', ask: { all: true } });
  await screen.click('Marina Duarte');
  expect(asked.findLast(({ what }) => what === 'readNotices')?.ask).toEqual({ ids: ['n1'] });
});

describe('states', () => {
  test('an empty day teaches what to do next', async () => {
    const { screen, told } = await open([]);
    expect(screen.text()).toContain('Nada pendente agora.');
    expect(screen.all('.steps li')).toHaveLength(3);
    await screen.click('Escolher sites…');
    expect(told.options).toEqual(['sites']);
  });

  test('before the first pull it says that leads are on their way, not that there are none', async () => {
    const { screen } = await open([], { day: { ready: false } });
    expect(screen.text()).toContain('Buscando seus leads');
    expect(screen.text()).not.toContain('Nada pendente');
  });

  test('signed out, one button leads to connecting', async () => {
    const { screen, told } = await open([], { connection: { state: 'signed_out', message: null } });
    expect(screen.text()).toContain('Ainda não conectado.');
    await screen.click('Conectar…');
    expect(told.options).toEqual(['connect']);
  });

  test('[PRI3] revoked: why, and that what waits is kept', async () => {
    const message = messagesFor('pt-BR').options.problems.byWorker;
    const { screen } = await open([], { connection: { state: 'signed_out', message, waiting: 2 } });
    expect(screen.text()).toContain(message);
    expect(screen.root.querySelector('.notice')?.textContent).toContain('2 ');
  });

  test('offline is said calmly, a problem with its own words', async () => {
    const problem = messagesFor('pt-BR').options.problems.unreachable;
    const { screen } = await open([LATE], { connection: { ...SIGNED_IN, problem } });
    expect(screen.text()).toContain(problem);
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const offline = await open();
    expect(offline.screen.text()).toContain('Sem conexão');
    online.mockRestore();
  });

  test('[TRI1] on trial it says so, and nothing is red', async () => {
    const clock = { ...FIRST_RESPONSE, trial: true, dueAt: at(14, 5) };
    const { screen } = await open([rowOf('pt-BR', 'Marina', [clock], { trial: true })], {
      day: { trial: true },
    });
    expect(screen.text()).toContain('Ensaio');
    expect(screen.all('.tone-late')).toHaveLength(0);
  });
});

test(
  'of five hundred leads only those near the screen are drawn, the others keep their room',
  { timeout: 30_000 },
  async () => {
    const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(62);
    const { screen } = await open([...manyRows('pt-BR', 500)]);
    const drawn = screen.all('.day-item').length;
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(60);
    const gap = screen
      .all<HTMLElement>('li[aria-hidden]')
      .reduce((sum, { style }) => sum + parseFloat(style.height), 0);
    expect(gap).toBe((500 - drawn) * 62);
    expect(screen.all('.day-item')[0]?.getAttribute('aria-setsize')).toBe('500');
    height.mockRestore();
  },
);

test.each(LANGUAGES)('the language chosen in the settings speaks: %s', async (language) => {
  const { port } = fakeDay(language, []);
  const screen = await draw(<DayApp port={port} language="en" />);
  await screen.settle();
  expect(screen.text()).toContain(messagesFor(language).popup.title);
  expect(document.documentElement.lang).toBe(language);
});

describe('a long day', () => {
  const calls = () => manyRows('pt-BR', 9);
  const accepting = (name: string) =>
    rowOf('pt-BR', name, [{ ...ACCEPTANCE, dueAt: at(17, 55), riskAt: at(17) }]);

  test('is shown by what is owed, one kind at a time, and whole again once that kind is done', async () => {
    const { screen, state, change } = await open([...calls(), accepting('Lucía Herrera')]);
    const names = () => screen.all('.day-item .name').map(({ textContent }) => textContent);
    expect(screen.all('.filter button').map(({ textContent }) => textContent)).toEqual([
      'Todos 10',
      'Primeira resposta 9',
      'Aceitar ou devolver 1',
    ]);
    await screen.click('Aceitar ou devolver 1');
    expect(names()).toEqual(['Lucía Herrera']);
    expect(screen.text()).toContain('10 hoje');
    state.rows = calls();
    change();
    await screen.settle();
    expect(names()).toHaveLength(9);
  });

  test('says how far it is, and begins with the most pressing one beside the page', async () => {
    const { screen, told } = await open([...sampleRows('pt-BR')]);
    expect(screen.text()).toContain('1 de 4 feitos');
    expect(screen.all('.filter')).toHaveLength(0);
    await screen.click('Um a um');
    expect(told.beside).toEqual(['Rafael Nunes']);
  });

  test('with nothing left says so', async () => {
    const done = sampleRows('pt-BR').filter(({ done: worked }) => worked !== null);
    const { screen } = await open([...done, ...done.map((row) => ({ ...row, leadId: 'other' }))]);
    expect(screen.text()).toContain('Tudo o que vencia hoje está feito.');
    expect(screen.text()).not.toContain('Um a um');
  });
});

test('[HOF3] where an acceptance is owed, the row accepts in one click', async () => {
  const { screen, asked } = await open([...sampleRows('pt-BR')]);
  const accepts = screen.all('.quick .primary').map((button) => button.getAttribute('aria-label'));
  expect(accepts).toEqual(['Aceitar: Lucía Herrera']);
  await screen.click('Aceitar: Lucía Herrera');
  expect(asked.find(({ what }) => what === 'answer')?.ask).toEqual({
    leadId: 'Lucía Herrera',
    handoff: expect.stringMatching(/./),
    answer: 'accepted',
  });
});

describe('beside the page', () => {
  const QUEUE = ['Rafael Nunes', 'Marina Duarte'];
  async function beside(answers: FakeDay = {}) {
    const fake = fakeDay('pt-BR', [...sampleRows('pt-BR')], { card: viewOf(), queue: QUEUE, ...answers });
    const screen = await draw(<SidePanel port={fake.side} language="pt-BR" />);
    await screen.settle();
    await screen.settle();
    return { screen, ...fake };
  }
  const words = dayWords('pt-BR').panel;

  test('a lead opened from the day stays, and the arrows lead through the queue', async () => {
    const { screen, asked, state } = await beside();
    await screen.click('Rafael Nunes');
    await screen.settle();
    expect(state.pinned).toBe('Rafael Nunes');
    expect(screen.root.querySelector('h1')?.textContent).toContain('Marina Duarte');
    expect(screen.text()).toContain('1 de 2');
    await screen.click(words.next);
    await screen.settle();
    expect(state.pinned).toBe('Marina Duarte');
    expect(screen.text()).toContain('2 de 2');
    await screen.click(words.previous);
    await screen.settle();
    expect(asked.findLast(({ what }) => what === 'stay')?.ask).toBe('Rafael Nunes');
    await screen.click(words.unpin);
    await screen.settle();
    expect(screen.root.querySelector('h1')?.textContent).toBe('Meu dia');
  });

  test('one that was answered is not next again, and the end is said', async () => {
    const { screen, state } = await beside();
    await screen.click('Rafael Nunes');
    await screen.settle();
    state.queue = ['Marina Duarte', 'Rafael Nunes'];
    await screen.click(words.next);
    await screen.settle();
    expect(state.pinned).toBe('Marina Duarte');
    await screen.click(words.next);
    await screen.settle();
    expect(state.pinned).toBe('Marina Duarte');
    expect(screen.text()).toContain(words.last);
    expect(screen.root.querySelector('h1')?.textContent).toContain('Marina Duarte');
  });

  test('[CLK7] opened by a notice without buttons, it offers to be reminded', async () => {
    const { screen, asked } = await beside({ ledHere: 'n1' });
    expect(screen.text()).not.toContain('Lembrar em 30 min');
    await screen.click('Rafael Nunes');
    await screen.settle();
    await screen.click('Lembrar em 30 min');
    await screen.settle();
    expect(asked.findLast(({ what }) => what === 'remind')?.ask).toEqual(['n1']);
    expect(screen.text()).toContain('Você será lembrado às');
  });

  test('with nobody in the queue the arrow says so', async () => {
    const { screen, state } = await beside({ queue: [] });
    await screen.click(words.next);
    await screen.settle();
    expect(state.pinned).toBeNull();
    expect(screen.text()).toContain(words.nobody);
  });

  test('it follows the page only when asked to', async () => {
    const { screen, state } = await beside({ here: 'Marina Duarte' });
    expect(state.pinned).toBeNull();
    const [tick] = screen.all<HTMLInputElement>('input[type=checkbox]');
    tick?.click();
    await screen.settle();
    await screen.settle();
    expect(state.pinned).toBe('Marina Duarte');
  });
});
