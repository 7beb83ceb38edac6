import { describe, expect, test } from 'vitest';
import type { ClockState, LeadState } from '../../../shared/lead/state.ts';
import { LANGUAGES, type Language } from '../../../shared/lead/vocabulary.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import type { ViewContext } from '../../../shared/ui/viewContext.ts';
import {
  ACCEPTANCE,
  at,
  attemptOf,
  cadenceOf,
  clockOf,
  contextIn,
  FIRST_RESPONSE,
  HANDOFF,
  marina,
  NOW,
  ruleOf,
  versionIn,
} from './sampleLead.ts';

function cardOf(
  more: Partial<LeadState> = {},
  language: Language = 'pt-BR',
  context: ViewContext = contextIn(language),
) {
  const state = marina(language, more);
  return buildCard({ state, pending: new Set(), toSend: 0, syncedAt: NOW }, context);
}

describe('who it is', () => {
  test('name, initials, role, company, phone and owner', () => {
    const card = cardOf();
    expect(card).toMatchObject({ name: 'Marina Duarte', company: 'Clínica Vida', initials: 'MD', score: 72 });
    expect(card).toMatchObject({
      about: 'Diretora de Operações · Clínica Vida',
      phones: [{ text: '+55 11 98888-1234', href: 'tel:+5511988881234' }],
      owner: 'responsável: Ana',
    });
  });

  test('[SCO5] bands stand as a pair with words', () => {
    expect(cardOf().bands).toBe('B1 · interesse alto');
    const { score } = marina('pt-BR');
    expect(cardOf({ score: { ...score, fitBand: null, engagementBand: null } }).bands).toBe('pontuação');
  });

  test('a lead known by its address alone is called by it', () => {
    const card = cardOf({ fields: {}, phones: [], owner: null });
    expect(card).toMatchObject({
      name: 'marina@vida.example',
      initials: 'ME',
      about: '',
      owner: 'sem responsável',
    });
  });

  test('[SCO6] an excluded lead keeps its score and says why nothing happens', () => {
    const card = cardOf({ exclusions: ['competitor'] });
    expect(card.excluded).toBe('Excluído: Concorrente. Nada acontece por si só.');
    expect(card.score).toBe(72);
  });
});

describe('where it stands', () => {
  test('[STG1] the stages of the definitions in their order', () => {
    expect(cardOf().stages.map(({ label, state }) => `${label} ${state}`)).toEqual([
      'Visita past',
      'Lead past',
      'MQL now',
      'SAL ahead',
      'SQL ahead',
      'Oport. ahead',
      'Cliente ahead',
    ]);
  });

  test('[STG5] the entry says when, why and from where', () => {
    expect(cardOf().entry).toEqual({
      before: 'MQL hoje 13:10 por ',
      strong: 'via rápida: pediu demonstração',
      after: ' · origem Google / clínicas-sp',
    });
    expect(cardOf({}, 'en').entry.before).toBe('MQL today 13:10 by ');
  });

  test.each([
    ['criteria', 'critérios combinados'],
    ['person', 'Bruno Dias'],
    ['import', 'importação'],
  ] as const)('[STG5] entered by %s', (cause, words) => {
    const [entry] = marina('pt-BR').entries;
    if (!entry) throw new Error('no entry');
    expect(cardOf({ entries: [{ ...entry, cause, actor: 'bruno' }] }).entry.strong).toBe(words);
  });

  test('[FCT7] an entry whose evidence is gone says so', () => {
    const [entry] = marina('pt-BR').entries;
    if (!entry) throw new Error('no entry');
    expect(cardOf({ entries: [{ ...entry, evidenceGone: true }] }).entry.after).toContain('evidência');
  });
});

