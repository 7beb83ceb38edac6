import { describe, expect, test } from 'vitest';
import { CARDS, everyType, sampleCard } from './cardSample.ts';
import { openCard } from './openCard.tsx';

const partOf = (root: HTMLElement, id: string) => root.querySelector(`.part-${id}`)?.textContent ?? '';

test('[OVR1] the phone dials, the owner is named', async () => {
  const { screen } = await openCard(sampleCard());
  const [phone] = screen.all<HTMLAnchorElement>('a[href^="tel:"]');
  expect(phone?.getAttribute('href')).toBe('tel:+5511988881234');
  expect(phone?.getAttribute('aria-label')).toBe('Ligar para +55 11 98888-1234');
  expect(screen.root.querySelector('header')?.textContent).toContain('responsável: Ana');
});

test('[HOF1] the brief stands before the checklist and asks nothing twice', async () => {
  const card = sampleCard();
  const ask = { field: 'budget', type: 'money', question: 'Qual é o orçamento?', choices: [] } as const;
  const brief = card.brief && {
    ...card.brief,
    missing: [
      { label: 'Orçamento', ask },
      { label: 'Cargo', ask: null },
    ],
  };
  const { screen } = await openCard({ ...card, brief });
  expect(partOf(screen.root, 'brief')).toContain('Próximo passoPrimeira respostahoje às 17:30');
  expect(partOf(screen.root, 'brief')).toContain('Cargo');
  // The checklist asks for the budget already.
  expect(partOf(screen.root, 'brief')).not.toContain('orçamento');
});

describe('[DEF7] persona', () => {
  test('a material is copied and its use counted', async () => {
    const { screen, asked } = await openCard(sampleCard());
    await screen.click('Copiar: Caso: uma clínica em São Paulo');
    await screen.settle();
    expect(asked.find(({ what }) => what === 'copy')?.ask).toBe('https://vida.example/material-0');
    expect(asked.find(({ what }) => what === 'do')?.ask).toEqual({
      leadId: 'marina',
      act: { kind: 'material.use', body: { persona: 'decider', material: 'm0' } },
    });
    expect(screen.root.querySelector('.part-persona [role=status]')?.textContent).toBe(
      'Link copiado; o uso é contado.',
    );
  });

  test('words are copied and nothing is counted', async () => {
    const { screen, asked } = await openCard(sampleCard());
    await screen.click('Copiar: retorno');
    await screen.settle();
    expect(asked.at(-1)).toEqual({ what: 'copy', ask: 'retorno' });
  });

  test('what the browser did not copy is not counted, and said', async () => {
    const { screen, asked } = await openCard(sampleCard(), { copied: false });
    await screen.click('Copiar: Caso: uma clínica em São Paulo');
    await screen.settle();
    expect(asked.some(({ what }) => what === 'do')).toBe(false);
    expect(partOf(screen.root, 'persona')).toContain('copie à mão');
  });
});

test('[IDN4] another lead of the account is opened from the card, at its name', async () => {
  const { screen, asked } = await openCard(sampleCard());
  expect(partOf(screen.root, 'account')).toContain('Personas que faltam');
  await screen.click('Abrir Carla Reis');
  await screen.settle();
  expect(asked.at(-1)).toEqual({ what: 'hello', ask: 'carla' });
});

describe('history', () => {
  const long = () => {
    const card = sampleCard();
    const lines = Array.from({ length: 60 }, (_, n) => ({
      id: `l${n}`,
      when: 'hoje',
      text: `linha ${n}`,
      pending: n === 0,
      withdrawn: n === 1,
    }));
    return { card: { ...card, history: { total: 60, lines: lines.slice(0, 8) } }, lines };
  };

  test('comes a page at a time until all of it is there', async () => {
    const { card, lines } = long();
    const { screen, asked } = await openCard(card, {
      history: (shown: number) => ({ total: 60, lines: lines.slice(0, shown) }),
    });
    await screen.click('Mostrar antes');
    await screen.settle();
    expect(screen.all('.history li')).toHaveLength(38);
    await screen.click('Mostrar antes');
    await screen.settle();
    expect(screen.all('.history li')).toHaveLength(60);
    expect(screen.buttons()).not.toContain('Mostrar antes');
    expect(asked.filter(({ what }) => what === 'history').map(({ ask }) => ask)).toEqual([
      { leadId: 'marina', shown: 38 },
      { leadId: 'marina', shown: 68 },
    ]);
  });

  test('[SYN7] says what is not sent yet and what was taken back', async () => {
    const { screen } = await openCard(long().card);
    const [first, second] = screen.all('.history li');
    expect(first?.textContent).toContain('ainda não enviada');
    expect(second?.querySelector('s')?.textContent).toBe('linha 1');
  });
});

test('[SCO4] the lines of the score add up to the number at the top', async () => {
  const { screen } = await openCard(sampleCard());
  const points = screen
    .all('.score-why li:not(.total) .points')
    .map((cell) => Number(cell.textContent.replace('−', '-')));
  expect(points.reduce((sum, each) => sum + each, 0)).toBe(72);
  expect(screen.root.querySelector('.score-why .total')?.textContent).toBe('Pontuação mostrada72');
});

test('[DEF4] the version opens to who signed it', async () => {
  const { screen } = await openCard(sampleCard());
  expect(screen.root.querySelector('.signed summary')?.textContent).toBe('Definições v7 · assinadas 12 nov');
  expect(screen.all('.signed li').map((line) => line.textContent)).toEqual([
    'bea (marketing), 12 nov',
    'Ana Lima (vendas), 12 nov',
  ]);
});

