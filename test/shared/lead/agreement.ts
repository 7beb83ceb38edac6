/**
 * A small whole agreement for tests, its calendar compiled, and short ways to tell a lead's story.
 * Mon–Fri 09:00–18:00 in UTC around 2026, so that instants are readable; `at('2026-03-02', '10:00')`.
 */
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import type { BodyOf, Fact, FactHead, FactKind } from '../../../shared/lead/facts.ts';
import { decide } from '../../../shared/lead/decide.ts';
import { fold, type ReadLead, readLead } from '../../../shared/lead/fold.ts';
import type { MemberEntry, Room, Routing } from '../../../shared/lead/room.ts';
import type { LeadState } from '../../../shared/lead/state.ts';

/** Epoch ms of a UTC date and time. */
export function at(on: string, time = '00:00'): number {
  return Date.parse(`${on}T${time}:00.000Z`);
}

const weekday: [string, string][] = [['09:00', '18:00']];

/** `changes` replace whole top-level parts. Parsed, so that a test cannot lean on an invalid agreement. */
export function agreement(changes: Partial<Definitions> = {}): Definitions {
  return Definitions.parse({
    title: 'Agreement',
    language: 'en',
    fields: [
      { id: 'employees', label: 'Employees', type: 'number', question: 'How many people work there?' },
      { id: 'budget', label: 'Budget', type: 'number', question: 'What is the budget?' },
      { id: 'industry', label: 'Industry', type: 'text' },
    ],
    lists: {
      freeMail: { label: 'Free mail', values: ['gmail.com'] },
      competitors: { label: 'Competitors', values: ['rival.example'] },
    },
    signals: [
      { id: 'pricing', label: 'Viewed the pricing page' },
      { id: 'demo', label: 'Asked for a demo' },
      { id: 'careers', label: 'Visited the careers page' },
    ],
    segments: [
      { id: 'health', label: 'Health', when: { field: 'industry', is: 'health' } },
      { id: 'large', label: 'Large', when: { field: 'employees', atLeast: 200 } },
    ],
    personas: [{ id: 'decider', label: 'Decision maker', when: { field: 'role', contains: 'director' } }],
    exclusions: [
      { id: 'competitor', label: 'Competitor', when: { emailDomain: true, inList: 'competitors' } },
    ],
    scoring: {
      min: 0,
      max: 100,
      groups: [
        {
          id: 'profile',
          label: 'Profile',
          kind: 'fit',
          min: 0,
          max: 40,
          rules: [
            { id: 'size', label: '50 people or more', points: 20, when: { field: 'employees', atLeast: 50 } },
            { id: 'health', label: 'Health', points: 15, when: { segment: 'health' } },
          ],
        },
        {
          id: 'interest',
          label: 'Interest',
          kind: 'engagement',
          min: -20,
          max: 60,
          rules: [
            {
              id: 'pricing',
              label: 'Pricing page',
              points: 10,
              signal: 'pricing',
              count: 'each',
              limit: { times: 3, perDays: 7 },
              decay: { losePercent: 50, everyDays: 30 },
            },
            {
              id: 'careers',
              label: 'Careers page',
              points: -10,
              signal: 'careers',
              count: 'once',
              withinDays: 30,
            },
          ],
        },
      ],
      bands: {
        fit: [
          { id: 'A', atLeast: 30, label: 'ideal' },
          { id: 'D', atLeast: -100, label: 'weak' },
        ],
        engagement: [
          { id: '1', atLeast: 20, label: 'high' },
          { id: '4', atLeast: -100, label: 'none' },
        ],
      },
    },
    stages: [
      { id: 'visitor', label: 'Visitor', short: 'V', meaning: '', owner: 'marketing', enter: 'automatic' },
      {
        id: 'lead',
        label: 'Lead',
        short: 'Lead',
        meaning: '',
        owner: 'marketing',
        enter: 'automatic',
        criteria: { field: 'name', known: true },
      },
      {
        id: 'mql',
        label: 'Qualified by marketing',
        short: 'MQL',
        meaning: '',
        owner: 'shared',
        enter: 'automatic',
        criteria: {
          all: [
            { score: true, atLeast: 40 },
            { field: 'employees', atLeast: 10 },
          ],
        },
        fastTrack: [{ signal: 'demo', label: 'Asked for a demo' }],
      },
      { id: 'sal', label: 'Accepted', short: 'SAL', meaning: '', owner: 'shared', enter: 'decision' },
      {
        id: 'sql',
        label: 'Qualified by sales',
        short: 'SQL',
        meaning: '',
        owner: 'shared',
        enter: 'decision',
      },
      { id: 'customer', label: 'Customer', short: 'C', meaning: '', owner: 'sales', enter: 'integration' },
    ],
    handoff: {
      stage: 'mql',
      acceptedStage: 'sal',
      brief: { required: ['company', 'employees'] },
      reasons: [
        { id: 'not_now', label: 'Not now', answer: 'recycled' },
        { id: 'unreachable', label: 'Unreachable', answer: 'recycled', unreachable: true },
        { id: 'no_fit', label: 'Outside the profile', answer: 'disqualified' },
      ],
      unreachable: { attempts: 5, dates: 5, withinDays: 30, channels: 2, notDeclared: 2 },
      contestWithinDays: 3,
      snooze: { times: 2, openDays: 10, reasons: [{ id: 'vacation', label: 'On vacation' }] },
      workWithinDays: 10,
    },
    routes: [
      { id: 'health', order: 1, when: { segment: 'health' }, team: 'clinics' },
      { id: 'rest', order: 2, team: 'general' },
    ],
    policies: [
      {
        id: 'first',
        label: 'First response',
        kind: 'first_response',
        party: 'sales',
        level: 'default',
        order: 1,
        target: { businessHours: 4 },
        calendar: 'office',
        warn: [{ atPercent: 75, to: 'owner' }],
        escalate: [],
      },
    ],
    calendars: {
      office: {
        label: 'Office hours',
        zone: 'UTC',
        week: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
        holidays: [],
      },
    },
    workspaceCalendar: 'office',
    signers: [],
    sources: [],
    currency: 'USD',
    rates: [],
    quotas: [],
    goals: [],
    meetEvery: 'month',
    reviewEvery: 'quarter',
    ...changes,
  });
}

