/** Time late and time left of a listed lead: on Today, in the table and in my day it is what the card says. */
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../shared/definitions/policy.ts';
import { readLead, stateOf } from '../../shared/lead/fold.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { LeadView } from '../../shared/protocol/leads.ts';
import { buildCard } from '../../shared/ui/buildCard.ts';
import { clockFaceAt } from '../../shared/ui/face.ts';
import { dayOf } from '../../worker/console/myDay/rows.ts';
import { listedFace } from '../../worker/console/ui/clockFace.ts';
import { projectionOf, viewOf } from '../../worker/workspace/leads/leadRow.ts';
import {
  agreement,
  at,
  captured,
  everyPolicy,
  fact,
  live,
  ROOM,
  signal,
  version,
} from '../shared/lead/agreement.ts';

const MESSAGES = messagesFor('en');
/** A Friday; offices are open from Monday to Friday, 09:00 to 18:00. */
const ASKED = at('2026-03-27', '15:00');

const promise = everyPolicy().find(({ kind, level }) => kind === 'first_response' && level === 'default');
if (!promise) throw new Error('no first response');
/** Clinics are answered within two hours of any day, others within four of the office's. */
const clinics: Policy = {
  ...promise,
  id: 'clinics',
  level: 'segment',
  when: { segment: 'health' },
  target: { hours: 2 },
};
const DEFINITIONS = agreement({ policies: [promise, clinics] });
/** From the Monday on the office opens later. */
const late = DEFINITIONS.calendars['office'];
if (!late) throw new Error('no office');
const week = Object.fromEntries(Object.keys(late.week).map((day) => [day, [['12:00', '18:00']]]));
const LATER_HOURS = agreement({
  policies: [promise, clinics],
  calendars: { ...DEFINITIONS.calendars, office: { ...late, week: { ...late.week, ...week } } },
});
const FIRST = version(DEFINITIONS);
const SECOND = version(LATER_HOURS, {
  version: 2,
  publishedAt: at('2026-03-30', '08:00'),
  effectiveAt: at('2026-03-30', '08:00'),
});
const TRIAL = version(DEFINITIONS, { signed: false });

interface Story {
  readonly industry?: string;
  readonly history?: readonly (typeof FIRST)[];
}

/** What each face says of one lead at an instant. */
function said(now: number, { industry, history = [FIRST] }: Story) {
  const fields = { name: 'Ana', ...(industry === undefined ? {} : { industry }) };
  const facts = live(
    [captured(ASKED, { fields }), fact('owner.assigned', ASKED, { owner: 'bruno' }), signal('demo', ASKED)],
    now,
    { history },
  );
  const read = readLead(facts, history, ROOM, now);
  const state = stateOf(read);
  const inForce = history.findLast(({ effectiveAt }) => effectiveAt <= now) ?? FIRST;
  const kept = { seq: 1, ownerSeq: 1, knownVersion: inForce.version, generation: 1, changedAt: now };
  const lead = LeadView.parse(viewOf({ ...projectionOf(state, inForce.definitions), ...kept }));
  if (lead.clock === null) throw new Error('no clock');
  const card = buildCard(
    { state, read, pending: new Set(), toSend: 0, syncedAt: now },
    { history, room: ROOM, language: 'en', now, viewer: { memberId: 'bruno', role: 'sdr' } },
  );
  const onCard = card.clocks.find(({ id }) => id === lead.clock?.id);
  if (!onCard) throw new Error('the card does not show it');
  const versions = [inForce, ...history.filter((one) => one !== inForce)];
  const listed = listedFace(lead.clock, versions, MESSAGES, now);
  const day = dayOf([lead], { phones: {}, done: [] }, inForce, MESSAGES, now, versions);
  const row = [...day.late, ...day.now, ...day.later][0];
  return {
    card: clockFaceAt(onCard.face, now),
    list: clockFaceAt(listed.face, now),
    myDay: row?.clock && clockFaceAt(row.clock.face, now),
    unsure: listed.unsure,
  };
}

describe('the nearest clock of a listed lead', () => {
  // Due on the Monday at 10:00 in office hours, and on the Friday at 17:00 by the wall.
  test.each([
    ['time left', '2026-03-27 16:30', {}, '2 h 30'],
    ['late since this morning', '2026-03-30 11:15', {}, 'late 1 h 15'],
    ['late over a night counts the open hours alone', '2026-03-31 10:00', {}, 'late 1 d'],
    ['late over a weekend', '2026-04-06 09:30', {}, 'late 4 d'],
    ['by the wall, where that is promised', '2026-03-27 19:40', { industry: 'health' }, 'late 2 h 40'],
    [
      'in the hours of the agreement it was promised in',
      '2026-03-30 11:15',
      { history: [FIRST, SECOND] },
      'late 1 h 15',
    ],
    ['[TRI1] begun in trial: never late', '2026-03-30 11:15', { history: [TRIAL] }, 'trial'],
  ] as const)('[CLK4][CLK8] %s', (_, when, story, expected) => {
    const [on = '', time] = when.split(' ');
    const { card, list, myDay, unsure } = said(at(on, time), story);
    expect(list).toEqual(card);
    expect(myDay).toEqual(card);
    expect(unsure).toBe(false);
    expect(card.text).toBe(expected);
  });

  test('where the agreement it was promised in is not read yet, no time is made up', () => {
    const clock = {
      id: 'c',
      kind: 'first_response',
      status: 'breached',
      dueAt: ASKED,
      riskAt: null,
    } as const;
    const terms = { version: 1, calendar: 'office', trial: false };
    expect(listedFace({ ...clock, terms }, [SECOND], MESSAGES, ASKED + 1).unsure).toBe(true);
    expect(listedFace({ ...clock, terms }, [SECOND, FIRST], MESSAGES, ASKED + 1).unsure).toBe(false);
    expect(listedFace(clock, [FIRST], MESSAGES, ASKED + 1).unsure).toBe(true);
  });
});