describe('[SYN7] the state of things is honest', () => {
  test('what waits and what was refused is counted, the refused said with its reason', async () => {
    const { screen } = await openCard(sampleCard(CARDS.tried));
    expect(screen.root.querySelector('footer')?.textContent).toContain('1 registro recusado · 2 por enviar');
    expect(screen.root.querySelector('.rejected')?.textContent).toContain('Lá consta: 40.000');
  });

  test('without a network the card says that everything is kept here', async () => {
    const { screen } = await openCard(sampleCard());
    const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      window.dispatchEvent(new Event('offline'));
      await screen.settle();
      expect(screen.root.querySelector('footer')?.textContent).toContain(
        'Sem rede: guardado neste dispositivo',
      );
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
      if (online) Object.defineProperty(Navigator.prototype, 'onLine', online);
    }
  });
});

test('[TRI1] on trial nothing is red: not even what was refused', async () => {
  const { screen } = await openCard(sampleCard(CARDS.trial));
  expect(screen.root.querySelector('main')?.classList.contains('trial')).toBe(true);
  expect(screen.all('.tone-late, .tone-risk').filter((mark) => !mark.closest('.checklist'))).toEqual([]);
  expect(screen.text()).toContain('Ensaio: os prazos aparecem');
});

describe('where there is no card', () => {
  test('[ACC3] a colleague’s lead shows stage and owner, and nothing of the lead', async () => {
    const foreign = {
      language: 'pt-BR',
      owner: 'Bruno',
      stage: 'Lead qualificado por marketing',
      touch: { when: 'hoje 14:00', who: 'Bruno' },
    } as const;
    const { screen } = await openCard(null, { hello: { card: null, foreign } });
    expect(screen.root.querySelector('h1')?.textContent).toBe('Lead de Bruno');
    expect(screen.text()).toContain('Último contato hoje 14:00 · Bruno');
    expect(screen.buttons()).toEqual(['Fechar']);
  });

  test.each([
    ['expired', { card: null }],
    ['signed out', { card: null, signedOut: true }],
    ['not answered', null],
    ['one of two', { card: null, choices: [{ leadId: 'marina', name: 'Marina Duarte' }] }],
  ])('%s, it can be closed by hand', async (_, hello) => {
    const { screen, asked } = await openCard(null, { hello });
    await screen.click('Fechar');
    expect(asked.at(-1)?.what).toBe('close');
  });

  test('[PRI3] signed out, it says what is kept and leads to the settings', async () => {
    const { screen, asked } = await openCard(null, { hello: { card: null, signedOut: true } });
    expect(screen.text()).toContain('O que falta enviar está guardado.');
    await screen.click('Abrir configurações');
    expect(asked.at(-1)?.what).toBe('options');
  });

  test('nobody answered: it can be asked again', async () => {
    const { screen, asked, port, shown } = await openCard(null, { hello: null });
    expect(screen.text()).toContain('Nada do que você registrou se perdeu.');
    Object.assign(port, { hello: async () => ({ card: shown.view }) });
    shown.view = sampleCard();
    await screen.click('Tentar de novo');
    await screen.settle();
    expect(screen.root.querySelector('h1')?.textContent).toBe('Marina Duarte');
    expect(asked.filter(({ what }) => what === 'hello')).toHaveLength(1);
  });
});

describe('[PRD5] every type of field is answered where it is asked', () => {
  const answered = async (
    type: string,
    act: (screen: Awaited<ReturnType<typeof openCard>>['screen']) => Promise<void>,
  ) => {
    const { screen, asked } = await openCard(everyType(sampleCard()));
    await act(screen);
    return asked
      .filter(({ what }) => what === 'set')
      .map(({ ask }) => ask)
      .filter((ask) => JSON.stringify(ask).includes(type));
  };
  const named = (type: string) => `[aria-label="Responder: ${type}?"]`;

  test.each([
    ['text', 'Maria decide', 'Maria decide'],
    ['number', '1.200', 1_200],
    ['money', 'R$ 50.000,50', 50_000.5],
    ['date', '2026-12-01', '2026-12-01'],
  ])('%s', async (type, typed, value) => {
    const asks = await answered(type, async (screen) => {
      await screen.type(named(type), typed);
      await screen.submit(`form:has(${named(type)})`);
    });
    expect(asks).toEqual([{ leadId: 'marina', field: type, value }]);
  });

  test('yes or no is one click', async () => {
    expect(await answered('boolean', (screen) => screen.click('não'))).toEqual([
      { leadId: 'marina', field: 'boolean', value: false },
    ]);
  });

  test('a choice by its id', async () => {
    const asks = await answered('choice', async (screen) => {
      await screen.choose(named('choice'), 'meta');
      await screen.submit(`form:has(${named('choice')})`);
    });
    expect(asks).toEqual([{ leadId: 'marina', field: 'choice', value: 'meta' }]);
  });

  test('several of the choices at once', async () => {
    const asks = await answered('several', async (screen) => {
      await screen.tick('Google');
      await screen.tick('Meta');
      await screen.tick('LinkedIn');
      await screen.tick('Meta');
      await screen.submit(named('several'));
    });
    expect(asks).toEqual([{ leadId: 'marina', field: 'several', value: 'google, linkedin' }]);
  });
});

test('a card opens with the focus on its name, so that it is read and Tab goes on from there', async () => {
  await openCard(sampleCard());
  expect(document.activeElement?.tagName).toBe('H1');
});
