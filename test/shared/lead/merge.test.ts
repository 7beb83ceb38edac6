/** Two leads that turn out to be one person, and apart again. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../shared/lead/facts.ts';
import { mayUnmerge, UNDO_MERGE_MS } from '../../../shared/lead/survivor.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time.ts';
import { at, captured, fact, LEAD, live, settle, signal, stateAfter } from './agreement.ts';

const START = at('2026-03-02', '09:00');
const END = START + 6 * HOUR_MS;
const hour = (n: number) => START + n * HOUR_MS;
const hand = { actor: 'bruno', observer: 'hand' } as const;

const OTHER = 'lead-2';
const ofOther = (facts: readonly Fact[]): readonly Fact[] => facts.map((one) => ({ ...one, leadId: OTHER }));
const first = live([captured(START), signal('demo', START)], END);
const second = live(
  ofOther([captured(hour(2), { emails: ['ana@home.example'] }), signal('demo', hour(2))]),
  END,
);
const together = [...first, ...second];
const merged = (survivor: string, absorbed: string, when = hour(3)) =>
  fact('lead.merged', when, { absorbed }, { leadId: survivor, ...hand });
const unmerged = (survivor: string, absorbed: string, when: number) =>
  fact('lead.unmerged', when, { absorbed }, { leadId: survivor, ...hand });

describe('a merge', () => {
  test.each([
    [LEAD, OTHER],
    [OTHER, LEAD],
  ])('[IDN3] into %s keeps the earliest start of what was promised', (survivor, absorbed) => {
    const state = stateAfter([...together, merged(survivor, absorbed)], END);
    expect(state.leadId).toBe(survivor);
    expect(state.emails).toEqual(['ana@clinic.example', 'ana@home.example']);
    expect(state.handoffs.map(({ id, closed }) => [id, closed])).toEqual([
      ['h:lead-2:1', { at: hour(3), how: 'withdrawn' }],
      ['h:lead-1:1', null],
    ]);
    const open = state.clocks.filter(({ kind, endedAt }) => kind === 'first_response' && endedAt === null);
    expect(open).toMatchObject([{ handoff: 'h:lead-1:1', startedAt: START, dueAt: hour(4) }]);
  });

  test('[IDN3] an answer already given to one of them answers for both', () => {
    const accepted = { handoff: 'h:lead-2:1', answer: 'accepted' } as const;
    const answer = fact('handoff.answered', hour(2) + 1, accepted, { leadId: OTHER, ...hand });
    const state = stateAfter([...together, answer, merged(LEAD, OTHER)], END);
    expect(state.handoffs.at(-1)).toMatchObject({
      id: 'h:lead-1:1',
      closed: null,
      answer: { answer: 'accepted', at: hour(2) + 1 },
    });
  });

  test('[IDN3] the further stage stands', () => {
    const plain = live(ofOther([captured(hour(1), { fields: { name: 'Ana' } })]), END);
    const state = stateAfter([...first, ...plain, merged(OTHER, LEAD)], END);
    expect(state).toMatchObject({ stage: { id: 'mql' }, handoffs: [{ closed: null }] });
  });

  test('[IDN3] of a lead that had absorbed a third holds that one too', () => {
    const third = [captured(hour(1), { emails: ['ana@old.example'] })].map((one) => ({
      ...one,
      leadId: 'lead-3',
    }));
    const all = [...together, ...third, merged(OTHER, 'lead-3', hour(2) + 1), merged(LEAD, OTHER)];
    expect(stateAfter(all, END).emails).toContain('ana@old.example');
    const apart = stateAfter([...all, unmerged(LEAD, OTHER, hour(4))], END);
    expect(apart.emails).toEqual(['ana@clinic.example']);
  });

  test('[IDN3] taken back leaves both as if it had never been', () => {
    const undone = [...together, merged(LEAD, OTHER), unmerged(LEAD, OTHER, hour(4))];
    expect(JSON.stringify(stateAfter(undone, END))).toBe(JSON.stringify(stateAfter(first, END)));
  });

  test('[IDN3] taken back gives no number of a hand-off twice', () => {
    const closed = fact(
      'handoff.answered',
      hour(3) + 1,
      { handoff: 'h:lead-1:1', answer: 'disqualified' },
      hand,
    );
    const own = live([captured(START)], hour(2));
    const during = settle([...own, ...second, merged(LEAD, OTHER)], hour(3));
    const raised = settle([...during, closed, signal('demo', hour(3) + 2)], hour(3) + 2);
    const after = settle([...raised, unmerged(LEAD, OTHER, hour(4)), signal('demo', hour(5))], hour(5));
    const ids = after.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(stateAfter(after, hour(5)).handoffs.filter((one) => one.closed === null)).toHaveLength(1);
  });

  test('[IDN3] can be taken back for thirty days', () => {
    const all = [merged(LEAD, OTHER)];
    expect(mayUnmerge(all, OTHER, hour(3) + UNDO_MERGE_MS)).toBeNull();
    expect(mayUnmerge(all, OTHER, hour(3) + UNDO_MERGE_MS + 1)).toBe('too_late');
    expect(mayUnmerge(all, 'lead-3', hour(4))).toBe('not_merged');
    expect(mayUnmerge([...all, unmerged(LEAD, OTHER, hour(4))], OTHER, hour(5))).toBe('not_merged');
    expect(UNDO_MERGE_MS).toBe(30 * DAY_MS);
  });
});
