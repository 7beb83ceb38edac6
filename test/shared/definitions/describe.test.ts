import * as fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import { describe } from '../../../shared/definitions/describe.ts';
import { diff } from '../../../shared/definitions/diff.ts';
import { LANGUAGES, type Language } from '../../../shared/lead/vocabulary.ts';
import { changeWords } from '../../../shared/messages/changes/index.ts';
import { patience, RUNS } from '../../support/runs.ts';
import { broken, draftOf, type Json, pointersOf, put, valueOf } from './draft.ts';

function told(changes: Readonly<Record<string, Json | undefined>>, language: Language): string[] {
  const a = Definitions.parse(draftOf(language));
  const b = Definitions.parse(broken(changes, language));
  return diff(a, b).map((change) => {
    const { sentence, where } = describe(change, a, b, language);
    return `${sentence} · ${where}`;
  });
}

const careers = {
  id: 'vaga',
  label: 'Vaga de emprego visitada',
  points: -10,
  signal: 'careers_viewed',
  count: 'each',
  limit: { times: 1, perDays: 7 },
};

test.each<[string, Record<string, Json | undefined>, string[]]>([
  [
    'a bar raised',
    { '/stages/2/criteria/all/0/all/0/atLeast': 60 },
    ['MQL passa a pedir pontuação ≥ 50→60 · Etapas › MQL › critérios'],
  ],
  [
    'a rule',
    { '/scoring/groups/2/rules/-': careers },
    ['Vaga de emprego visitada tira 10 pontos, no máximo 1 vez por semana · Pontuação › Dúvidas'],
  ],
  [
    'points',
    { '/scoring/groups/0/rules/0/points': 20 },
    ['Sócio ou presidência: 18→20 pontos · Pontuação › Perfil'],
  ],
  [
    'a limit',
    { '/scoring/groups/1/rules/2/limit/times': 1 },
    [
      'Viu a página de preços: no máximo 3 vezes por semana → no máximo 1 vez por semana · Pontuação › Interesse',
    ],
  ],
  ['a band', { '/scoring/bands/fit/0/atLeast': 35 }, ['Faixa A: a partir de: 32→35 · Pontuação › faixas']],
  [
    'a target',
    { '/policies/1/target': { minutes: 10 } },
    ['Primeira resposta a contas estratégicas: 30 min úteis → 10 min · SLA › nível conta'],
  ],
  [
    'attempts',
    { '/policies/5/repeat/times': 6 },
    ['Tentativas: 5 tentativas → 6 tentativas · SLA › nível padrão'],
  ],
  [
    'a reason gone',
    { '/handoff/reasons/1': undefined },
    ['Motivo “Agora não” deixa de existir · Passagem › motivos'],
  ],
  [
    'a minimum',
    { '/handoff/unreachable/dates': 3 },
    ['Dias diferentes: 5→3 · Passagem › mínimo antes de “sem contato”'],
  ],
  [
    'a holiday',
    { '/calendars/office/holidays/-': { on: '2026-12-24', label: 'Véspera de Natal' } },
    ['Feriado: 24 dez 2026, Véspera de Natal · Calendário › Horário comercial › feriados'],
  ],
  [
    'a day opened',
    { '/calendars/office/week/sat': [['09:00', '12:00']] },
    ['Sábado: fechado→09:00–12:00 · Calendário › Horário comercial › semana'],
  ],
  [
    'a list',
    { '/lists/competitors/values': ['a.com', 'b.com'] },
    ['Concorrentes: entra a.com e b.com; sai competitor.example · Listas › Concorrentes › valores'],
  ],
  ['a field gone', { '/fields/5': undefined }, ['Campo “Decide a compra” deixa de existir · Campos']],
  [
    'a field filled in by sales',
    { '/fields/0/askedBySales': true },
    ['Cargo: preenchido por vendas: não→sim · Campos › Cargo › preenchido por vendas'],
  ],
  ['a source', { '/sources/-': { id: 'tv', label: 'TV' } }, ['Origem nova: “TV” · Origens']],
  [
    'one more criterion',
    { '/stages/2/criteria/all/-': { all: [{ field: 'budget', known: true }], label: 'Orçamento' } },
    ['MQL passa a pedir também Orçamento · Etapas › MQL › critérios'],
  ],
  [
    'one alternative less',
    { '/stages/1/criteria/any/2': undefined },
    ['Lead deixa de aceitar Enviou um formulário · Etapas › Lead › critérios'],
  ],
  [
    'another criterion',
    { '/segments/1/when': { field: 'employees', atMost: 9 } },
    ['Saúde passa a pedir Funcionários ≤ 9 em vez de Setor: Saúde · Segmentos › Saúde › critérios'],
  ],
  [
    'the same said otherwise',
    { '/segments/1/when': { all: [{ field: 'industry', is: 'health' }] } },
    ['Saúde: só muda a forma de escrever · Segmentos › Saúde › critérios'],
  ],
  [
    'criteria taken away',
    { '/stages/4/criteria': undefined },
    ['SQL deixa de ter critérios · Etapas › SQL › critérios'],
  ],
  [
    'a name',
    { '/stages/2/label': 'Lead quente' },
    ['“Lead qualificado por marketing” passa a se chamar “Lead quente” · Etapas › MQL › nome'],
  ],
  ['a setting of the whole', { '/meetEvery': 'week' }, ['Reunião a cada: mês→semana · Geral']],
])('[DEF1] in Portuguese: %s', (_, changes, sentences) => {
  expect(told(changes, 'pt-BR')).toEqual(sentences);
});

