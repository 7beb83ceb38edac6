/** How the list's leads stand in the day: who owes what, in which group, and how long there is. */
import { describe, expect, test } from 'vitest';
import { messagesFor } from '../../shared/messages/catalog.ts';
import type { DayResponse } from '../../shared/protocol/day.ts';
import type { LeadView } from '../../shared/protocol/leads.ts';
import { clockFaceAt } from '../../shared/ui/face.ts';
import { dayOf, type Row } from '../../worker/console/myDay/rows.ts';
import { agreement, at, everyPolicy, version } from '../shared/lead/agreement.ts';

/** A Tuesday; offices are open from 09:00 to 18:00. */
const NOW = at('2026-03-31', '12:00');
const WORDS = messagesFor('en');
const VERSION = version(agreement({ policies: everyPolicy() }));

const NOTHING: DayResponse = { phones: {}, done: [] };

type Clock = NonNullable<LeadView['clock']>;

function leadNamed(name: string | null, clock: Partial<Clock> | null): LeadView {
  return {
    id: name ?? 'nameless',
    revision: 1,
    evaluatedAt: NOW,
    validUntil: null,
    changedAt: NOW,
    name,
    company: 'Clinic',
    owner: 'ana',
    stage: 'sql',
    score: 50,
    segment: null,
    persona: null,
    account: null,
    source: null,
    campaign: null,
    backlog: false,
    optedOut: false,
    touchedAt: null,
    touchedBy: null,
    clock: clock && {
      id: 'c',
      kind: 'first_response',
      status: 'running',
      dueAt: NOW,
      riskAt: null,
      terms: { version: 1, calendar: 'office', trial: false },
      ...clock,
    },
  };
}

const names = (rows: readonly Row[]) => rows.map(({ name }) => name);
const timeOf = (row: Row | undefined, now = NOW) => row?.clock && clockFaceAt(row.clock.face, now).text;

describe('my day', () => {
  test('late first, then today and what is at risk, then later; the nearest due first, each lead once', () => {
    const day = dayOf(
      [
        leadNamed('tomorrow', { dueAt: at('2026-04-01', '10:00') }),
        leadNamed('at risk', { dueAt: at('2026-04-01', '09:30'), riskAt: at('2026-03-31', '11:00') }),
        leadNamed('evening', { dueAt: at('2026-03-31', '17:00') }),
        leadNamed('soon', { dueAt: at('2026-03-31', '12:30') }),
        leadNamed('asleep', { status: 'paused', dueAt: null }),
        leadNamed('yesterday', { status: 'breached', dueAt: at('2026-03-30', '17:00') }),
        leadNamed('last week', { status: 'breached', dueAt: at('2026-03-24', '17:00') }),
        leadNamed('a brief', { kind: 'brief_completion', dueAt: at('2026-03-31', '16:00') }),
        leadNamed('nothing owed', null),
      ],
      NOTHING,
      VERSION,
      WORDS,
      NOW,
    );
    expect({
      late: names(day.late),
      now: names(day.now),
      later: names(day.later),
      paused: names(day.paused),
      theirs: names(day.theirs),
    }).toEqual({
      late: ['last week', 'yesterday'],
      now: ['soon', 'evening', 'at risk'],
      later: ['tomorrow'],
      paused: ['asleep'],
      theirs: ['a brief'],
    });
  });

  test('[CLK4] time left and time late are counted in the hours of the promise', () => {
    const day = dayOf(
      [
        leadNamed('tomorrow', { dueAt: at('2026-04-01', '10:00') }),
        leadNamed('yesterday', { status: 'breached', dueAt: at('2026-03-30', '17:00') }),
      ],
      NOTHING,
      VERSION,
      WORDS,
      NOW,
    );
    // Six hours until the office closes and one in the morning; one the evening before and three today.
    expect(timeOf(day.later[0])).toBe('7 h');
    expect(timeOf(day.late[0])).toBe('late 4 h');
    expect(day.later[0]?.owed).toBe('First response');
  });

  test('[FCT5] a lead turns late as its due passes, without being read again', () => {
    const lead = leadNamed('soon', { dueAt: NOW });
    expect(names(dayOf([lead], NOTHING, VERSION, WORDS, NOW).now)).toEqual(['soon']);
    expect(names(dayOf([lead], NOTHING, VERSION, WORDS, NOW + 1).late)).toEqual(['soon']);
  });

  test('a lead without a name goes by its company, said once', () => {
    const [row] = dayOf([leadNamed(null, {})], NOTHING, VERSION, WORDS, NOW).now;
    expect([row?.name, row?.company]).toEqual(['Clinic', null]);
  });

  test('what was done today is told; where something is due today all the same, it stays there', () => {
    const deed = { channel: 'call', outcome: 'no_answer' } as const;
    const done = (leadId: string, at_: number) => ({ leadId, name: leadId, company: null, at: at_, deed });
    const day = dayOf(
      [
        leadNamed('tomorrow', { dueAt: at('2026-04-01', '10:00') }),
        leadNamed('evening', { dueAt: at('2026-03-31', '17:00') }),
      ],
      {
        phones: { evening: ['+5511988881234'] },
        done: [
          done('evening', at('2026-03-31', '11:30')),
          done('tomorrow', at('2026-03-31', '11:00')),
          { ...done('given back', at('2026-03-31', '10:00')), deed: { answer: 'recycled' } },
        ],
      },
      VERSION,
      WORDS,
      NOW,
    );
    expect([names(day.now), names(day.later), names(day.done)]).toEqual([
      ['evening'],
      [],
      ['tomorrow', 'given back'],
    ]);
    expect(day.now[0]?.phones).toEqual(['+5511988881234']);
    expect(day.now[0]?.done?.text).toMatch(/^Call · No answer · .*11:30$/);
    expect(day.done[1]?.done?.text).toMatch(/10:00$/);
    expect(day.done[1]?.owed).toBeNull();
  });
});
