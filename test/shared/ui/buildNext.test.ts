import { describe, expect, test } from 'vitest';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { readLead, stateOf } from '../../../shared/lead/fold.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { Predicate } from '../../../shared/predicate/predicate.ts';
import { buildCard } from '../../../shared/ui/buildCard.ts';
import { at, attemptMade, contextIn, definitionsIn, marinasFacts, NOW, versionIn } from './sampleLead.ts';

function nextOf(facts: readonly Fact[], language: Language = 'pt-BR', definitions?: Definitions) {
  const version = versionIn(language, definitions ? { definitions } : {});
  const context = contextIn(language, { history: [version] });
  const lead = readLead(facts, [version], context.room, NOW);
  const input = {
    state: stateOf(lead),
    read: lead,
    pending: new Set<string>(),
    toSend: 0,
    syncedAt: null,
  };
  return buildCard(input, context).next;
}

/** One line of the checklist for a criterion of the next stage. */
function lineOf(criteria: Predicate) {
  const starter = definitionsIn('pt-BR');
  const stages = starter.stages.map((stage) => (stage.id === 'sql' ? { ...stage, criteria } : stage));
  return nextOf(marinasFacts(), 'pt-BR', { ...starter, stages })?.criteria[0];
}

test('[PRD5] the next stage with criteria, what is met and what is missing', () => {
  const next = nextOf(marinasFacts());
  expect(next?.title).toBe('Para virar SQL · faltam 3');
  expect(next?.criteria.map(({ verdict, label, value }) => `${verdict} ${label}: ${value}`)).toEqual([
    'met Setor no perfil ideal: Saúde',
    'met Tamanho da empresa: 120',
    'met Cargo de decisão: Diretoria',
    'unknown Orçamento: não se sabe',
    'unknown Necessidade confirmada: não se sabe',
    'unmet Conversa com um SDR: nenhuma ainda',
  ]);
});

test('[PRD5] a value sales may give is asked for in the agreement’s own words', () => {
  const asks = nextOf(marinasFacts())?.criteria.map(({ ask }) => ask && [ask.field, ask.type, ask.question]);
  expect(asks).toEqual([
    null,
    null,
    null,
    ['budget', 'money', 'Qual é o orçamento?'],
    ['need', 'text', 'Que problema querem resolver?'],
    null,
  ]);
});

test('[PRD5] a field sales may not fill in is not asked for', () => {
  expect(lineOf({ field: 'city', known: true })).toMatchObject({ verdict: 'unmet', ask: null });
});

test('a conversation fills its line with when it was', () => {
  const facts = [...marinasFacts(), attemptMade('a1', at(15, 5), 'connected')];
  expect(nextOf(facts)?.criteria.at(-1)).toMatchObject({ verdict: 'met', value: 'hoje 15:05' });
  expect(nextOf(facts)?.title).toBe('Para virar SQL · faltam 2');
});

describe('[PRD4] criteria nobody gave a name to are told by what they want', () => {
  test.each([
    [{ field: 'employees', atLeast: 50 }, 'Funcionários: 50 ou mais', '120'],
    [{ field: 'employees', between: [10, 99] }, 'Funcionários: 10 a 99', '120'],
    [{ field: 'industry', is: 'health' }, 'Setor: Saúde', 'Saúde'],
    [
      { field: 'seniority', in: ['director', 'chief'] },
      'Nível do cargo: Diretoria ou Sócio ou presidência',
      'Diretoria',
    ],
    [{ field: 'industry', inList: 'icpIndustries' }, 'Setor: na lista Setores ideais', 'Saúde'],
    [{ signal: 'demo_requested', withinDays: 30 }, 'Pediu demonstração nos últimos 30 dias', 'hoje 13:09'],
    [{ signal: 'webinar_attended', times: 2 }, 'Assistiu a um webinar ×2', 'nenhuma ainda'],
    [{ segment: 'health' }, 'Segmento: Saúde', 'Saúde'],
    [{ stageIs: 'mql' }, 'Etapa: Lead qualificado por marketing', 'Lead qualificado por marketing'],
    [{ attempts: true, outcome: 'connected', times: 1 }, 'Conversou', 'nenhuma ainda'],
    [{ emailDomain: true, in: ['vida.example'] }, 'Domínio do e-mail: vida.example', 'vida.example'],
    [{ not: { field: 'industry', is: 'retail' } }, 'Não: Setor: Varejo', 'Saúde'],
    [
      {
        any: [
          { field: 'industry', is: 'retail' },
          { field: 'industry', is: 'health' },
        ],
      },
      'Setor: Varejo ou Setor: Saúde',
      'Saúde',
    ],
  ] satisfies [Predicate, string, string][])('%o', (criteria, label, value) => {
    expect(lineOf(criteria)).toMatchObject({ label, value });
  });
});

test('[PRD5] a score that falls short names the single rules that would do it', () => {
  const gap = lineOf({ score: true, atLeast: 70 });
  expect(gap).toMatchObject({ verdict: 'unmet', label: 'Pontuação: 70 ou mais', value: '62' });
  expect(gap?.hint).toBe('faltam 8: Começou um teste +25 ou Enviou um formulário +10');
  expect(lineOf({ score: true, atLeast: 60 })?.hint).toBeNull();
});

test('[STG2] a stage nobody’s points enter is offered to a person once nothing is missing', () => {
  const known = { kind: 'lead.changed', body: { fields: { budget: 50_000, need: 'returns' } } } as const;
  const told = {
    ...known,
    id: 'f9',
    leadId: 'marina',
    at: at(14),
    recordedAt: at(14),
    actor: 'ana',
  } as const;
  const facts = [...marinasFacts(), { ...told, observer: 'hand' as const }];
  expect(nextOf(facts)?.decide).toBeNull();
  expect(nextOf([...facts, attemptMade('a1', at(15), 'connected')])?.decide).toEqual({
    id: 'sql',
    label: 'SQL',
  });
});

test('a lead at the end of the road has no next', () => {
  const facts = marinasFacts('customer');
  expect(nextOf(facts)).toBeNull();
});

test('[HOF4] "unreachable" says what is owed and from when', () => {
  const context = contextIn('pt-BR');
  const lead = readLead(
    [...marinasFacts(), attemptMade('a1', at(15), 'no_answer')],
    context.history,
    context.room,
    NOW,
  );
  const card = buildCard({ state: stateOf(lead), pending: new Set(), toSend: 0, syncedAt: null }, context);
  const unreachable = card.reasons.find(({ id }) => id === 'unreachable');
  // Thursday the 12th is used; Friday the 20th is a holiday and does not matter yet.
  expect(unreachable?.blocked).toBe(
    'antes, mais 4 tentativas, em mais 4 dias, mais 1 canal e 1 registrada na hora; possível a partir de 18 nov',
  );
  expect(card.reasons.filter(({ blocked }) => blocked !== null)).toHaveLength(1);
});
