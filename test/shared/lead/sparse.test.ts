/** Leads and agreements that say little: what is not there changes nothing. */
import { expect, test } from 'vitest';
import { accountOf } from '../../../shared/lead/account.ts';
import { duplicatesOf } from '../../../shared/lead/duplicates.ts';
import { isRoleAddress } from '../../../shared/lead/identity.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { nextDueAt } from '../../../shared/lead/nextDue.ts';
import { holdsAt, holdsSince, turned } from '../../../shared/lead/spans.ts';
import type { Predicate } from '../../../shared/predicate/predicate.ts';
import { agreement, at, captured, fact, ROOM, settle, signal, stateAfter, version } from './agreement.ts';

const BEGIN = at('2026-03-02', '10:00');

test('[IDN2] what is no address is no role address', () => {
  expect(isRoleAddress('contato', ['contato'])).toBe(false);
});

test('[IDN1] a text that is no phone is left out', () => {
  expect(stateAfter([captured(BEGIN, { phones: ['none', '+5511987654321'] })], BEGIN).phones).toEqual([
    '+5511987654321',
  ]);
});

test('[FCT3] a source that is no text is no source', () => {
  const state = stateAfter([captured(BEGIN, { fields: { source: 7, campaign: ' ' } })], BEGIN);
  expect([state.source, state.campaign]).toEqual([null, null]);
});

test('[FCT1] without any version there is nothing to fold by', () => {
  expect(() => fold([captured(BEGIN)], [], ROOM, BEGIN)).toThrow('without any version');
});

test('[SCO6] an agreement without exclusions excludes nobody', () => {
  const history = [version(agreement({ exclusions: [] }))];
  const told = [captured(BEGIN, { emails: ['ana@rival.example'] }), signal('demo', BEGIN + 1)];
  const state = fold(settle(told, BEGIN + 2, { history }), history, ROOM, BEGIN + 2);
  expect(state.exclusions).toEqual([]);
  expect(state.handoffs.map(({ closed }) => closed)).toEqual([null]);
});

test('[HOF2] of two routes in one place the first by id is taken', () => {
  const routes = [
    { id: 'b', order: 1, team: 'general' },
    { id: 'a', order: 1, team: 'clinics' },
  ];
  const history = [version(agreement({ routes }))];
  const facts = settle([captured(BEGIN), signal('demo', BEGIN + 1)], BEGIN + 2, { history });
  expect(fold(facts, history, ROOM, BEGIN + 2).owner?.id).toBe('dora');
});

test('[HOF6] a lead without any address is out of reach only when all channels are closed', () => {
  const told = [captured(BEGIN, { emails: [] }), signal('demo', BEGIN + 1)];
  const one = fact('lead.optedOut', BEGIN + 5, { channel: 'email' });
  const every = fact('lead.optedOut', BEGIN + 6, { channel: 'all' });
  const open = settle(told, BEGIN + 2);
  expect(stateAfter([...open, one], BEGIN + 7).handoffs[0]?.closed).toBeNull();
  expect(stateAfter([...open, one, every], BEGIN + 7).handoffs[0]?.closed?.how).toBe('opted_out');
});

test('[HOF1] one hand-off is opened once, however often it is said', () => {
  const open = settle([captured(BEGIN), signal('demo', BEGIN + 1)], BEGIN + 2);
  const said = open.flatMap((one) =>
    one.kind === 'handoff.opened' ? [{ ...one, id: `${one.id}:again`, at: one.at + 60_000 }] : [],
  );
  expect(stateAfter([...open, ...said], BEGIN + 120_000).handoffs.map(({ openedAt }) => openedAt)).toEqual([
    BEGIN + 2,
  ]);
});

test('[IDN1] taking away what is no address takes nothing', () => {
  const body = { removeEmails: ['ana', 'eva@clinic.example'], removePhones: ['none', '+5511987654321'] };
  const told = [
    captured(BEGIN, { emails: ['ana@clinic.example', 'eva@clinic.example'], phones: ['+5511987654321'] }),
    fact('lead.changed', BEGIN + 1, body),
  ];
  expect(stateAfter(told, BEGIN + 2)).toMatchObject({ emails: ['ana@clinic.example'], phones: [] });
});

test('[IDN3] of two leads the one ever captured is kept, of two never captured the smaller id', () => {
  const lead = (leadId: string, capturedAt: number | null) => {
    return {
      ...stateAfter([captured(BEGIN, { emails: ['ana@clinic.example'] })], BEGIN),
      leadId,
      capturedAt,
    };
  };
  const kept = (...leads: ReturnType<typeof lead>[]) => duplicatesOf(leads).map(({ keep }) => keep);
  expect(kept(lead('a', null), lead('b', BEGIN))).toEqual(['b']);
  expect(kept(lead('b', BEGIN), lead('a', null))).toEqual(['b']);
  expect(kept(lead('b', null), lead('a', null))).toEqual(['a']);
});

