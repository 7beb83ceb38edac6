/** Which record had which address: rows teach at once, an address bar only when the page caught up with it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PersonKey } from '../../../extension/messages.ts';
import { createSeen, type Seen } from '../../../extension/page/seen.ts';
import type { PeopleView, RecordKey } from '../../../extension/sites/site.ts';

const ANA = { email: 'ana@lead1.test' };
const record = (id: string): RecordKey => ({ record: { system: 'crm', object: 'lead', id } });
const source = { system: 'crm', objects: { lead: 'lead' } };
const view = (kind: PeopleView['view'], over: Partial<PeopleView>): PeopleView => ({
  view: kind,
  rows: ['tr'],
  people: 'row',
  key: [],
  stand: { self: 'afterend' },
  once: kind !== 'list',
  ...over,
});
const LIST = view('list', { record: { ...source, row: { id: 'data-id' } } });
const PAGE = view('record', { record: { ...source, page: ['/{object}/{id}'] } });

let seen: Seen;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  seen = createSeen();
});
afterEach(() => void vi.useRealTimers());

/** Whom the overlay asks about for a person stated so. */
function asked(key: PersonKey, of: RecordKey | undefined, at: PeopleView): PersonKey {
  const row = document.createElement('div');
  return seen.keyOf({ key, record: of, anchor: row, row, spot: { at: row, place: 'afterend' } }, at);
}

test('[OVR6] a row that shows both teaches at once, in any case of the id', () => {
  expect(asked(record('l-1'), record('l-1'), LIST)).toEqual(record('l-1'));
  asked(ANA, record('l-1'), LIST);
  expect(asked(record('L-1'), record('L-1'), LIST)).toEqual(ANA);
});

test('[OVR6] an address bar ahead of its page teaches nothing: the next record is not taken for the last one’s lead', () => {
  asked(ANA, record('l-1'), PAGE);
  // The bar already says 2, the page still shows Ana.
  asked(ANA, record('l-2'), PAGE);
  vi.advanceTimersByTime(500);
  expect(asked(record('l-2'), record('l-2'), PAGE)).toEqual(record('l-2'));
  expect(asked(record('l-2'), record('l-2'), LIST)).toEqual(record('l-2'));
});

test('[OVR6] a record that stood open with its address is found in lists afterwards', () => {
  asked(ANA, record('l-1'), PAGE);
  vi.advanceTimersByTime(2_000);
  asked(ANA, record('l-1'), PAGE);
  expect(asked(record('l-1'), record('l-1'), LIST)).toEqual(ANA);
});

test('[OVR6] opened without an address, it is forgotten what it once had', () => {
  asked(ANA, record('l-1'), LIST);
  expect(asked(record('l-1'), record('l-1'), PAGE)).toEqual(record('l-1'));
  expect(asked(record('l-1'), record('l-1'), LIST)).toEqual(record('l-1'));
});