/** A promise of every kind, with warnings, escalations, pauses and criteria. */
export function everyPolicy(): Policy[] {
  const office = { calendar: 'office', warn: [], escalate: [] };
  const of = (
    kind: Policy['kind'],
    party: Policy['party'],
    target: Policy['target'],
    more: Partial<Policy> = {},
  ): Policy => ({
    id: `${kind}-${more.level ?? 'default'}`,
    label: kind,
    kind,
    party,
    level: 'default',
    order: 1,
    target,
    ...office,
    ...more,
  });
  return [
    of('assignment', 'neutral', { minutes: 10 }),
    of('first_response', 'sales', { businessHours: 1 }, { level: 'segment', when: { segment: 'health' } }),
    of(
      'first_response',
      'sales',
      { businessHours: 4 },
      {
        warn: [{ atPercent: 75, to: 'owner' }],
        escalate: [{ after: { businessHours: 1 }, do: { notify: 'manager' } }],
      },
    ),
    of('acceptance', 'sales', { businessDays: 2 }, { warn: [{ before: { businessHours: 2 }, to: 'owner' }] }),
    of('cadence', 'sales', { businessDays: 2 }, { repeat: { times: 5 }, pauses: ['snooze'] }),
    of('reply', 'sales', { hours: 4 }),
    of('stage_time', 'sales', { businessDays: 5 }, { stage: 'sal', pauses: ['snooze'] }),
    of('return_to_nurture', 'marketing', { businessDays: 1 }),
    of('brief_completion', 'marketing', { businessHours: 8 }),
    of('contest_answer', 'neutral', { businessDays: 3 }),
  ];
}

/** The same, and whoever is late loses the lead: to the next in turn, or to the pool (CLK7). */
export function takingPolicies(): Policy[] {
  return everyPolicy().map((policy): Policy => {
    const taken: Policy['escalate'] = [
      { after: { businessHours: 3 }, do: policy.kind === 'acceptance' ? 'return_to_pool' : 'reassign' },
    ];
    const takes = policy.level === 'default' && ['first_response', 'acceptance'].includes(policy.kind);
    return takes ? { ...policy, escalate: [...policy.escalate, ...taken] } : policy;
  });
}

/** The same agreement asking for a higher score before sales is bothered. */
export function stricter(changes: Partial<Definitions> = {}): Definitions {
  const definitions = agreement(changes);
  const stages = definitions.stages.map((stage) =>
    stage.id === 'mql' ? { ...stage, criteria: { score: true as const, atLeast: 55 } } : stage,
  );
  return { ...definitions, stages };
}

const FROM = at('2025-01-01');
const TO = at('2029-01-01');

/** Version 1 signed and in force since 2026-01-01, unless said otherwise. */
export function version(definitions: Definitions, changes: Partial<Version> = {}): Version {
  const calendars = Object.entries(definitions.calendars).map(([id, calendar]) => [
    id,
    compileCalendar(id, calendar, FROM, TO, 1),
  ]);
  return {
    version: 1,
    author: 'ada',
    note: '',
    publishedAt: at('2026-01-01'),
    effectiveAt: at('2026-01-01'),
    signed: true,
    signatures: [],
    choices: { leads: 'stay', clocks: 'new' },
    definitions,
    calendars: Object.fromEntries(calendars),
    ...changes,
  };
}