test('[DEF1] the same change in English and Spanish', () => {
  const bar = { '/stages/2/criteria/all/0/all/0/atLeast': 60 };
  expect(told(bar, 'en')).toEqual(['MQL now asks for score ≥ 50→60 · Stages › MQL › criteria']);
  expect(told(bar, 'es')).toEqual(['MQL pasa a pedir puntaje ≥ 50→60 · Etapas › MQL › criterios']);
  const target = { '/policies/3/target': { businessHours: 1 } };
  expect(told(target, 'en')).toEqual([
    'First response: 4 business hours → 1 business hour · SLA › default level',
  ]);
  expect(told(target, 'es')).toEqual(['Primera respuesta: 4 h hábiles → 1 h hábil · SLA › nivel general']);
});

test('[DEF1] reordering is told as reordering', () => {
  const [first, second] = ['/segments/0', '/segments/1'].map((at) => valueOf(draftOf('es'), at));
  expect(told({ '/segments/0': second, '/segments/1': first }, 'es')).toEqual([
    '“Salud” pasa a ir antes de “Cuentas estratégicas” · Segmentos',
  ]);
});

group('any change a person can make', () => {
  const draft = draftOf();
  const a = draft as unknown as Definitions;
  const pointers = pointersOf(draft);
  const other = (old: Json | undefined): Json | undefined => {
    if (typeof old === 'number') return old + 7;
    if (typeof old === 'boolean') return !old;
    if (typeof old === 'string') return 'Outro';
    return Array.isArray(old) ? old.toReversed().slice(0, -1) : undefined;
  };

  test(
    '[DEF1] has a sentence and a place in every language',
    () => {
      const how = fc.constantFrom('other', 'gone');
      fc.assert(
        fc.property(fc.constantFrom(...pointers), how, fc.constantFrom(...LANGUAGES), (at, way, language) => {
          const changed = draftOf();
          put(changed, at, way === 'gone' ? undefined : other(valueOf(changed, at)));
          // A draft half written is described all the same; only its type promises more.
          const b = changed as unknown as Definitions;
          for (const change of diff(a, b)) {
            const { sentence, where } = describe(change, a, b, language);
            expect(`${at}: ${sentence} ${where}`).not.toMatch(/undefined|NaN|\[object|[{}]|: $|^ /);
            expect(sentence).toMatch(/^[\p{Lu}“\d]/u);
            expect(where.length).toBeGreaterThan(1);
          }
        }),
        { numRuns: RUNS },
      );
    },
    patience.testTimeout,
  );

  test.each(LANGUAGES)('[DEF1] every property of an agreement has a name in %s', (language) => {
    const { parts, nouns, weekdays } = changeWords(language);
    const known = new Set([...Object.keys(parts), ...Object.keys(nouns), ...Object.keys(weekdays)]);
    // Names people gave, and what is only ever told as part of something else.
    const silent =
      /^(?:\d+|id|on|office|freeMail|roleAddresses|competitors|strategicAccounts|icpIndustries|bands|fit|engagement|handoff|scoring|perDays|losePercent|everyDays|minutes|hours|business\w+|atPercent|to|after|do|notify|all|any|field|known|in|inList|is|atMost|score|segment|between|emailDomain|outcome)$/;
    const unnamed = new Set(
      pointers.flatMap((at) => at.split('/').slice(1)).filter((key) => !known.has(key) && !silent.test(key)),
    );
    expect([...unnamed]).toEqual([]);
  });
});
