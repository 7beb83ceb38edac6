import { describe, expect, test } from 'vitest';
import { type Problem, sayProblem, validate } from '../../../shared/definitions/validate.ts';
import { STARTERS } from '../../../shared/definitions/starters.ts';
import { LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { broken, draftOf, type Json } from './draft.ts';

function problemsOf(input: unknown): readonly Problem[] {
  const result = validate(input);
  return result.ok ? result.warnings : result.problems;
}

const told = (problems: readonly Problem[]) =>
  problems.map(({ pointer, fault, suggestion }) =>
    [pointer, fault.code, ...(suggestion ? [suggestion] : [])].join(' '),
  );

/** One leaf standing as the criteria of the MQL stage (index 2). */
const asked = (criteria: Json) => told(problemsOf(broken({ '/stages/2/criteria': criteria })));
const AT = '/stages/2/criteria';

describe.each(LANGUAGES)('%s', (language) => {
  test('[DEF1] the starter has nothing to be told, and comes back as it went in', () => {
    const result = validate(draftOf(language));
    expect(result).toEqual({ ok: true, definitions: STARTERS[language], warnings: [] });
  });
});

test('[DEF1] every problem at once, each at its place', () => {
  const result = validate(
    broken({
      '/title': undefined,
      '/stages/0/owner': 'marketting',
      '/currency': 'usd',
      '/policies/5/repeat': undefined,
      '/policies/2/calendar': 'ofice',
      '/routes/0': { id: 'everything', order: 1, teem: 'sales' },
      '/personas/0/when': { field: 'senioritty', is: 'chief' },
      '/calendars/office/zone': 'America/SaoPaulo',
      '/signers': [{ side: 'sales', member: 'm1' }],
    }),
  );
  expect(result.ok).toBe(false);
  expect(told(result.ok ? [] : result.problems).toSorted()).toEqual([
    '/calendars/office/zone unknown_zone America/Sao_Paulo',
    '/currency bad_currency',
    '/personas/0/when/field unknown_reference seniority',
    '/policies/2/calendar unknown_reference office',
    '/policies/5/repeat needs_repeat',
    '/routes/0/team missing',
    '/routes/0/teem unknown_key team',
    '/signers signer_missing',
    '/stages/0/owner not_one_of marketing',
    '/title missing',
  ]);
});

test('[DEF1] a sentence says what is wrong and what was probably meant, in each language', () => {
  const [problem] = problemsOf(broken({ [AT]: { field: 'industri', is: 'health' } }));
  expect(problem?.pointer).toBe('/stages/2/criteria/field');
  expect(problem?.message).toBe('There is no field “industri” in this agreement. Did you mean “industry”?');
  if (problem === undefined) return;
  expect(sayProblem(problem, 'pt-BR')).toBe(
    'Não há campo “industri” neste acordo. Você quis dizer “industry”?',
  );
  expect(sayProblem(problem, 'es')).toBe(
    'No hay campo “industri” en este acuerdo. ¿Quisiste decir “industry”?',
  );
});

describe('shape', () => {
  test.each<[string, Record<string, Json | undefined>, string[]]>([
    ['a key nobody knows', { '/handof': {} }, ['/handof unknown_key']],
    ['a key misspelt inside', { '/stages/1/lable': 'x' }, ['/stages/1/lable unknown_key']],
    ['text where a list goes', { '/signals': 'none' }, ['/signals wrong_type']],
    [
      'a fraction of a point',
      { '/scoring/groups/0/rules/0/points': 2.5 },
      ['/scoring/groups/0/rules/0/points wrong_type'],
    ],
    [
      'a group of no kind',
      { '/scoring/groups/1/kind': 'engagment' },
      ['/scoring/groups/1/kind not_one_of engagement'],
    ],
    [
      'a window and a decay',
      { '/scoring/groups/1/rules/0/decay': { losePercent: 50, everyDays: 30 } },
      ['/scoring/groups/1/rules/0 exclude_each_other'],
    ],
    [
      'two units of time',
      { '/policies/3/target': { hours: 1, businessHours: 2 } },
      ['/policies/3/target choose_one'],
    ],
    [
      'a unit misspelt',
      { '/policies/3/target': { busnessHours: 4 } },
      ['/policies/3/target/busnessHours unknown_key businessHours'],
    ],
    [
      'no time at all',
      { '/policies/3/target/businessHours': 0 },
      ['/policies/3/target/businessHours number_too_small'],
    ],
    [
      'an escalation to do nobody knows',
      { '/policies/3/escalate/0/do': 'reasign' },
      ['/policies/3/escalate/0/do not_one_of reassign'],
    ],
    [
      'a warning without its when',
      { '/policies/3/warn/0': { to: 'owner' } },
      ['/policies/3/warn/0 choose_one'],
    ],
    [
      'a date that is none',
      { '/calendars/office/holidays/0/on': '2026-02-30' },
      ['/calendars/office/holidays/0/on bad_date'],
    ],
    [
      'an hour that is none',
      { '/calendars/office/week/mon/0/0': '9:00' },
      ['/calendars/office/week/mon/0/0 bad_time'],
    ],
    [
      'a weekday that is none',
      { '/calendars/office/week/tues': [] },
      ['/calendars/office/week/tues unknown_key'],
    ],
    ['a list without a name', { '/lists/': { label: 'x', values: [] } }, ['/lists/ text_empty']],
    ['too few stages', { '/stages': [] }, ['/stages too_few']],
  ])('[DEF1] %s', (_, changes, expected) => {
    expect(told(problemsOf(broken(changes)))).toEqual(expect.arrayContaining(expected));
  });
});

describe('criteria', () => {
  test.each<[string, Json, string[]]>([
    [
      'an operator misspelt',
      { field: 'industry', inlist: 'icpIndustries' },
      [`${AT}/inlist unknown_key inList`],
    ],
    ['a kind misspelt', { feild: 'industry', is: 'health' }, [`${AT}/feild unknown_key field`]],
    ['a group misspelt', { al: [] }, [`${AT}/al unknown_key all`]],
    ['no kind', {}, [`${AT} choose_one`]],
    ['two kinds', { segment: 'health', persona: 'decider' }, [`${AT} choose_one`]],
    ['no operator', { field: 'industry' }, [`${AT} choose_one`]],
    ['two operators', { field: 'employees', atLeast: 1, atMost: 3 }, [`${AT} choose_one`]],
    ['a domain without a list', { emailDomain: true }, [`${AT} choose_one`]],
    [
      'an unknown list',
      { emailDomain: true, inList: 'competitor' },
      [`${AT}/inList unknown_reference competitors`],
    ],
    ['an unknown signal', { signal: 'demo_request' }, [`${AT}/signal unknown_reference demo_requested`]],
    [
      'an unknown list of a property',
      { signal: 'form_submitted', where: [{ property: 'page', inList: 'freemail' }] },
      [`${AT}/where/0/inList unknown_reference freeMail`],
    ],
    ['an unknown segment', { not: { segment: 'healt' } }, [`${AT}/not/segment unknown_reference health`]],
    [
      'an unknown persona of the account',
      { account: { persona: 'deciders', atLeast: 1 } },
      [`${AT}/account/persona unknown_reference decider`],
    ],
    ['an unknown stage', { all: [{ stageWas: 'sqll' }] }, [`${AT}/all/0/stageWas unknown_reference sql`]],
    [
      'a choice nobody offers',
      { field: 'industry', in: ['health', 'helth'] },
      [`${AT}/in/1 unknown_reference health`],
    ],
    ['at least of a text', { field: 'role', atLeast: 3 }, [`${AT}/atLeast operator_type`]],
    ['a beginning of a number', { field: 'employees', startsWith: '5' }, [`${AT}/startsWith operator_type`]],
    ['a word for a number', { field: 'budget', is: 'much' }, [`${AT}/is value_type`]],
    ['a word for yes or no', { field: 'decisionMaker', is: 'maybe' }, [`${AT}/is value_type`]],
    ['a range backwards', { field: 'employees', between: [200, 50] }, [`${AT}/between empty_range`]],
    ['a score beyond reach', { score: true, atLeast: 101 }, [`${AT}/atLeast never_met`]],
    [
      'an outcome that is none',
      { attempts: true, outcome: 'conected', times: 1 },
      [`${AT}/outcome not_one_of connected`],
    ],
    ['no criterion at all', 'score > 50', [`${AT} wrong_type`]],
    ['an empty group', { all: [] }, [`${AT}/all too_few`]],
  ])('[PRD1] %s', (_, criteria, expected) => {
    expect(asked(criteria)).toEqual(expected);
  });

  test('[PRD1] numbers may be written as text, booleans too', () => {
    expect(
      asked({
        all: [
          { field: 'budget', is: '50' },
          { field: 'decisionMaker', is: 'true' },
        ],
      }),
    ).toEqual([]);
  });

  test('[PRD1] eight levels pass, a ninth is told where it begins', () => {
    const nested = (levels: number): Json =>
      levels === 1 ? { segment: 'health' } : { not: nested(levels - 1) };
    expect(asked(nested(8))).toEqual([]);
    expect(asked(nested(9))).toEqual([`${AT}${'/not'.repeat(8)} too_deep`]);
  });

  test('[PRD1] 500 nodes pass, one more is told once', () => {
    const wide = (leaves: number): Json => ({
      any: Array.from({ length: leaves }, () => ({ segment: 'health' })),
    });
    expect(asked(wide(499))).toEqual([]);
    expect(asked(wide(500))).toEqual([`${AT}/any/499 too_many_nodes`]);
    expect(asked(wide(5_000))).toEqual([`${AT}/any/499 too_many_nodes`]);
  });

  test('[PRD1] what is decided first cannot ask for what comes later', () => {
    const problems = problemsOf(
      broken({
        '/segments/0/when': { any: [{ score: true, atLeast: 10 }, { segment: 'health' }] },
        '/personas/0/when': { any: [{ segment: 'health' }, { persona: 'practitioner' }] },
        '/scoring/groups/0/rules/0/when': { any: [{ persona: 'decider' }, { fit: true, atLeast: 10 }] },
      }),
    );
    expect(told(problems)).toEqual([
      '/segments/0/when/any/0 decided_later',
      '/segments/0/when/any/1 decided_later',
      '/personas/0/when/any/1 decided_later',
      '/scoring/groups/0/rules/0/when/any/1 decided_later',
    ]);
  });
});

describe('names and order', () => {
  test.each<[string, Record<string, Json | undefined>, string[]]>([
    ['two stages of one name', { '/stages/4/id': 'lead' }, ['/stages/4/id duplicate']],
    [
      'two rules of one name in two groups',
      { '/scoring/groups/1/rules/0/id': 'chief' },
      ['/scoring/groups/1/rules/0/id duplicate'],
    ],
    [
      'two choices of one name',
      { '/fields/1/choices/1/id': 'analyst' },
      ['/fields/1/choices/1/id duplicate'],
    ],
    [
      'a brief that asks for an unknown field',
      { '/handoff/brief/required/0': 'compani' },
      ['/handoff/brief/required/0 unknown_reference company'],
    ],
    [
      'a fast track by an unknown signal',
      { '/stages/2/fastTrack/0/signal': 'demo_requestd' },
      ['/stages/2/fastTrack/0/signal unknown_reference demo_requested'],
    ],
    [
      'a quota of an unknown segment',
      { '/quotas': [{ segment: 'smal', perRepMonth: 10 }] },
      ['/quotas/0/segment unknown_reference small'],
    ],
    [
      'a workspace calendar nobody keeps',
      { '/workspaceCalendar': 'offices' },
      ['/workspaceCalendar unknown_reference office'],
    ],
    [
      'a reserved field of another type',
      { '/fields/0/id': 'company', '/fields/0/type': 'number' },
      ['/fields/0/type reserved_field'],
    ],
    ['choices left out', { '/fields/0/type': 'choice' }, ['/fields/0/choices choices_missing']],
    ['a hand-off at the first stage', { '/handoff/stage': 'visitor' }, ['/handoff/stage handoff_first']],
    [
      'a hand-off at the last stage',
      { '/handoff/stage': 'customer' },
      ['/handoff/stage handoff_last', '/handoff/acceptedStage accepted_not_after'],
    ],
    [
      'accepted before handed over',
      { '/handoff/acceptedStage': 'lead' },
      ['/handoff/acceptedStage accepted_not_after'],
    ],
    [
      'bands upside down',
      { '/scoring/bands/fit/1/atLeast': 40 },
      ['/scoring/bands/fit/1/atLeast bands_not_descending'],
    ],
    ['limits upside down', { '/scoring/groups/0/min': 60 }, ['/scoring/groups/0/min min_above_max']],
    [
      'a stage policy without its stage',
      { '/policies/7/stage': undefined },
      ['/policies/7/stage needs_stage'],
    ],
    [
      'open time escalated in wall time',
      { '/policies/3/escalate/0/after': { hours: 2 } },
      ['/policies/3/escalate/0/after mixed_time'],
    ],
    [
      'more days than the window has',
      { '/handoff/unreachable/withinDays': 4 },
      ['/handoff/unreachable/dates dates_beyond_window'],
    ],
    [
      'more channels than there are',
      { '/handoff/unreachable/channels': 8 },
      ['/handoff/unreachable/channels channels_beyond'],
    ],
    [
      'nothing to return a lead with',
      { '/handoff/reasons': [{ id: 'x', label: 'X', answer: 'disqualified' }] },
      ['/handoff/reasons no_reason'],
    ],
    ['one side signs', { '/signers': [{ side: 'marketing', member: 'ana' }] }, ['/signers signer_missing']],
  ])('[DEF1] %s is refused', (_, changes, expected) => {
    const result = validate(broken(changes));
    expect(result.ok).toBe(false);
    expect(told(problemsOf(broken(changes)))).toEqual(expect.arrayContaining(expected));
  });

  test.each<[string, Record<string, Json | undefined>, string[]]>([
    [
      'no first response by default',
      { '/policies/3/when': { segment: 'small' } },
      ['/policies no_default_response'],
    ],
    [
      'a level for everyone',
      { '/policies/1/when': undefined },
      ['/policies/1/level level_without_criterion'],
    ],
    ['a promise of the other side', { '/policies/3/party': 'marketing' }, ['/policies/3/party other_party']],
    ['a repeat nobody reads', { '/policies/3/repeat': { times: 2 } }, ['/policies/3/repeat repeat_unused']],
    [
      'a warning as long as the promise',
      { '/policies/3/warn/0': { before: { businessMinutes: 240 }, to: 'owner' } },
      ['/policies/3/warn/0/before warns_at_start'],
    ],
    [
      'a cadence shorter than the minimum',
      { '/policies/5/repeat/times': 3 },
      ['/policies/5/repeat/times cadence_below_minimum'],
    ],
    ['a stage nobody enters', { '/stages/1/criteria': undefined }, ['/stages/1/enter no_way_in']],
    [
      'overlapping hours',
      { '/calendars/office/week/mon/1/0': '11:00' },
      ['/calendars/office/week/mon/1 hours_overlap'],
    ],
  ])('[DEF1] %s is worth a look, and no reason to refuse', (_, changes, expected) => {
    const result = validate(broken(changes));
    expect(result.ok).toBe(true);
    expect(told(result.ok ? result.warnings : [])).toEqual(expected);
  });
});

describe('calendars', () => {
  const closedDays = (from: string, days: number): Json =>
    Array.from({ length: days }, (_, index) => ({
      on: new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
      label: 'Season',
    }));

  test('[CAL2] a week without open time is refused', () => {
    expect(told(problemsOf(broken({ '/calendars/office/week': { mon: [] } })))).toEqual([
      '/calendars/office/week no_open_time',
    ]);
  });

  test('[CAL2] more than 92 closed days in a row are refused, wherever they lie', () => {
    const closed = (days: number) =>
      told(problemsOf(broken({ '/calendars/office/holidays': closedDays('2031-03-03', days) })));
    expect(closed(84)).toEqual([]);
    expect(closed(100)).toEqual(['/calendars/office/holidays closed_too_long']);
  });

  test('[CAL2] a period cannot open at the end of its day', () => {
    expect(told(problemsOf(broken({ '/calendars/office/week/fri/1/0': '24:00' })))).toEqual([
      '/calendars/office/week/fri/1 opens_at_midnight_end',
    ]);
  });
});