describe('what is owed', () => {
  test('[CLK4] the nearest comes first and says why it is due then', () => {
    const [first, second] = cardOf().clocks;
    expect(first).toMatchObject({
      label: 'Primeira resposta',
      standing: 'vence hoje às 17:30',
      why: '4 h úteis: segmento Saúde › padrão',
      due: null,
      targetMs: 4 * HOUR_MS,
    });
    expect(second).toMatchObject({
      label: 'Aceitar ou devolver',
      why: '1 dia útil desde a passagem',
      due: 'amanhã 13:10',
      targetMs: 8 * HOUR_MS,
    });
  });

  test.each([
    ['en', 'due today at 17:30', '4 business hours: segment Health › default'],
    ['es', 'vence hoy a las 17:30', '4 h hábiles: segmento Salud › general'],
  ] as const)('[CLK4] in %s', (language, standing, why) => {
    expect(cardOf({}, language).clocks[0]).toMatchObject({ standing, why });
  });

  test('[DEF5] a clock of another version names it', () => {
    const old = { ...FIRST_RESPONSE, policy: { ...FIRST_RESPONSE.policy, version: 6 } };
    const context = contextIn('pt-BR', { history: [versionIn('pt-BR', { version: 6 }), versionIn('pt-BR')] });
    expect(cardOf({ clocks: [old] }, 'pt-BR', context).clocks[0]?.why).toMatch(/padrão · v6$/);
  });

  test.each([
    ['breached', { status: 'breached', dueAt: at(15) }, 'venceu hoje às 15:00'],
    ['met', { status: 'met', endedAt: at(14, 2) }, 'cumprido hoje 14:02'],
    [
      'waiting for an owner',
      { status: 'waiting', startedAt: null, dueAt: null },
      'começa quando o lead tiver responsável',
    ],
  ] as const)('[CLK1] %s', (_, more, standing) => {
    const owner = more.status === 'waiting' ? null : { id: 'ana', since: at(13) };
    expect(cardOf({ clocks: [{ ...FIRST_RESPONSE, ...more }], owner }).clocks[0]?.standing).toBe(standing);
  });

  test('[CLK5] paused shows time left and until when, no deadline', () => {
    const paused = cadenceOf(2, { status: 'paused', dueAt: null, leftMs: 3 * HOUR_MS + 600_000 });
    const [clock] = cardOf({ clocks: [paused], snoozedUntil: at(9) + 4 * DAY_MS }).clocks;
    expect(clock?.label).toBe('Tentativa 2 de 5');
    expect(clock?.standing).toBe('faltam 3 h 10 · pausado até seg 09:00');
    expect(clock?.why).toBe('2 dias úteis desde a última tentativa');
    expect(clock?.due).toBeNull();
  });

  test('what is done and said elsewhere takes no line', () => {
    const machine = clockOf({ kind: 'assignment', status: 'met', endedAt: at(13, 11) });
    const made = cadenceOf(1, { status: 'met', endedAt: at(14) });
    const labels = (clocks: ClockState[]) => cardOf({ clocks }).clocks.map(({ label }) => label);
    expect(labels([machine, FIRST_RESPONSE, cadenceOf(1)])).toEqual(['Primeira resposta']);
    expect(labels([machine, { ...FIRST_RESPONSE, status: 'met' }, made, cadenceOf(2)])).toEqual([
      'Tentativa 2 de 5',
      'Primeira resposta',
    ]);
    expect(labels([{ ...machine, status: 'breached', endedAt: null }])).toEqual(['Definir responsável']);
  });

  test('the first step of the cadence counts from the hand-off', () => {
    expect(cardOf({ clocks: [cadenceOf(1)] }).clocks[0]?.why).toBe('2 dias úteis desde a passagem');
  });

  test.each([
    ['nothing handed over', { handoffs: [] }, 'Ainda sem prazo: o acordo começa a contar em MQL.'],
    ['backlog', { backlog: true }, 'No estoque: nenhum prazo corre até o gestor liberar.'],
    [
      'closed',
      { handoffs: [{ ...HANDOFF, closed: { at: at(14), how: 'answered' } }] },
      'A passagem está encerrada: não há nada pendente.',
    ],
    ['no policy', {}, 'Nenhum acordo cobre este lead: nada é contado.'],
  ] satisfies [string, Partial<LeadState>, string][])('[CLK1] without a clock: %s', (_, more, words) => {
    expect(cardOf({ clocks: [], ...more }).noClock).toBe(words);
  });

  test('[TRI1] trial is said in words', () => {
    expect(cardOf({ trial: true }).standing).toMatch(/^Ensaio/);
    expect(cardOf().standing).toBeNull();
  });
});

describe('attempts', () => {
  test('[CLK3] one a local date counts, delivered and by sales', () => {
    const day = (days: number) => at(14) - days * DAY_MS;
    const card = cardOf({
      handoffs: [{ ...HANDOFF, openedAt: day(10) }],
      attempts: [
        attemptOf('before', day(12)),
        attemptOf('a', day(3)),
        attemptOf('same-day', day(3) + HOUR_MS),
        attemptOf('bounced', day(2), { outcome: 'bounced' }),
        attemptOf('sequence', day(1), { automatic: true, genuine: false }),
        attemptOf('b', day(0)),
      ],
    });
    expect(card.attempts).toMatchObject({ made: 2, agreed: 5, text: '2 de 5' });
  });

  test('[SYN7] what is not sent yet is marked, what was withdrawn too', () => {
    const state = marina('pt-BR', {
      attempts: [attemptOf('a', at(14)), attemptOf('b', at(15), { withdrawn: true, channel: 'email' })],
    });
    const input = { state, pending: new Set(['a']), toSend: 1, syncedAt: null };
    const { attempts, pending } = buildCard(input, contextIn('pt-BR'));
    expect(pending).toBe(1);
    expect(attempts.history).toMatchObject([
      { id: 'b', text: 'hoje 15:00 · E-mail · Não atendeu · Ana', withdrawn: true, pending: false },
      { id: 'a', text: 'hoje 14:00 · Ligação · Não atendeu · Ana', withdrawn: false, pending: true },
    ]);
  });
});

