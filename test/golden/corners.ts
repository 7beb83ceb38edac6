/**
 * A fifth workspace for the golden vectors, with what the starter agreements do without: scoring rules
 * of every kind of leaf, groups that a clamp lifts or a total cuts, properties of signals, promises by
 * segment and persona, a calendar with closed periods, and duplicates that were merged.
 */
import { withClosures } from '../../shared/calendar/closure.ts';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { Fact } from '../../shared/lead/facts.ts';
import type { Predicate } from '../../shared/predicate/predicate.ts';
import type { CompiledCalendar } from '../../shared/time.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import type { Chance } from './chance.ts';

type Group = Definitions['scoring']['groups'][number];

/** What a rule may ask, and the points it then gives: one table answers the first few, the others judge alone. */
const ASKED: readonly (readonly [points: number, when: Predicate])[] = [
  [7, { field: 'industry', in: ['health', 'Education', ''] }],
  [-4, { field: 'industry', isNot: 'construction' }],
  [3, { field: 'company', contains: 'são' }],
  [2, { field: 'role', startsWith: 'DIRE' }],
  [1, { field: 'role', endsWith: 'ora' }],
  [5, { field: 'employees', atMost: 60 }],
  [4, { field: 'employees', is: '250' }],
  [6, { field: 'decisionMaker', is: true }],
  [-3, { field: 'budget', known: false }],
  [2, { all: [{ any: [{ field: 'product', is: 'crm' }] }] }],
  [3, { product: 'CRM' }],
  [5, { emailDomain: true, in: ['@escola.example', 'xn--mnchen-3ya.example'] }],
  [-6, { emailDomain: true, inList: 'freeMail' }],
  [8, { segment: 'midmarket' }],
  [4, { persona: 'decider' }],
  [3, { attempts: true, channel: 'call', times: 1 }],
  [2, { stageWas: 'mql' }],
  [5, { account: { stage: 'mql', atLeast: 2 } }],
  [4, { all: [{ signal: 'pricing_viewed', withinDays: 20 }, { not: { signal: 'careers_viewed' } }] }],
  [
    3,
    {
      any: [
        { field: 'timeline', is: 'now' },
        { signal: 'trial_started', times: 1 },
      ],
    },
  ],
];

const GROUPS: readonly Group[] = [
  {
    id: 'every',
    label: 'Every kind',
    kind: 'fit',
    min: -5,
    max: 40,
    rules: ASKED.map(([points, when], place) => ({ id: `f${place}`, label: `Fit ${place}`, points, when })),
  },
  // Lifted while nothing is known.
  {
    id: 'lifted',
    label: 'Lifted',
    kind: 'fit',
    min: 3,
    max: 9,
    rules: [
      { id: 'need', label: 'Need', points: 9, when: { field: 'need', known: true } },
      { id: 'circular', label: 'Never met', points: 9, when: { score: true, atLeast: -100 } },
    ],
  },
  {
    id: 'deeds',
    label: 'Deeds',
    kind: 'engagement',
    min: -10,
    max: 45,
    rules: [
      {
        id: 'prices',
        label: 'Prices of the page',
        points: 11,
        signal: 'pricing_viewed',
        where: [{ property: 'page', startsWith: '/PREÇOS' }],
        count: 'each',
        decay: { losePercent: 33.3, everyDays: 9 },
      },
      { id: 'again', label: 'Prices', points: 5, signal: 'pricing_viewed', count: 'once', withinDays: 21 },
      {
        id: 'webinar',
        label: 'Webinar',
        points: 13,
        signal: 'webinar_attended',
        count: 'once',
        limit: { times: 1, perDays: 5 },
        decay: { losePercent: 12.5, everyDays: 3 },
      },
      { id: 'click', label: 'Click', points: -7, signal: 'email_clicked', count: 'each', withinDays: 40 },
    ],
  },
  {
    id: 'more',
    label: 'More of the same',
    kind: 'engagement',
    min: 0,
    max: 30,
    rules: [
      {
        id: 'twice',
        label: 'Prices, twice a week',
        points: 4,
        signal: 'pricing_viewed',
        count: 'each',
        limit: { times: 2, perDays: 7 },
      },
      { id: 'demo', label: 'Demo', points: 30, signal: 'demo_requested', count: 'once' },
    ],
  },
];

/** An agreement in which every kind of criterion decides something. */
export function corners(definitions: Definitions): Definitions {
  return {
    ...definitions,
    exclusions: [
      ...definitions.exclusions,
      {
        id: 'cold',
        label: 'Cold',
        when: { all: [{ engagement: true, atMost: -5 }, { persona: 'decider' }] },
      },
    ],
    scoring: { ...definitions.scoring, min: -15, max: 60, groups: [...GROUPS] },
    stages: definitions.stages.map((stage) =>
      stage.id === 'mql' ? { ...stage, criteria: { all: [{ score: true, atLeast: 25 }] } } : stage,
    ),
    policies: definitions.policies.map((policy) => {
      if (policy.kind !== 'first_response') return policy;
      if (policy.level === 'segment') return { ...policy, when: { field: 'budget', atLeast: 1 } };
      return policy.level === 'account'
        ? { ...policy, when: { persona: 'decider' }, pauses: ['snooze'] }
        : { ...policy, target: { businessDays: 1 } };
    }),
  };
}

/** The same with more time for whatever is promised in days, so that a publish moves running clocks. */
export function patient(definitions: Definitions): Definitions {
  const policies = definitions.policies.map((policy) =>
    'businessDays' in policy.target
      ? { ...policy, target: { businessDays: policy.target.businessDays + 2 } }
      : policy,
  );
  return { ...definitions, policies };
}

/** Two closed periods: a morning, and three days over the end of one week. */
export function withStorms(calendar: CompiledCalendar): CompiledCalendar {
  const storm = Date.parse('2026-02-03T12:00Z');
  const strike = Date.parse('2026-03-12T00:00Z');
  return withClosures(
    calendar,
    [
      { start: storm, end: storm + 5 * HOUR_MS, declaredAt: storm + 2 * DAY_MS },
      { start: strike, end: strike + 3 * DAY_MS, declaredAt: strike + 9 * HOUR_MS },
    ],
    2,
  );
}

/** What is known late of some, and of every third lead a duplicate that is merged into it and mostly stays. */
export function cornersOf(told: readonly Fact[], chance: Chance): Fact[] {
  const [first] = told;
  if (first === undefined) return [];
  const { leadId } = first;
  const at = first.recordedAt + chance.whole(1, 30) * DAY_MS;
  const head = { actor: 'ada', observer: 'hand' } as const;
  const product = chance.of(['crm', ' CRM ', 'erp']);
  const late: Fact[] = [
    {
      ...head,
      id: `${leadId}-late`,
      leadId,
      at,
      recordedAt: at,
      kind: 'lead.changed',
      body: { fields: { product, need: 'reports', timeline: 'now' } },
    },
  ];
  if (!chance.is(1 / 3)) return late;
  const twin = `${leadId}-twin`;
  const body = { absorbed: twin };
  const whenOf = (id: string, days: number) => {
    const then = at + days * DAY_MS;
    return { ...head, id: `${leadId}-${id}`, at: then, recordedAt: then };
  };
  late.push(
    { ...first, id: `${leadId}-met`, leadId: twin, at: at + HOUR_MS, recordedAt: at + HOUR_MS },
    { ...whenOf('one', 1), leadId, kind: 'lead.merged', body },
  );
  if (chance.is(0.3)) late.push({ ...whenOf('two', 3), leadId, kind: 'lead.unmerged', body });
  return late;
}
