/** Corners of hand-offs: words an agreement no longer has, days past what is compiled, answers mended late. */
import { describe, expect, test } from 'vitest';
import { briefOf } from '../../../shared/handoff/brief.ts';
import { contestUntil, mayContest } from '../../../shared/handoff/contest.ts';
import { openDatesAhead } from '../../../shared/handoff/openDates.ts';
import { maySnooze } from '../../../shared/handoff/snooze.ts';
import { owedBeforeUnreachable } from '../../../shared/handoff/unreachable.ts';
import { stateOf } from '../../../shared/lead/fold.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { agreement, at, captured, fact, live, read, signal, stateAfter, version } from '../lead/agreement.ts';

const START = at('2026-03-02', '09:00');
const hour = (n: number) => START + n * 3_600_000;
const hand = { actor: 'bruno', observer: 'hand' } as const;
const opened = [captured(START), signal('demo', START)];
const VERSION = version(agreement());
const calendar = workspaceCalendarOf(VERSION);
/** The last hours of the compiled calendar: after them no opening is known. */
const LAST = (calendar.periods.at(-1)?.end ?? 0) - 1;

describe('the brief of an agreement that has dropped a word', () => {
  const later = agreement();
  const history = [
    version(agreement()),
    version(
      { ...later, signals: [], stages: later.stages.filter(({ id }) => id !== 'sql') },
      { version: 2, effectiveAt: hour(1), publishedAt: hour(1) },
    ),
  ];
  const briefAfter = (facts: Parameters<typeof live>[0]) => {
    const lead = read(live(facts, hour(2), { history }), hour(2), { history });
    return briefOf(stateOf(lead), lead);
  };

  test('[HOF1] says the signal by its id, and no evidence it has no word for', () => {
    const brief = briefAfter(opened);
    expect(brief?.signals).toMatchObject([{ signal: 'demo', label: 'demo' }]);
    expect(brief?.why).toMatchObject({ cause: 'fast_track', evidence: null });
  });

  test('[HOF1] says the stage whose criteria were met by its label', () => {
    const fields = { name: 'Ana', company: 'Clinic', employees: 120, industry: 'health' };
    const brief = briefAfter([captured(START, { fields }), signal('pricing', START)]);
    expect(brief?.why.cause).toBe('criteria');
    expect(brief?.why.evidence).toBe(later.stages.find(({ id }) => id === 'mql')?.label);
  });
});

describe('answers', () => {
  const answered = (when: number, body: object) =>
    fact('handoff.answered', when, { handoff: 'h:lead-1:1', answer: 'accepted', ...body }, hand);
  const lived = (...facts: Parameters<typeof live>[0]) =>
    stateAfter(live([...opened, ...facts], hour(30)), hour(30));

  test('[HOF3] mended on an older hand-off do not open it beside the newer one', () => {
    const mended = fact('handoff.corrected', hour(26), { handoff: 'h:lead-1:1', answer: 'accepted' }, hand);
    const { handoffs } = lived(
      answered(hour(1), { answer: 'recycled', reason: 'not_now' }),
      signal('demo', hour(25)),
      mended,
    );
    expect(handoffs).toMatchObject([
      { answer: { answer: 'accepted' }, closed: { how: 'answered' } },
      { answer: null, closed: null },
    ]);
  });

  test('[HOF3] that send a lead to the stage it is in leave it there', () => {
    const { stage, entries, handoffs } = lived(
      answered(hour(1), { answer: 'recycled', reason: 'not_now', toStage: 'mql' }),
    );
    expect(stage.id).toBe('mql');
    expect(entries.map(({ cause }) => cause)).not.toContain('answer');
    expect(handoffs).toMatchObject([{ closed: { how: 'answered' } }]);
  });
});

test('[TRI2] a lead of the backlog that a person moves on is handed over for that', () => {
  const fields = { name: 'Ana', company: 'Clinic', employees: 120, industry: 'health' };
  const imported = [
    { ...captured(at('2025-11-01'), { fields, cause: 'import' }), recordedAt: START },
    { ...signal('pricing', at('2026-03-01')), recordedAt: START },
  ];
  const moved = fact('stage.set', hour(2), { stage: 'sql' }, hand);
  const state = stateAfter(live([...imported, moved], hour(3)), hour(3));
  expect(state.backlog).toBe(false);
  expect(state.handoffs).toMatchObject([{ stage: 'sql', cause: 'person', answer: { answer: 'accepted' } }]);
});

describe('past what is compiled', () => {
  test('[HOF5] a return can be contested without end', () => {
    const returned = {
      answer: 'recycled',
      at: LAST,
      by: 'bruno',
      reason: null,
      mark: null,
      returnOn: null,
    } as const;
    const input = { handoff: { answer: returned, contest: null }, withinDays: 3, calendar };
    expect(contestUntil(input)).toBeNull();
    expect(mayContest({ ...input, at: LAST + 90 * 86_400_000 })).toBeNull();
  });

  test('[HOF4] no further date is named', () => {
    expect(openDatesAhead(calendar, LAST, false, 3)).toHaveLength(1);
    expect(openDatesAhead(calendar, LAST, true, 3)).toEqual([]);
    const owed = owedBeforeUnreachable({
      attempts: [],
      calendar,
      now: LAST + 86_400_000,
      channels: ['call'],
      minimum: agreement().handoff.unreachable,
      openedAt: LAST - 1_000,
    });
    expect(owed).toMatchObject({ allowed: null, nextOn: null, completeOn: null });
  });

  test('[CLK5] a date before the first opening known has passed, one after the last is too far', () => {
    const ask = (untilOn: string, now: number) =>
      maySnooze({ untilOn, reason: 'vacation' }, [], VERSION, now);
    expect(ask('1990-01-01', START)).toBe('past');
    expect(ask('2090-01-01', LAST)).toBeNull();
  });
});