describe('why the score', () => {
  const sum = (card: ReturnType<typeof cardOf>) =>
    card.why.rules.reduce((total, { points }) => total + points, 0);

  test.each(LANGUAGES)('[SCO4] in %s the lines add up exactly to what is shown', (language) => {
    const card = cardOf({}, language);
    expect(sum(card)).toBe(card.score);
    expect(card.why.rules[0]?.points).toBe(30);
  });

  test('[SCO4] the limit of the total is a line of its own', () => {
    const { score } = marina('pt-BR');
    const card = cardOf({
      score: { ...score, shown: 100, rules: [ruleOf('a', 'A', 80), ruleOf('b', 'B', 45)], clampedBy: -25 },
    });
    expect(card.why.rules.at(-1)).toMatchObject({ label: 'Limite da pontuação', points: -25 });
    expect(sum(card)).toBe(100);
  });

  test('rules that add nothing are left out, counted signals are said', () => {
    const { score } = marina('pt-BR');
    const rules = [ruleOf('none', 'Nada', 0), ruleOf('pricing', 'Viu a página de preços', 18, 3)];
    expect(cardOf({ score: { ...score, shown: 18, rules } }).why.rules).toMatchObject([
      { label: 'Viu a página de preços ×3', points: 18 },
    ]);
  });
});

describe('what can be done', () => {
  test('[HOF3] only an open hand-off can be answered', () => {
    expect(cardOf().handoff).toEqual({ id: 'h1', answered: null });
    const closed = { ...HANDOFF, closed: { at: at(14), how: 'withdrawn' } } as const;
    expect(cardOf({ handoffs: [closed] }).handoff).toBeNull();
  });

  test('[HOF6] a refused channel is marked', () => {
    const refused = (optedOut: LeadState['optedOut']) =>
      cardOf({ optedOut })
        .channels.filter((channel) => channel.refused)
        .map(({ channel }) => channel);
    expect(refused(['email'])).toEqual(['email']);
    expect(refused(['all'])).toHaveLength(7);
  });

  test('[DEF5] the card names the version and when it was signed', () => {
    expect(cardOf().version).toBe('Definições v7 · assinadas 12 nov');
    const unsigned = contextIn('pt-BR', { history: [versionIn('pt-BR', { signed: false, signatures: [] })] });
    expect(cardOf({}, 'pt-BR', unsigned).version).toBe('Definições v7 · ainda sem assinaturas');
  });
});

test('a lead whose stage the definitions lost is still drawn', () => {
  const card = cardOf({ stage: { id: 'gone', since: 0, mark: null }, clocks: [ACCEPTANCE] });
  expect(card.stages.every(({ state }) => state === 'ahead')).toBe(true);
});

test('[CLK1] what only marketing owes leaves sales with words of its own, and says whose it is', () => {
  const card = cardOf({ clocks: [clockOf({ kind: 'brief_completion', party: 'marketing' })] });
  expect(card.noClock).not.toBeNull();
  expect(card.clocks).toMatchObject([{ label: 'Completar o resumo', owedBy: 'a cargo de marketing' }]);
});

test('[CLK2] the other side’s promises come after one’s own, and only while they are owed', () => {
  const brief = clockOf({ kind: 'brief_completion', party: 'marketing', dueAt: at(14) });
  const kept = clockOf({ kind: 'return_to_nurture', party: 'marketing', status: 'met', endedAt: at(14) });
  const listed = cardOf({ clocks: [brief, kept, FIRST_RESPONSE] }).clocks;
  expect(listed.map(({ label, owedBy }) => [label, owedBy])).toEqual([
    ['Primeira resposta', null],
    ['Completar o resumo', 'a cargo de marketing'],
  ]);
});

describe('[CLK10] an owner who is late at another hour than the lead', () => {
  const leg = { owner: 'ana', from: at(16), to: null, dueAt: at(9) + DAY_MS };
  const whyOf = (more: Partial<ClockState>) =>
    cardOf({ clocks: [{ ...FIRST_RESPONSE, legs: [leg], ...more }] }).clocks[0]?.why;
  test('is told it', () => {
    expect(whyOf({})).toBe('4 h úteis: segmento Saúde › padrão · prazo de Ana: até amanhã 09:00');
  });

  test('and nothing once it ended, went on, or is the same hour', () => {
    const plain = '4 h úteis: segmento Saúde › padrão';
    expect(whyOf({ status: 'met', endedAt: at(16) })).toBe(plain);
    expect(whyOf({ legs: [{ ...leg, to: at(17) }] })).toBe(plain);
    expect(whyOf({ dueAt: leg.dueAt })).toBe(plain);
    expect(whyOf({ legs: [{ ...leg, owner: 'bruno' }] })).toBe(plain);
  });
});

test('[SYN2] what was turned down is said with its next step', () => {
  const state = marina('pt-BR');
  const input = { state, pending: new Set<string>(), toSend: 0, syncedAt: NOW };
  const rejected = [{ kind: 'attempt.log', code: 'opted_out' }] as const;
  expect(buildCard({ ...input, rejected }, contextIn('pt-BR')).rejected).toEqual([
    'Tentativa: Este lead não quer contato por esse canal. Nada foi registrado.',
  ]);
});
