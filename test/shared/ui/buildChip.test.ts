import { describe, expect, test } from 'vitest';
import type { ClockState, LeadState } from '../../../shared/lead/state.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { buildChip, buildForeignChip, buildSharedChip } from '../../../shared/ui/buildChip.ts';
import type { ChipView } from '../../../shared/ui/chipView.ts';
import { clockFaceAt } from '../../../shared/ui/face.ts';
import type { ViewContext } from '../../../shared/ui/viewContext.ts';
import { ACCEPTANCE, at, clockOf, contextIn, FIRST_RESPONSE, marina, NOW } from './sampleLead.ts';

const chipOf = (more: Partial<LeadState> = {}, context: ViewContext = contextIn('pt-BR')) =>
  buildChip('k1', marina('pt-BR', more), context);
const wordsOf = (chip: ChipView, now = NOW) => (chip.clock ? clockFaceAt(chip.clock, now).text : chip.note);

test('[OVR1] a chip says score, stage and the nearest clock', () => {
  const chip = chipOf();
  expect(chip).toMatchObject({ key: 'k1', leads: 1, score: 72, stage: 'MQL', note: null });
  expect(chip.label).toBe('Combinado: pontuação 72, MQL');
  expect(chip.clock && clockFaceAt(chip.clock, NOW)).toEqual({ tone: 'risk', icon: 'timer', text: '1 h 20' });
});

test('[OVR2] a chip holds no name, address, phone or company', () => {
  const chip = JSON.stringify(chipOf());
  for (const personal of ['Marina', 'marina', 'Vida', 'vida', '98888', 'Ana'])
    expect(chip).not.toContain(personal);
});

test('[FCT5] a chip built at 14:00 is right at every later minute without being built again', () => {
  const chip = chipOf({}, contextIn('en', { now: at(14) }));
  const seen = [at(14), at(15, 54), at(17, 29), at(17, 30), at(17, 31)].map((now) => {
    const face = chip.clock && clockFaceAt(chip.clock, now);
    return `${face?.tone} ${face?.text}`;
  });
  expect(seen).toEqual(['ok 3 h 30', 'risk 1 h 36', 'risk 1 min', 'risk 0 min', 'late late 1 min']);
});

describe('which clock is the nearest', () => {
  const met = clockOf({ kind: 'first_response', status: 'met', endedAt: at(14) });
  const late = { ...ACCEPTANCE, status: 'breached', dueAt: at(15) } satisfies ClockState;
  test.each([
    ['the earliest due of those running', [ACCEPTANCE, FIRST_RESPONSE], '1 h 20'],
    ['breached before running', [FIRST_RESPONSE, late], 'atrasado 1 h 10'],
    ['a breach whose hand-off is closed asks nothing more', [{ ...late, endedAt: at(15) }, met], 'no prazo'],
    ['running before met', [met, ACCEPTANCE], '5 h'],
    ['met, when nothing runs', [met], 'no prazo'],
    [
      'met late',
      [clockOf({ kind: 'first_response', status: 'met_late', endedAt: at(14) })],
      'cumprido com atraso',
    ],
    ['cancelled never', [clockOf({ kind: 'first_response', status: 'cancelled' })], null],
    [
      'what marketing owes is not shown to sales',
      [clockOf({ kind: 'brief_completion', party: 'marketing' })],
      null,
    ],
    [
      'paused says until when',
      [clockOf({ kind: 'cadence', status: 'paused', dueAt: null, leftMs: HOUR_MS })],
      'seg 09:00',
    ],
  ] satisfies [string, ClockState[], string | null][])('[OVR1] %s', (_, clocks, words) => {
    // Monday 16 November, 09:00 in São Paulo.
    const snoozedUntil = at(9) + 4 * DAY_MS;
    expect(wordsOf(chipOf({ clocks, snoozedUntil }))).toBe(words);
  });

  test('[HOF2] a lead without owner says so', () => {
    const waiting = clockOf({ kind: 'first_response', status: 'waiting', startedAt: null, dueAt: null });
    expect(wordsOf(chipOf({ clocks: [waiting], owner: null }))).toBe('sem responsável');
  });
});

describe('instead of a clock', () => {
  test.each([
    ['backlog', { backlog: true }, 'estoque'],
    ['disqualified', { stage: { id: 'mql', since: 0, mark: 'disqualified' } }, 'desqualificado'],
    ['opted out of everything', { optedOut: ['all'] }, 'não quer contato'],
    ['nothing to say', {}, null],
  ] satisfies [string, Partial<LeadState>, string | null][])('%s', (_, more, note) => {
    expect(chipOf({ clocks: [], ...more }).note).toBe(note);
  });

  test('[TRI1] in trial the clock is grey and carries the word', () => {
    const chip = chipOf({ trial: true, clocks: [{ ...FIRST_RESPONSE, trial: true }] });
    expect(chip.clock && clockFaceAt(chip.clock, NOW)).toEqual({
      tone: 'rest',
      icon: 'timer',
      text: '1 h 20 · ensaio',
    });
    expect(wordsOf(chip, at(18))).toBe('ensaio');
  });
});

describe('a colleague’s lead', () => {
  const bruno = { owner: { id: 'bruno', since: at(13) } };

  test('[ACC3] shows stage and owner to an sdr, and neither score nor clock', () => {
    expect(chipOf(bruno)).toEqual({
      key: 'k1',
      leads: 1,
      score: null,
      stage: 'MQL',
      clock: null,
      note: 'de Bruno',
      label: 'Combinado: MQL',
    });
  });

  test('[ACC2] a manager sees its score and clock', () => {
    const manager = contextIn('pt-BR', { viewer: { memberId: 'carla', role: 'manager' } });
    expect(chipOf(bruno, manager)).toMatchObject({ score: 72, note: null });
  });

  test('[ACC3] can be drawn from stage and name alone', () => {
    expect(buildForeignChip('k', 'SQL', 'Bruno Dias', 'en').note).toBe('Bruno’s');
  });
});

test('[IDN2] two leads at one address say so and show neither', () => {
  expect(buildSharedChip('k', 2, 'pt-BR')).toMatchObject({
    leads: 2,
    score: null,
    clock: null,
    stage: '2 leads',
  });
});

test('a clock in wall time carries no open periods', () => {
  const wall = clockOf({
    kind: 'reply',
    policy: { ...FIRST_RESPONSE.policy, target: { hours: 4 } },
  });
  expect(chipOf({ clocks: [wall] }).clock?.open).toBeNull();
});

test('[CLK8] a clock counts on the calendar of its own version', () => {
  const context = contextIn('pt-BR');
  const [seven] = context.history;
  if (!seven) throw new Error('no version');
  const office = seven.calendars['office'];
  if (!office) throw new Error('no calendar');
  // Version 8 closes every Thursday afternoon.
  const periods = office.periods.filter(({ start }) => start < at(13) || start > at(18));
  const eight = { ...seven, version: 8, calendars: { office: { ...office, periods } } };
  const later = { ...context, history: [seven, eight] };
  expect(wordsOf(buildChip('k', marina('pt-BR', { version: 8 }), later))).toBe('1 h 20');
});
