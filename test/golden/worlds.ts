/**
 * Five workspaces for the golden vectors, built from the starter agreements: one that signed and
 * left it there, one that began in trial, one that published a stricter version over running clocks,
 * one that works nights through a change of the clocks, with people's own hours, and one with all that
 * the starters do without.
 */
import { compileCalendar } from '../../shared/calendar/compile.ts';
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { STARTERS } from '../../shared/definitions/starters.ts';
import type { Version } from '../../shared/definitions/version.ts';
import type { MemberEntry, Room } from '../../shared/lead/room.ts';
import type { CompiledCalendar } from '../../shared/time.ts';
import { corners, patient, withStorms } from './corners.ts';
import type { World } from './vectors.ts';

const utc = (text: string) => Date.parse(`${text}Z`);
export const BEGIN = utc('2026-01-12T08:00');
export const END = utc('2026-04-20T08:00');
const FROM = utc('2025-11-01T00:00');
const TO = utc('2026-12-01T00:00');

type Compiled = Record<string, CompiledCalendar>;

function compiled(calendars: Definitions['calendars']): Compiled {
  const entries = Object.entries(calendars).map(([id, one]) => [id, compileCalendar(id, one, FROM, TO, 1)]);
  return Object.fromEntries(entries);
}

function version(number: number, definitions: Definitions, changes: Partial<Version> = {}): Version {
  return {
    version: number,
    author: 'ada',
    note: '',
    publishedAt: utc('2025-12-01T12:00'),
    effectiveAt: utc('2025-12-01T12:00'),
    signed: true,
    signatures: [],
    choices: { leads: 'stay', clocks: 'new' },
    definitions,
    calendars: compiled(definitions.calendars),
    ...changes,
  };
}

/** Two who stay, one who is away, one who leaves and comes back, one of marketing. */
function room(calendars: Compiled = {}): Room {
  const since = utc('2025-11-03T09:00');
  const member = (id: string, side: 'sales' | 'marketing', log: readonly MemberEntry[] = []) => ({
    id,
    name: id,
    log: [
      { kind: 'joined' as const, at: since },
      { kind: 'side' as const, at: since, side },
      { kind: 'team' as const, at: since, team: side },
      ...log,
    ],
  });
  const hours = Object.keys(calendars)[0];
  return {
    members: [
      member('bruno', 'sales'),
      member('carla', 'sales', hours ? [{ kind: 'hours', at: since, calendar: hours }] : []),
      member('dora', 'sales', [
        { kind: 'away', at: utc('2026-02-09T08:00'), until: utc('2026-02-20T08:00') },
        { kind: 'left', at: utc('2026-03-05T15:00') },
        { kind: 'joined', at: utc('2026-03-30T08:00') },
      ]),
      member('mia', 'marketing'),
    ],
    teams: [
      { id: 'sales', label: 'Sales', side: 'sales', manager: 'bruno', calendar: null },
      { id: 'marketing', label: 'Marketing', side: 'marketing', manager: 'mia', calendar: null },
    ],
    calendars,
  };
}

/** More points and a shorter first answer than the starter asks for. */
function stricter(definitions: Definitions): Definitions {
  return {
    ...definitions,
    stages: definitions.stages.map((stage) =>
      stage.id === 'mql' ? { ...stage, criteria: { all: [{ score: true, atLeast: 60 }] } } : stage,
    ),
    policies: definitions.policies
      .filter(({ kind }) => kind !== 'brief_completion')
      .map((policy) =>
        policy.id === 'first-response' ? { ...policy, target: { businessHours: 2 } } : policy,
      ),
  };
}

/** Rules that lose halves and thirds of odd points, so that rounding and truncation show. */
function withHalves(scoring: Definitions['scoring']): Definitions['scoring'] {
  const groups = scoring.groups.map((group) =>
    group.kind === 'fit'
      ? group
      : {
          ...group,
          rules: group.rules.map((rule) => {
            const decay = { losePercent: rule.points > 10 ? 33.3 : 50, everyDays: 9 };
            return { ...rule, points: rule.points + 1, withinDays: undefined, decay };
          }),
        },
  );
  return { ...scoring, groups };
}

/** Sunday night to Friday morning in Madrid, with wall-time promises and criteria of every kind. */
function nights(definitions: Definitions): Definitions {
  const night: [string, string][] = [['22:00', '06:00']];
  return {
    ...definitions,
    exclusions: [
      ...definitions.exclusions,
      { id: 'quiet', label: 'Quiet', when: { all: [{ signal: 'careers_viewed', times: 2, withinDays: 7 }] } },
    ],
    scoring: withHalves(definitions.scoring),
    stages: definitions.stages.map((stage) =>
      stage.id === 'mql'
        ? {
            ...stage,
            criteria: {
              any: [
                { score: true, atLeast: 40 },
                {
                  all: [
                    { fit: true, atLeast: 25 },
                    { signal: 'webinar_attended', withinDays: 14 },
                  ],
                },
                {
                  not: {
                    any: [
                      { engagement: true, atMost: 20 },
                      { field: 'employees', known: false },
                    ],
                  },
                },
              ],
            },
          }
        : stage,
    ),
    policies: definitions.policies.map((policy) => {
      if (policy.kind === 'first_response') {
        return { ...policy, target: { minutes: 90 }, escalate: [{ after: { hours: 2 }, do: 'reassign' }] };
      }
      return policy.kind === 'reply' ? { ...policy, target: { hours: 3 }, pauses: ['snooze'] } : policy;
    }),
    calendars: {
      office: {
        label: 'Nights',
        zone: 'Europe/Madrid',
        week: { sun: night, mon: night, tue: night, wed: night, thu: night },
        holidays: [{ on: '2026-04-02', label: 'Jueves Santo', hours: [['22:00', '24:00']] }],
      },
    },
  };
}

const LATE_SHIFT: Definitions['calendars'] = {
  late: {
    label: 'Late shift',
    zone: 'Europe/Madrid',
    week: { mon: [['20:00', '02:00']], tue: [['20:00', '02:00']], wed: [['20:00', '02:00']] },
    holidays: [],
  },
};

export function worlds(): Readonly<Record<string, World>> {
  const { en, es, 'pt-BR': ptBR } = STARTERS;
  const signed = { publishedAt: utc('2026-02-10T13:00'), effectiveAt: utc('2026-02-11T03:00') };
  const closed = Object.fromEntries(
    Object.entries(compiled(en.calendars)).map(([id, calendar]) => [id, withStorms(calendar)]),
  );
  const later = { publishedAt: utc('2026-03-02T16:00'), effectiveAt: utc('2026-03-02T16:00') };
  return {
    newYork: { history: [version(1, en)], room: room() },
    saoPaulo: { history: [version(1, ptBR, { signed: false }), version(2, ptBR, signed)], room: room() },
    mexico: {
      history: [
        version(1, es),
        version(2, stricter(es), { ...later, choices: { leads: 'moveBack', clocks: 'running' } }),
      ],
      room: room(),
    },
    madrid: { history: [version(1, nights(en))], room: room(compiled(LATE_SHIFT)) },
    corners: {
      history: [
        version(1, corners(en), { calendars: closed }),
        version(2, patient(corners(en)), {
          ...later,
          calendars: closed,
          choices: { leads: 'stay', clocks: 'running' },
        }),
      ],
      room: room(),
    },
  };
}