test('[FCT7] an entry by a version that is not at hand, or by a stage without criteria, keeps its evidence', () => {
  const told = settle(
    [captured(BEGIN, { fields: { name: 'Ana', company: 'Clinic', employees: 120, industry: 'health' } })],
    BEGIN,
  );
  const gone = (versions: Parameters<typeof fold>[1]) =>
    fold(told, versions, ROOM, BEGIN + 1).entries.map(({ evidenceGone }) => evidenceGone);
  expect(gone([version(agreement(), { version: 9 })])).toEqual([false]);
  const { stages } = agreement();
  const bare = stages.map(({ criteria: _, ...stage }) => stage);
  expect(gone([version(agreement({ stages: bare }))])).toEqual([false]);
});

test('[HOF1] a hand-off of which nothing else is known is accepted by whoever told of it', () => {
  const body = {
    handoff: 'h:1',
    stage: 'sql',
    cause: 'person',
    since: BEGIN,
    version: 1,
    accepted: true,
  } as const;
  const [handoff] = stateAfter([fact('handoff.opened', BEGIN, body, { actor: 'crm' })], BEGIN).handoffs;
  expect(handoff?.answer).toMatchObject({ answer: 'accepted', by: 'crm' });
});

test('[FCT4] what holds begins and ends once, however often it is said', () => {
  const spans = turned(turned(turned(turned([], 1, false), 2, true), 3, true), 5, false);
  expect(spans).toEqual([{ from: 2, to: 5 }]);
  expect([1, 2, 4, 5].map((at) => holdsAt(spans, at))).toEqual([false, true, true, false]);
  expect(holdsAt(turned(spans, 7, true), 9)).toBe(true);
  expect([holdsSince([]), holdsSince(spans), holdsSince(turned(spans, 7, true))]).toEqual([null, null, 7]);
});

test('[CLK9] a score is waited for only where lost points come back by themselves', () => {
  const { scoring, stages } = agreement();
  const told = [captured(BEGIN, { fields: { name: 'Ana', employees: 120 } }), signal('careers', BEGIN)];
  const next = (groups: typeof scoring.groups, atLeast = 15) => {
    const wanting = stages.map((stage) =>
      stage.id === 'mql' ? { ...stage, criteria: { score: true as const, atLeast }, fastTrack: [] } : stage,
    );
    const history = [version(agreement({ stages: wanting, scoring: { ...scoring, groups } }))];
    const facts = settle(told, BEGIN, { history });
    return nextDueAt(fold(facts, history, ROOM, BEGIN), facts, history, ROOM, BEGIN);
  };
  const month = BEGIN + 30 * 86_400_000;
  const [first] = scoring.groups;
  if (first?.kind !== 'fit') throw new Error('the first group is fit');
  // Without what a segment gives: a lead may come into one by itself.
  const profile = { ...first, rules: first.rules.filter(({ id }) => id === 'size') };
  const interest = (rule: object) => [
    profile,
    {
      id: 'interest',
      label: 'Interest',
      kind: 'engagement' as const,
      min: -20,
      max: 60,
      rules: [
        { id: 'careers', label: 'Careers', points: -10, signal: 'careers', count: 'once' as const, ...rule },
      ],
    },
  ];
  expect(next(interest({ withinDays: 30 }))).toBe(month);
  expect(next(interest({ decay: { losePercent: 100, everyDays: 30 } }))).toBe(month);
  expect(next(interest({}))).toBeNull();
  const lately = { signal: 'careers', withinDays: 30 };
  const fit = (points: number, when: Predicate) => [
    { ...profile, min: -40, rules: [...profile.rules, { id: 'lately', label: 'Lately', points, when }] },
  ];
  expect(next(fit(-10, lately))).toBe(month);
  expect(next(fit(10, { not: lately }), 25)).toBe(month);
});

test('[CLK9][SCO6] the end of an exclusion is waited for, also where fading points end it', () => {
  const month = BEGIN + 30 * 86_400_000;
  const END = BEGIN + 90 * 86_400_000;
  const known: Predicate = { field: 'employees', known: true };
  const next = (when: Predicate, ...seen: string[]) => {
    const told = [captured(BEGIN, { fields: { employees: 120 } }), ...seen.map((id) => signal(id, BEGIN))];
    const exclusions = [{ id: 'odd', label: 'Odd', when }];
    const stages = agreement().stages.map((stage) =>
      stage.id === 'mql' ? { ...stage, criteria: known, fastTrack: [] } : stage,
    );
    const history = [version(agreement({ exclusions, stages }))];
    const facts = settle(told, BEGIN, { history });
    const state = fold(facts, history, ROOM, BEGIN);
    expect(state.exclusions).toEqual(['odd']);
    const due = nextDueAt(state, facts, history, ROOM, BEGIN);
    const stageAt = (now: number) => stateAfter(settle(facts, now, { history }), now, { history }).stage.id;
    expect([BEGIN, (due ?? END) - 1, due ?? END].map(stageAt)).toEqual([
      'visitor',
      'visitor',
      due === null ? 'visitor' : 'mql',
    ]);
    return due;
  };
  expect(next({ signal: 'careers', withinDays: 30 }, 'careers')).toBe(month);
  expect(next({ engagement: true, atMost: -1 }, 'careers')).toBe(month);
  expect(next({ not: { engagement: true, atLeast: 0 } }, 'careers')).toBe(month);
  expect(next({ engagement: true, atLeast: 10 }, 'pricing')).toBe(month);
  expect(next(known)).toBeNull();
});

