/** Random stories of one lead, for the laws of the fold. Instants lie within the agreement's spring of 2026. */
import * as fc from 'fast-check';
import type { Fact } from '../../../shared/lead/facts.ts';
import { CHANNELS, OUTCOMES } from '../../../shared/lead/vocabulary.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { at, attempt, captured, fact, signal } from './agreement.ts';

const START = at('2026-03-02', '09:00');
/** Half hours over ten weeks: coarse enough for ties, long enough for windows and decay to pass. */
export const instant = fc.integer({ min: 0, max: 70 * 48 }).map((step) => START + step * (HOUR_MS / 2));

const seller = fc.constantFrom('bruno', 'carla', 'dora');
const anyone = fc.constantFrom('bruno', 'mia', 'system', 'hubspot');
const hand = { observer: 'hand' } as const;

const changes = fc.record(
  {
    name: fc.constantFrom('Ana', null),
    employees: fc.constantFrom(5, 80, 300, null),
    industry: fc.constantFrom('health', 'retail', null),
    role: fc.constantFrom('director', 'analyst'),
  },
  { requiredKeys: [] },
);

const byPerson: readonly fc.Arbitrary<Fact>[] = [
  fc
    .tuple(instant, fc.constantFrom('pricing', 'pricing', 'demo', 'careers'))
    .map(([when, id]) => signal(id, when)),
  fc.tuple(instant, changes).map(([when, fields]) => fact('lead.changed', when, { fields })),
  fc
    .tuple(instant, seller, fc.constantFrom(...CHANNELS), fc.constantFrom(...OUTCOMES), fc.boolean())
    .map(([when, by, channel, outcome, automatic]) => attempt(when, by, { channel, outcome, automatic })),
  fc
    .tuple(instant, anyone, fc.constantFrom('visitor', 'lead', 'mql', 'sal', 'sql'))
    .map(([when, actor, stage]) => fact('stage.set', when, { stage }, { actor, ...hand })),
  fc.tuple(instant, seller).map(([when, owner]) => fact('owner.assigned', when, { owner })),
  instant.map((when) => fact('stage.released', when, {})),
  fc
    .tuple(instant, fc.constantFrom(...CHANNELS, 'all' as const))
    .map(([when, channel]) => fact('lead.optedOut', when, { channel })),
  fc
    .tuple(instant, fc.constantFrom(...CHANNELS, 'all' as const))
    .map(([when, channel]) => fact('lead.optedIn', when, { channel, basis: 'asked' })),
  instant.map((when) => fact('lead.changed', when, { addEmails: ['ana@rival.example'] })),
  instant.map((when) => fact('reply.received', when, { channel: 'email' })),
  fc
    .tuple(
      instant,
      seller,
      fc.constantFrom('accepted', 'recycled', 'disqualified'),
      fc.constantFrom(undefined, '2026-04-06', '2026-04-11'),
      fc.integer({ min: 1, max: 2 }),
      fc.constantFrom('handoff.answered', 'handoff.corrected'),
    )
    .map(([when, actor, answer, returnOn, cycle, kind]) =>
      fact(
        kind,
        when,
        { handoff: `h:lead-1:${cycle}`, answer, ...(returnOn ? { returnOn } : {}) },
        { actor, ...hand },
      ),
    ),
  instant.map((when) => fact('handoff.contested', when, { handoff: 'h:lead-1:1', evidence: 'see there' })),
  fc
    .tuple(instant, fc.constantFrom('upheld', 'overturned'))
    .map(([when, outcome]) => fact('handoff.decided', when, { handoff: 'h:lead-1:1', outcome })),
  fc
    .tuple(instant, fc.constantFrom('2026-03-20', '2026-05-29'))
    .map(([when, untilOn]) => fact('lead.snoozed', when, { untilOn, reason: 'vacation' })),
  instant.map((when) => fact('lead.resumed', when, {})),
  instant.map((when) => fact('handoff.released', when, {})),
];

/** What people and integrations report: a capture and up to a dozen facts, in the order they were made. */
const profiles: fc.Arbitrary<Record<string, string | number>> = fc.constantFrom<
  Record<string, string | number>
>({ name: 'Ana', employees: 80 }, { employees: 300, industry: 'health' }, {});

export const story: fc.Arbitrary<readonly Fact[]> = fc
  .tuple(
    fc.constantFrom('api' as const, 'import' as const, 'form' as const),
    profiles,
    fc.array(fc.oneof(...byPerson), { maxLength: 12 }),
  )
  .map(([cause, fields, facts]) => [captured(START, { cause, fields }), ...facts]);

export const END = START + 75 * 48 * (HOUR_MS / 2);
