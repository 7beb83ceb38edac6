/**
 * The leads every engine of the bench is asked about: 500 of a sample funnel under the English starter,
 * as facts, as what our criteria see, and as the plain record the other engines take. Same seed, same leads.
 */
import { compileCalendar } from '../../shared/calendar/compile.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import type { Version } from '../../shared/definitions/version.ts';
import type { Fact, Scalar } from '../../shared/lead/facts.ts';
import { type Story, storyOf } from '../../shared/lead/story.ts';
import { orderFacts } from '../../shared/lead/order.ts';
import type { Room } from '../../shared/lead/room.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time.ts';
import { Chance } from '../golden/chance.ts';

export const DEFINITIONS = STARTERS.en;
export const NOW = Date.parse('2026-03-18T15:00Z');
const YEAR_AGO = NOW - 366 * DAY_MS;

const calendar = DEFINITIONS.calendars['office'];
if (calendar === undefined) throw new Error('the starter has office hours');
export const OFFICE = compileCalendar('office', calendar, YEAR_AGO, NOW + 366 * DAY_MS, 1);

export const VERSION: Version = {
  version: 1,
  author: 'ada',
  note: '',
  publishedAt: YEAR_AGO,
  effectiveAt: YEAR_AGO,
  signed: true,
  signatures: [],
  choices: { leads: 'stay', clocks: 'new' },
  definitions: DEFINITIONS,
  calendars: { office: OFFICE },
};

export const SELLER = 'bruno';
const JOINED = { at: YEAR_AGO } as const;
export const ROOM: Room = {
  members: [
    {
      id: SELLER,
      name: 'Bruno',
      log: [
        { ...JOINED, kind: 'joined' },
        { ...JOINED, kind: 'side', side: 'sales' },
        { ...JOINED, kind: 'team', team: 'sales' },
      ],
    },
  ],
  teams: [{ id: 'sales', label: 'Sales', side: 'sales', manager: null, calendar: null }],
  calendars: {},
};

export interface PlainSignal {
  readonly signal: string;
  readonly at: number;
}
/** A lead as any program would hold it. */
export interface PlainLead {
  readonly fields: Readonly<Record<string, Scalar>>;
  /** Ascending. */
  readonly signals: readonly PlainSignal[];
}

export interface BenchLead {
  readonly plain: PlainLead;
  readonly facts: readonly Fact[];
  readonly story: Story;
}

const SENIORITY = ['chief', 'Director', 'manager', 'analyst'] as const;
const INDUSTRY = ['health', 'Software', 'construction', 'other'] as const;

function plainLead(chance: Chance): PlainLead {
  const fields: Record<string, Scalar> = { name: 'Ana Souza', company: 'Clinic' };
  if (chance.is(0.8)) fields['seniority'] = chance.of(SENIORITY);
  if (chance.is(0.8)) fields['employees'] = chance.of([4, 35, 80, 200, 900]);
  if (chance.is(0.7)) fields['industry'] = chance.of(INDUSTRY);
  const signals = Array.from({ length: chance.whole(0, 8) }, () => ({
    signal: chance.of(DEFINITIONS.signals).id,
    at: NOW - chance.whole(1, 120 * 24) * HOUR_MS,
  }));
  return { fields, signals: signals.toSorted((a, b) => a.at - b.at) };
}

/** Captured before the oldest signal anything counts. */
const CAPTURED = NOW - 130 * DAY_MS;

function factsOf(plain: PlainLead, leadId: string): readonly Fact[] {
  const head = { leadId, actor: 'hubspot', observer: 'integration' } as const;
  const emails = [`${leadId}@clinic.example`];
  const captured = {
    emails,
    phones: [],
    externalIds: [],
    fields: { ...plain.fields },
    cause: 'api',
  } as const;
  return [
    {
      ...head,
      id: `${leadId}-00`,
      at: CAPTURED,
      recordedAt: CAPTURED,
      kind: 'lead.captured',
      body: { ...captured, phones: [], externalIds: [] },
    },
    ...plain.signals.map(({ signal, at }, place): Fact => ({
      ...head,
      id: `${leadId}-${place + 1}`,
      at,
      recordedAt: at,
      kind: 'signal.seen',
      body: { signal },
    })),
  ];
}

export function benchLeads(count: number): readonly BenchLead[] {
  const chance = new Chance(11);
  return Array.from({ length: count }, (_, place) => {
    const plain = plainLead(chance);
    const facts = factsOf(plain, `lead${place}`);
    return { plain, facts, story: storyOf(orderFacts(facts), [VERSION], ROOM, NOW) };
  });
}