export const HISTORY: readonly Version[] = [version(agreement())];

/** A member here since 2025, of one side and team. */
export function member(
  id: string,
  side: 'sales' | 'marketing',
  team: string,
  log: readonly MemberEntry[] = [],
) {
  const since = at('2025-01-01');
  return {
    id,
    name: id,
    log: [
      { kind: 'joined', at: since },
      { kind: 'side', at: since, side },
      { kind: 'team', at: since, team },
      ...log,
    ] as readonly MemberEntry[],
  };
}

/** Bruno and Carla sell, Dora sells to clinics, Mia does marketing. */
export const ROOM: Room = {
  members: [
    member('bruno', 'sales', 'general'),
    member('carla', 'sales', 'general'),
    member('dora', 'sales', 'clinics'),
    member('mia', 'marketing', 'demand'),
  ],
  teams: [
    { id: 'general', label: 'General', side: 'sales', manager: 'bruno', calendar: null },
    { id: 'clinics', label: 'Clinics', side: 'sales', manager: 'bruno', calendar: null },
    { id: 'demand', label: 'Demand', side: 'marketing', manager: 'mia', calendar: null },
  ],
  calendars: {},
};

export const ROUTING: Routing = { todayCounts: {}, lastRouted: {} };

export const LEAD = 'lead-1';

let made = 0;

/** A fact of the test lead at an instant; id counts up, `recordedAt` = `at` unless given. */
export function fact<K extends FactKind>(
  kind: K,
  when: number,
  body: BodyOf<K>,
  head: Partial<FactHead> = {},
): Fact {
  made += 1;
  const id = `f${String(made).padStart(6, '0')}`;
  const base = { id, leadId: LEAD, at: when, recordedAt: when, actor: 'system', observer: 'system' };
  return { ...base, ...head, kind, body } as Fact;
}

export function captured(when: number, body: Partial<BodyOf<'lead.captured'>> = {}): Fact {
  const empty = {
    emails: ['ana@clinic.example'],
    phones: [],
    externalIds: [],
    fields: {},
    cause: 'api',
  } as const;
  return fact('lead.captured', when, {
    ...empty,
    emails: [...empty.emails],
    phones: [],
    externalIds: [],
    ...body,
  });
}

export function signal(
  id: string,
  when: number,
  properties?: Record<string, string | number | boolean>,
): Fact {
  return fact('signal.seen', when, { signal: id, ...(properties ? { properties } : {}) });
}

export function attempt(when: number, by: string, body: Partial<BodyOf<'attempt.made'>> = {}): Fact {
  const made = { channel: 'call', outcome: 'no_answer', evidence: 'clicked', ...body } as const;
  return fact('attempt.made', when, made, { actor: by, observer: 'hand' });
}

export interface World {
  readonly history?: readonly Version[];
  readonly room?: Room;
  readonly routing?: Routing;
}

/** What the worker does at `now`: decide, append, until nothing more is decided. */
export function settle(facts: readonly Fact[], now: number, world: World = {}): readonly Fact[] {
  const { history = HISTORY, room = ROOM, routing = ROUTING } = world;
  const all = [...facts];
  for (let turn = 0; turn < 50; turn += 1) {
    const decided = decide(fold(all, history, room, now), all, history, room, routing, now);
    if (decided.length === 0) return all;
    all.push(...decided);
  }
  throw new Error('decide never settles');
}

/**
 * A lead lived through by the worker: facts arrive at their `recordedAt`, in that order, and after
 * each arrival (and at every further `looks` instant) the worker decides.
 */
export function live(
  facts: readonly Fact[],
  until: number,
  world: World = {},
  looks: readonly number[] = [],
): readonly Fact[] {
  const instants = [...new Set([...facts.map((one) => one.recordedAt), ...looks, until])].toSorted(
    (a, b) => a - b,
  );
  let all: readonly Fact[] = [];
  for (const now of instants.filter((instant) => instant <= until)) {
    const arriving = facts.filter((one) => one.recordedAt === now);
    all = settle([...all, ...arriving], now, world);
  }
  return all;
}

/** The lead as criteria of the version in force see it. */
export function read(facts: readonly Fact[], now: number, world: World = {}): ReadLead {
  const { history = HISTORY, room = ROOM } = world;
  return readLead(facts, history, room, now);
}

export function stateAfter(facts: readonly Fact[], now: number, world: World = {}): LeadState {
  const { history = HISTORY, room = ROOM } = world;
  return fold(facts, history, room, now);
}
