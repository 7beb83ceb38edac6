/** Leads and agreements that say little: what is not there changes nothing. */
import { expect, test } from 'vitest';
import { isRoleAddress } from '../../../shared/lead/identity.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { agreement, at, captured, fact, ROOM, settle, signal, stateAfter, version } from './agreement.ts';

const BEGIN = at('2026-03-02', '10:00');

test('[IDN2] what is no address is no role address', () => {
  expect(isRoleAddress('contato', ['contato'])).toBe(false);
});

test('[IDN1] a text that is no phone is left out', () => {
  expect(stateAfter([captured(BEGIN, { phones: ['none', '+5511987654321'] })], BEGIN).phones).toEqual([
    '+5511987654321',
  ]);
});

test('[FCT3] a source that is no text is no source', () => {
  const state = stateAfter([captured(BEGIN, { fields: { source: 7, campaign: ' ' } })], BEGIN);
  expect([state.source, state.campaign]).toEqual([null, null]);
});

test('[FCT1] without any version there is nothing to fold by', () => {
  expect(() => fold([captured(BEGIN)], [], ROOM, BEGIN)).toThrow('without any version');
});

test('[SCO6] an agreement without exclusions excludes nobody', () => {
  const history = [version(agreement({ exclusions: [] }))];
  const told = [captured(BEGIN, { emails: ['ana@rival.example'] }), signal('demo', BEGIN + 1)];
  const state = fold(settle(told, BEGIN + 2, { history }), history, ROOM, BEGIN + 2);
  expect(state.exclusions).toEqual([]);
  expect(state.handoffs.map(({ closed }) => closed)).toEqual([null]);
});

test('[HOF2] of two routes in one place the first by id is taken', () => {
  const routes = [
    { id: 'b', order: 1, team: 'general' },
    { id: 'a', order: 1, team: 'clinics' },
  ];
  const history = [version(agreement({ routes }))];
  const facts = settle([captured(BEGIN), signal('demo', BEGIN + 1)], BEGIN + 2, { history });
  expect(fold(facts, history, ROOM, BEGIN + 2).owner?.id).toBe('dora');
});

test('[HOF6] a lead without any address is out of reach only when all channels are closed', () => {
  const told = [captured(BEGIN, { emails: [] }), signal('demo', BEGIN + 1)];
  const one = fact('lead.optedOut', BEGIN + 5, { channel: 'email' });
  const every = fact('lead.optedOut', BEGIN + 6, { channel: 'all' });
  const open = settle(told, BEGIN + 2);
  expect(stateAfter([...open, one], BEGIN + 7).handoffs[0]?.closed).toBeNull();
  expect(stateAfter([...open, one, every], BEGIN + 7).handoffs[0]?.closed?.how).toBe('opted_out');
});

test('[HOF1] one hand-off is opened once, however often it is said', () => {
  const open = settle([captured(BEGIN), signal('demo', BEGIN + 1)], BEGIN + 2);
  const said = open.flatMap((one) =>
    one.kind === 'handoff.opened' ? [{ ...one, id: `${one.id}:again`, at: one.at + 60_000 }] : [],
  );
  expect(stateAfter([...open, ...said], BEGIN + 120_000).handoffs.map(({ openedAt }) => openedAt)).toEqual([
    BEGIN + 2,
  ]);
});
