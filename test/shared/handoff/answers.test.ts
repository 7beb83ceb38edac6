/** Opening, answering, correcting, contesting and ending hand-offs. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { briefOf } from '../../../shared/handoff/brief.ts';
import { stateOf } from '../../../shared/lead/fold.ts';
import {
  agreement,
  at,
  attempt,
  captured,
  fact,
  live,
  read,
  signal,
  stateAfter,
  version,
} from '../lead/agreement.ts';

const START = at('2026-03-02', '09:00');
const hour = (n: number) => START + n * 3_600_000;
const hand = { actor: 'bruno', observer: 'hand' } as const;
const opened = [captured(START, { source: 'google', campaign: 'spring' }), signal('demo', START)];
const END = at('2026-03-06', '18:00');
const H1 = 'h:lead-1:1';

const lived = (...facts: readonly Fact[]): LeadState => stateAfter(live([...opened, ...facts], END), END);
const answered = (
  when: number,
  body: object,
  kind: 'handoff.answered' | 'handoff.corrected' = 'handoff.answered',
) => fact(kind, when, { handoff: H1, answer: 'accepted', ...body }, hand);

describe('opening', () => {
  const byHand = (stage: string) => fact('stage.set', START, { stage }, hand);
  const alone = (...facts: readonly Fact[]) => stateAfter(live([captured(START), ...facts], END), END);

  test('[HOF1] a person entering the hand-off stage opens a normal hand-off', () => {
    expect(alone(byHand('mql')).handoffs).toMatchObject([{ stage: 'mql', cause: 'person', answer: null }]);
  });

  test('[HOF1] beyond it, it opens already accepted, without first response', () => {
    const state = alone(byHand('sql'));
    expect(state.handoffs).toMatchObject([
      { stage: 'sql', answer: { answer: 'accepted', by: 'bruno' }, closed: null },
    ]);
    expect(state.clocks).toEqual([]);
  });

  test('[HOF1] an integration is named as such', () => {
    const set = fact('stage.set', START, { stage: 'sql' }, { actor: 'hubspot', observer: 'integration' });
    expect(alone(set).handoffs).toMatchObject([{ cause: 'integration' }]);
  });

  test('[HOF1] the last stage opens none, and ends the one that is open as won', () => {
    expect(alone(byHand('customer')).handoffs).toEqual([]);
    const won = fact(
      'stage.set',
      hour(2),
      { stage: 'customer' },
      { actor: 'hubspot', observer: 'integration' },
    );
    expect(lived(won).handoffs).toMatchObject([{ closed: { how: 'won', at: hour(2) } }]);
  });

  test('[HOF1] keeps the source of the lead, or that of its newest signal', () => {
    expect(lived().handoffs[0]).toMatchObject({ source: 'google', campaign: 'spring' });
    const ad = fact('signal.seen', START - 1, { signal: 'pricing', source: 'linkedin' });
    expect(lived(ad).handoffs[0]).toMatchObject({ source: 'linkedin', campaign: null });
    expect(lived(ad).source).toBe('google');
  });

  test('[HOF1] the brief says why now, from where, what is missing and what is next', () => {
    const facts = live(
      [...opened, fact('lead.changed', START, { fields: { employees: 9, role: 'director' } })],
      START,
    );
    const lead = read(facts, START);
    expect(briefOf(stateOf(lead), lead)).toEqual({
      handoff: H1,
      why: { cause: 'fast_track', evidence: 'Asked for a demo', at: START },
      source: 'google',
      campaign: 'spring',
      missing: [{ field: 'company', label: 'company', question: null }],
      signals: [{ signal: 'demo', label: 'Asked for a demo', at: START }],
      persona: { id: 'decider', label: 'Decision maker' },
      next: { kind: 'first_response', clock: expect.any(String), dueAt: at('2026-03-02', '13:00') },
    });
  });
});

describe('an answer', () => {
  test('[HOF3] accepted enters the accepted stage and keeps the mark', () => {
    const state = lived(answered(hour(1), { mark: 'great' }));
    expect(state.stage.id).toBe('sal');
    expect(state.entries.at(-1)).toMatchObject({ cause: 'answer', actor: 'bruno', from: 'mql' });
    expect(state.handoffs[0]).toMatchObject({
      answer: { answer: 'accepted', at: hour(1), mark: 'great' },
      closed: null,
    });
  });

  test('[HOF3] recycled goes to the stage chosen, else to the one before the hand-off stage', () => {
    const recycled = { answer: 'recycled', reason: 'not_now' };
    expect(lived(answered(hour(1), recycled))).toMatchObject({
      stage: { id: 'lead' },
      handoffs: [{ answer: { reason: 'not_now' }, closed: { at: hour(1), how: 'answered' } }],
    });
    expect(lived(answered(hour(1), { ...recycled, toStage: 'visitor' })).stage.id).toBe('visitor');
  });

  test('[HOF3] disqualified keeps the stage with a mark', () => {
    const state = lived(answered(hour(1), { answer: 'disqualified', reason: 'no_fit' }));
    expect(state).toMatchObject({
      stage: { id: 'mql', mark: 'disqualified' },
      handoffs: [{ closed: { how: 'answered' } }],
    });
  });

  test('[HOF3] after acceptance a return still ends the hand-off', () => {
    const state = lived(answered(hour(1), {}), answered(hour(5), { answer: 'recycled', reason: 'not_now' }));
    expect(state).toMatchObject({
      stage: { id: 'lead' },
      handoffs: [{ answer: { answer: 'recycled', at: hour(5) } }],
    });
  });

  test('[HOF3] a correction changes what was said, not when it was said', () => {
    const state = lived(
      answered(hour(1), { answer: 'disqualified', reason: 'no_fit' }),
      answered(hour(8), {}, 'handoff.corrected'),
    );
    expect(state).toMatchObject({
      stage: { id: 'sal', mark: null },
      handoffs: [{ answer: { answer: 'accepted', at: hour(1) }, closed: null }],
    });
  });

  test('[HOF3] setting a stage beyond the hand-off stage accepts', () => {
    const state = lived(fact('stage.set', hour(2), { stage: 'sql' }, { actor: 'dora', observer: 'hand' }));
    expect(state).toMatchObject({
      stage: { id: 'sql' },
      handoffs: [{ answer: { answer: 'accepted', by: 'dora' }, closed: null }],
    });
  });

  test('[HOF3] a move back without answer withdraws the hand-off', () => {
    const state = lived(fact('stage.set', hour(2), { stage: 'lead' }, hand), answered(hour(3), {}));
    expect(state).toMatchObject({
      stage: { id: 'lead' },
      handoffs: [{ answer: null, closed: { at: hour(2), how: 'withdrawn' } }],
    });
    expect(state.clocks).toMatchObject([{ status: 'cancelled', endedAt: hour(2) }]);
  });

  test('[HOF3][SCO6] so does an exclusion, from the instant it held, even if it ends later', () => {
    const excluded = fact('lead.changed', hour(2), { addEmails: ['ana@rival.example'] });
    const mended = fact('lead.changed', hour(4), { removeEmails: ['ana@rival.example'] });
    expect(lived(excluded).handoffs).toMatchObject([{ closed: { at: hour(2), how: 'withdrawn' } }]);
    expect(lived(excluded, mended)).toMatchObject({
      exclusions: [],
      handoffs: [{ closed: { at: hour(2), how: 'withdrawn' } }],
    });
  });

  test('[HOF3] a hand-off can be withdrawn as such', () => {
    const state = lived(
      fact('handoff.withdrawn', hour(2), { handoff: H1 }, { actor: 'mia', observer: 'hand' }),
    );
    expect(state).toMatchObject({ stage: { id: 'mql' }, handoffs: [{ closed: { how: 'withdrawn' } }] });
  });
});

describe('a contest', () => {
  const returned = answered(hour(1), { answer: 'recycled', reason: 'not_now' });
  const contested = fact(
    'handoff.contested',
    hour(2),
    { handoff: H1, evidence: 'three visits' },
    { actor: 'mia' },
  );
  const decided = (outcome: 'upheld' | 'overturned') =>
    fact('handoff.decided', hour(3), { handoff: H1, outcome });

  test('[HOF5] overturned reopens the hand-off, with new clocks from the decision', () => {
    const state = lived(returned, contested, decided('overturned'));
    expect(state).toMatchObject({
      stage: { id: 'mql' },
      handoffs: [{ answer: null, closed: null, contest: { by: 'mia', decided: 'overturned' } }],
    });
    expect(state.clocks.findLast(({ kind }) => kind === 'first_response')?.startedAt).toBe(hour(3));
  });

  test('[HOF5] upheld leaves it returned', () => {
    expect(lived(returned, contested, decided('upheld'))).toMatchObject({
      stage: { id: 'lead' },
      handoffs: [{ closed: { how: 'answered' }, contest: { decided: 'upheld' } }],
    });
  });

  test('[HOF5] decided after the lead came back leaves the newer hand-off alone', () => {
    const again = signal('demo', hour(2));
    const state = lived(returned, contested, again, decided('overturned'));
    expect(state.handoffs.map(({ closed }) => closed?.how ?? 'open')).toEqual(['answered', 'open']);
  });
});

describe('an opt-out', () => {
  const out = (channel: 'email' | 'all', when = hour(2)) => fact('lead.optedOut', when, { channel });

  test('[HOF6] of the last channel closes the hand-off and cancels its clocks', () => {
    const state = lived(out('email'));
    expect(state).toMatchObject({
      optedOut: ['email'],
      handoffs: [{ closed: { at: hour(2), how: 'opted_out' } }],
    });
    expect(state.clocks).toMatchObject([{ status: 'cancelled' }]);
  });

  test('[HOF6] of one of several leaves the others', () => {
    const phone = fact('lead.changed', hour(1), { addPhones: ['+5511987654321'] });
    expect(lived(phone, out('email'))).toMatchObject({ optedOut: ['email'], handoffs: [{ closed: null }] });
    expect(lived(phone, out('all'))).toMatchObject({
      optedOut: ['all'],
      handoffs: [{ closed: { how: 'opted_out' } }],
    });
  });

  test('[HOF6] a refusal opts out of its channel, a new consent answers it', () => {
    const refusal = attempt(hour(2), 'bruno', { channel: 'call', outcome: 'refused' });
    expect(lived(refusal).optedOut).toEqual(['call']);
    expect(
      lived(refusal, fact('lead.optedIn', hour(3), { channel: 'call', basis: 'asked' })).optedOut,
    ).toEqual([]);
    expect(lived(refusal, fact('attempt.withdrawn', hour(3), { attempt: refusal.id })).optedOut).toEqual([]);
  });

  test('[HOF6] a mail seen sent after it is kept, marked, and counts for nothing', () => {
    const phone = fact('lead.changed', hour(1), { addPhones: ['+5511987654321'] });
    const sent = attempt(hour(3), 'bruno', { channel: 'email', outcome: 'sent', evidence: 'observed' });
    const state = lived(phone, out('email'), sent);
    expect(state.attempts).toMatchObject([{ afterOptOut: true, genuine: false }]);
    expect(state.clocks[0]?.status).not.toBe('met');
  });

  test('[HOF6] nothing opens while no channel is left', () => {
    const silent = [captured(START), out('all', START), signal('demo', hour(1))];
    expect(stateAfter(live(silent, END), END)).toMatchObject({ stage: { id: 'mql' }, handoffs: [] });
  });
});

test('[CLK5] a snooze ends at the date agreed, at most ten open days on, and at most twice', () => {
  const snoozed = (when: number, untilOn: string) =>
    fact('lead.snoozed', when, { untilOn, reason: 'vacation' });
  expect(lived(snoozed(hour(1), '2026-03-10')).snoozedUntil).toBe(at('2026-03-10', '09:00'));
  expect(lived(snoozed(hour(1), '2026-06-01')).snoozedUntil).toBe(at('2026-03-16', '10:00'));
  expect(lived(snoozed(hour(1), '2026-03-10'), fact('lead.resumed', hour(2), {})).snoozedUntil).toBeNull();
  const thrice = [
    snoozed(hour(1), '2026-03-09'),
    snoozed(hour(2), '2026-03-10'),
    snoozed(hour(3), '2026-03-11'),
  ];
  expect(lived(...thrice).snoozedUntil).toBe(at('2026-03-10', '09:00'));
});

test('[CLK1] a promise nobody agreed on is said to be untimed, with the reason', () => {
  const history = [version(agreement({ policies: [] }))];
  const state = stateAfter(live(opened, START, { history }), START, { history });
  expect(state.clocks).toEqual([]);
  expect(state.untimed).toContainEqual({ kind: 'first_response', handoff: H1, why: 'no_policy' });
});