test('[FCT3] source and campaign may be said as fields, an id again in its newest way, a field by any name', () => {
  const id = { system: 'hubspot', object: 'contact', id: '51' };
  const fields = JSON.parse('{"source": "google", "campaign": "spring", "__proto__": "odd"}');
  const told = [
    captured(BEGIN, { fields, externalIds: [id] }),
    fact('lead.changed', BEGIN + 1, { addExternalIds: [id] }),
  ];
  const state = stateAfter(told, BEGIN + 2);
  expect(state).toMatchObject({ source: 'google', campaign: 'spring', externalIds: [id] });
  expect(Object.keys(state.fields).toSorted()).toEqual(['__proto__', 'campaign', 'source']);
});

test('[IDN4] an account is the first domain that is a company’s, else the company record said last, else none', () => {
  const company = (number: string) => ({ system: 'hubspot', object: 'company', id: number });
  const contact = { system: 'hubspot', object: 'contact', id: '1' };
  const of = (emails: string[], externalIds = [contact]) => accountOf({ emails, externalIds }, ['gmail.com']);
  expect(of(['a@z.example', 'b@clinic.example', 'c@gmail.com'])).toBe('domain:clinic.example');
  expect(of(['c@gmail.com'], [contact, company('7'), company('9')])).toBe(of([], [company('9')]));
  const elsewhere = { system: 'salesforce', object: 'Account', id: '1' };
  expect(of([], [company('7'), elsewhere, company('9')])).toBe(of([], [elsewhere, company('9')]));
  expect(of([], [elsewhere, company('9')])).toBe(of([], [company('9'), elsewhere]));
  expect(of([], [company('7')])).toMatch(/^id:hubspot/);
  expect(of(['c@gmail.com'])).toBeNull();
});

test('[CLK9][STG4] the day a returned lead comes back is waited for', () => {
  const open = settle([captured(BEGIN), signal('demo', BEGIN)], BEGIN);
  const body = {
    handoff: 'h:lead-1:1',
    answer: 'recycled',
    reason: 'not_now',
    returnOn: '2026-03-09',
  } as const;
  const answered = fact('handoff.answered', BEGIN + 1, body, { actor: 'bruno', observer: 'hand' });
  const history = [version(agreement({ policies: [] }))];
  const next = (now: number) => {
    const facts = settle([...open, answered], now, { history });
    return nextDueAt(fold(facts, history, ROOM, now), facts, history, ROOM, now);
  };
  expect(next(BEGIN + 2)).toBe(at('2026-03-09', '09:00'));
});

test('[FCT3] a persona nobody defined is found by what the lead says of itself', () => {
  const persona = (fields: Record<string, string>) =>
    stateAfter([captured(BEGIN, { fields })], BEGIN + 1).persona;
  expect(persona({ persona: 'decider' })).toBe('decider');
  expect(persona({ persona: 'somebody', role: 'director' })).toBe('decider');
  expect(persona({ persona: 'somebody' })).toBeNull();
});

test('[FCT5] a group that depends on how long ago something was holds until that changes', () => {
  const weeks = (id: string, withinDays: number) => ({
    id,
    label: id,
    when: { signal: 'pricing', withinDays },
  });
  const definitions = agreement({ segments: [weeks('warm', 14), weeks('hot', 7), weeks('hottest', 9)] });
  const history = [version({ ...definitions, scoring: { ...definitions.scoring, groups: [] } })];
  const state = stateAfter([captured(BEGIN), signal('pricing', BEGIN)], BEGIN + 1, { history });
  expect(state).toMatchObject({ segment: 'warm', validUntil: BEGIN + 7 * 86_400_000 });
});

test('[STG4] a persona that was known before a step back is no new evidence', () => {
  const stages = agreement().stages.map((stage) =>
    stage.id === 'mql' ? { ...stage, criteria: { persona: 'decider' } as const } : stage,
  );
  const history = [version(agreement({ stages, policies: [] }))];
  const back = fact('stage.set', BEGIN + 5, { stage: 'lead' }, { actor: 'mia', observer: 'hand' });
  const told = [captured(BEGIN, { fields: { name: 'Ana', persona: 'decider' } })];
  expect(stateAfter(settle(told, BEGIN + 1, { history }), BEGIN + 1, { history }).stage.id).toBe('mql');
  const after = settle([...settle(told, BEGIN + 1, { history }), back], BEGIN + 9, { history });
  expect(stateAfter(after, BEGIN + 9, { history }).stage.id).toBe('lead');
});
