/** What facts say about who a lead is, their order, and travel in time. */
import { describe, expect, test } from 'vitest';
import { compareFacts, orderFacts } from '../../../shared/lead/order.ts';
import { Fact, FACT_KINDS } from '../../../shared/lead/facts.ts';
import { stateAt } from '../../../shared/lead/stateAt.ts';
import {
  agreement,
  at,
  captured,
  fact,
  HISTORY,
  live,
  ROOM,
  signal,
  stateAfter,
  version,
} from './agreement.ts';

const DAY = at('2026-03-02', '09:00');
const later = (n: number) => DAY + n * 3_600_000;

describe('order', () => {
  test('[FCT4] is by instant, then causes before effects, then id by code unit', () => {
    const entered = fact(
      'stage.entered',
      DAY,
      { stage: 'lead', from: null, cause: 'criteria', since: DAY, version: 1 },
      { id: 'a' },
    );
    const seen = fact('signal.seen', DAY, { signal: 'demo' }, { id: 'b' });
    const capture = { ...captured(DAY), id: 'c' };
    const upper = fact('signal.seen', DAY, { signal: 'demo' }, { id: 'B' });
    const earlier = fact('stage.released', DAY - 1, {}, { id: 'z' });
    const ordered = orderFacts([entered, seen, upper, capture, earlier, seen]);
    expect(ordered.map(({ id }) => id)).toEqual(['z', 'c', 'B', 'b', 'a']);
    expect(compareFacts(seen, seen)).toBe(0);
  });

  test('[FCT4] a fact of the future waits and bounds how long the state holds', () => {
    const facts = [
      captured(DAY, { fields: { name: 'Ana' } }),
      fact('lead.changed', later(5), { fields: { name: 'Bia' } }),
    ];
    expect(stateAfter(facts, DAY)).toMatchObject({ fields: { name: 'Ana' }, validUntil: later(5) });
    expect(stateAfter(facts, later(5)).fields).toEqual({ name: 'Bia' });
  });

  test('[FCT3] every kind of fact has its schema in one list', () => {
    const head = { id: 'x', leadId: 'l', at: 1, recordedAt: 1, actor: 'a', observer: 'hand' };
    for (const kind of FACT_KINDS) {
      const issues = Fact.safeParse({ ...head, kind, body: { nobody: 'knows this' } }).error?.issues ?? [];
      expect([kind, issues.some(({ path }) => path[0] === 'body')]).toEqual([kind, true]);
    }
    expect(Fact.safeParse({ ...head, kind: 'lead.forgotten', body: {} }).success).toBe(false);
    expect(Fact.parse({ ...head, kind: 'stage.released', body: {} })).toMatchObject({
      kind: 'stage.released',
    });
  });
});

describe('who the lead is', () => {
  test('[FCT2] later facts answer earlier ones, and forgetting is a fact too', () => {
    const facts = [
      captured(DAY, { phones: ['+14155550100'], fields: { name: 'Ana', employees: 10 } }),
      fact('lead.changed', later(1), {
        fields: { name: 'Ana Lima', employees: null },
        addEmails: ['Ana@Home.example'],
      }),
      fact('lead.changed', later(2), {
        removeEmails: ['ana@clinic.example'],
        removePhones: ['+1 415 555 0100'],
      }),
    ];
    expect(stateAfter(facts, later(3))).toMatchObject({
      fields: { name: 'Ana Lima' },
      emails: ['ana@home.example'],
      phones: [],
      capturedAt: DAY,
    });
  });

  test('[FCT3] source and campaign are those of the first capture and never change', () => {
    const facts = [
      captured(DAY, { source: 'google', campaign: 'spring' }),
      captured(later(1), { source: 'linkedin' }),
      fact('lead.changed', later(2), { fields: { source: 'event', campaign: null } }),
    ];
    const state = stateAfter(facts, later(3));
    expect(state).toMatchObject({
      source: 'google',
      campaign: 'spring',
      fields: { source: 'google', campaign: 'spring' },
    });
  });

  test('[IDN3] the survivor folds the union, until the two are taken apart', () => {
    const other = { leadId: 'lead-2' };
    const facts = [
      captured(DAY),
      { ...captured(DAY, { emails: ['ana@home.example'] }), ...other },
      { ...signal('pricing', later(1)), ...other },
      fact('lead.merged', later(2), { absorbed: 'lead-2' }),
    ];
    const merged = stateAfter(facts, later(3));
    expect(merged).toMatchObject({ leadId: 'lead-1', lastSignal: { signal: 'pricing' } });
    expect(merged.emails).toHaveLength(2);
    const apart = stateAfter([...facts, fact('lead.unmerged', later(4), { absorbed: 'lead-2' })], later(5));
    expect(apart).toMatchObject({ emails: ['ana@clinic.example'], lastSignal: null });
  });
});

describe('travel in time', () => {
  const second = version(agreement(), { version: 2, publishedAt: later(48), effectiveAt: later(48) });
  const history = [...HISTORY, second];
  const late = { ...signal('pricing', later(1)), recordedAt: later(24) };
  const facts = live([captured(DAY, { fields: { name: 'Ana' } }), late], later(72), { history });

  test('[STG5] as known then, what was reported later is not there yet', () => {
    expect(stateAt(facts, history, ROOM, later(2), 'then')).toMatchObject({ lastSignal: null, version: 1 });
    expect(stateAt(facts, history, ROOM, later(2), 'now').lastSignal).toMatchObject({ signal: 'pricing' });
  });

  test('[STG5] both judge by the version in force that day', () => {
    for (const knowing of ['then', 'now'] as const) {
      expect(stateAt(facts, history, ROOM, later(47), knowing).version).toBe(1);
      expect(stateAt(facts, history, ROOM, later(49), knowing).version).toBe(2);
    }
  });

  test('[STG5] a version published later was not known then, so nothing waits for it', () => {
    expect(stateAt(facts, history, ROOM, later(30), 'now').validUntil).toBe(later(48));
    expect(stateAt(facts, history, ROOM, later(30), 'then').validUntil).not.toBe(later(48));
  });
});
