/** Every starter is one a team could sign on its first day, and one that works (DEF6). */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import { BUSINESS_LABELS, BUSINESSES, type Business } from '../../../shared/definitions/business.ts';
import { starterFor, STARTERS } from '../../../shared/definitions/starters.ts';
import { validate } from '../../../shared/definitions/validate.ts';
import { CLOCK_KINDS, LANGUAGES } from '../../../shared/lead/vocabulary.ts';
import { isMetric } from '../../../shared/target/metrics.ts';
import { at, captured, live, member, signal, stateAfter, version } from '../lead/agreement.ts';
import { type Json, pointersOf, valueOf } from './draft.ts';

const pairs = BUSINESSES.flatMap((business) => LANGUAGES.map((language) => [business, language] as const));
const loose = (business: Business, language: (typeof LANGUAGES)[number]): Json =>
  JSON.parse(JSON.stringify(starterFor(business, language)));

describe.each(pairs)('%s in %s', (business, language) => {
  const starter = starterFor(business, language);

  test('[DEF6] is one the worker would publish, with nothing to look at again', () => {
    expect(validate(starter)).toEqual({ ok: true, definitions: starter, warnings: [] });
    expect(starter.language).toBe(language);
  });

  test('[DEF6] has every section filled, but for what only the company knows', () => {
    const theirs = new Set(['signers', 'rates', 'quotas']);
    const isEmpty = (section: unknown) =>
      typeof section === 'object' && Object.keys(section ?? {}).length === 0;
    const sections = Object.entries(starter).filter(([name]) => !theirs.has(name));
    expect(sections.filter(([, section]) => isEmpty(section)).map(([name]) => name)).toEqual([]);
    const { scoring, lists, stages, goals, calendars, meetEvery, reviewEvery } = starter;
    // Who is wanted, what they do, and what speaks against them.
    expect(scoring.groups.map(({ kind, rules }) => [kind, rules.length > 0])).toEqual([
      ['fit', true],
      ['engagement', true],
      ['engagement', true],
    ]);
    expect([scoring.bands.fit.length, scoring.bands.engagement.length]).toEqual([4, 4]);
    expect(lists['freeMail']?.values.length).toBeGreaterThan(10);
    expect(stages.filter(({ enter, criteria }) => enter === 'automatic' && !criteria)).toEqual([stages[0]]);
    for (const { holidays } of Object.values(calendars)) expect(holidays.length).toBeGreaterThan(10);
    for (const { when, pains, needs, words } of starter.personas)
      expect([when, pains?.length, needs?.length, words?.length]).not.toContain(undefined);
    expect(new Set(goals.map(({ side }) => side))).toEqual(new Set(['marketing', 'sales']));
    expect(goals.filter(({ metric }) => !isMetric(metric))).toEqual([]);
    expect([meetEvery, reviewEvery]).toEqual(['month', 'quarter']);
  });

  test('[DEF6] promises something of every kind, the first response at all three levels', () => {
    const kinds = new Set(starter.policies.map(({ kind }) => kind));
    expect(CLOCK_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
    const responses = starter.policies.filter(({ kind }) => kind === 'first_response');
    expect(responses.map(({ level }) => level)).toEqual(['account', 'segment', 'default']);
  });

  test('[DEF6] asks a question for every field it wants, and offers reasons for both ways back', () => {
    expect(starter.fields.filter(({ question }) => question === undefined)).toEqual([]);
    const { reasons } = starter.handoff;
    expect(new Set(reasons.map(({ answer }) => answer))).toEqual(new Set(['recycled', 'disqualified']));
    expect(reasons.filter(({ unreachable }) => unreachable === true)).toHaveLength(1);
  });
});

/** What a good lead of each business looks like, the signals it sends, and the default it is owed. */
const GOOD: Readonly<
  Record<Business, { fields: Record<string, string | number>; signals: string[]; minutes: number }>
> = {
  saas: {
    fields: { name: 'Ana', seniority: 'director', employees: 120, industry: 'education' },
    signals: ['trial_started'],
    minutes: 240,
  },
  clinic: {
    fields: { name: 'Ana', specialty: 'dermatology', payer: 'private', timeline: 'week', relation: 'self' },
    signals: ['whatsapp_started'],
    minutes: 30,
  },
  realEstate: {
    fields: { name: 'Ana', goal: 'rent', timeline: 'now', area: 'Centro', financing: 'cash' },
    signals: ['financing_simulated'],
    minutes: 15,
  },
};
const ROOM = {
  members: [member('bruno', 'sales', 'sales')],
  teams: [{ id: 'sales', label: 'Sales', side: 'sales', manager: 'bruno', calendar: null } as const],
  calendars: {},
};

/** Wednesday: 12:30 in São Paulo (some offices at lunch), 10:30 in New York, 09:30 in Mexico City. */
const NOON = at('2026-03-04', '15:30');

function lived(business: Business, language: (typeof LANGUAGES)[number], more: readonly Fact[] = []) {
  const { fields, signals } = GOOD[business];
  const world = { history: [version(starterFor(business, language))], room: ROOM };
  const facts = [
    captured(NOON, { fields, emails: ['ana@gmail.com'], source: 'google' }),
    ...signals.map((one) => signal(one, NOON + 60_000)),
    ...more,
  ];
  const until = NOON + 120_000;
  return stateAfter(live(facts, until, world), until, world);
}

describe.each(pairs)('a good lead of %s in %s', (business, language) => {
  test('[DEF6] is handed over by its score and owed the default first response', () => {
    const state = lived(business, language);
    expect(state.stage.id).toBe('mql');
    expect(state.entries.at(-1)?.cause).toBe('criteria');
    expect(state.exclusions).toEqual([]);
    expect(state.segment).not.toBeNull();
    expect(state.persona).not.toBeNull();
    const clock = state.clocks.find(({ kind }) => kind === 'first_response');
    expect(clock?.policy).toMatchObject({ id: 'first-response', level: 'default' });
    expect(clock?.dueAt).toBeGreaterThanOrEqual(NOON + GOOD[business].minutes * 60_000);
  });

  test('[DEF6] is not handed over by one idle click', () => {
    const world = { history: [version(starterFor(business, language))], room: ROOM };
    const facts = [captured(NOON, { fields: { name: 'Ana' } }), signal('email_clicked', NOON + 60_000)];
    const until = NOON + 120_000;
    expect(stateAfter(live(facts, until, world), until, world).stage.id).toBe('lead');
  });
});

test('[DEF6] the three businesses are three agreements, not one three times', () => {
  for (const language of LANGUAGES) {
    const stages = BUSINESSES.map((business) =>
      starterFor(business, language)
        .stages.map(({ label }) => label)
        .join(),
    );
    expect(new Set(stages).size).toBe(BUSINESSES.length);
    expect(new Set(Object.values(BUSINESS_LABELS[language])).size).toBe(BUSINESSES.length);
    expect(STARTERS[language]).toEqual(starterFor('saas', language));
  }
});

/** Words that read the same in two of our languages. */
const SAME = /^(?:Check-up|[\p{L}]{1,9}|.{1,4})$/u;

test.each(BUSINESSES)('[DEF6] %s says everything in its own language', (business) => {
  const [english, portuguese, spanish] = LANGUAGES.map((language) => loose(business, language));
  const spoken = /\/(?:label|question|meaning|title|(?:pains|needs|words|examples|counterExamples)\/\d+)$/;
  const copies = pointersOf(english ?? null)
    .filter((pointer) => spoken.test(pointer) && !pointer.includes('/holidays/'))
    .filter((pointer) => {
      const text = String(valueOf(english ?? null, pointer));
      return (
        !SAME.test(text) && [portuguese, spanish].some((other) => valueOf(other ?? null, pointer) === text)
      );
    });
  expect(copies).toEqual([]);
});
