/** The offsets of zones against another reader of the same zone data. */
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { isKnownZone, offsetChanges } from '../../../shared/calendar/offsets.ts';

/** As Temporal tells them, change by change. */
function told(zone: string, from: number, to: number): readonly (readonly [number, number])[] {
  let moment = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
  const changes: (readonly [number, number])[] = [[from, Math.round(moment.offsetNanoseconds / 1e6)]];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= to) return changes;
    moment = next;
    const offset = Math.round(next.offsetNanoseconds / 1e6);
    if (offset !== changes.at(-1)?.[1]) changes.push([next.epochMilliseconds, offset]);
  }
}

// Boa Vista once had a summer of one week, Casablanca has one that stops for Ramadan.
test.each([
  [1999, 2002],
  [2024, 2030],
])('[CAL3] every zone changes when its zone data says, from %d to %d', (first, last) => {
  const [from, to] = [Date.UTC(first, 2, 1, 3, 17), Date.UTC(last, 1, 1)];
  for (const zone of ['UTC', ...Intl.supportedValuesOf('timeZone')])
    expect([zone, ...offsetChanges(zone, from, to)]).toEqual([zone, ...told(zone, from, to)]);
});

test('[CAL3] offsets in odd seconds, long ago, are kept to the second', () => {
  const [from, to] = [Date.UTC(1900, 0, 1), Date.UTC(1975, 0, 1)];
  expect(offsetChanges('Africa/Monrovia', from, to)).toEqual(told('Africa/Monrovia', from, to));
});

test('[CAL3] a range that ends at a change does not have it yet', () => {
  const zone = 'Europe/Madrid';
  const change = Date.UTC(2026, 2, 29, 1);
  const from = Date.UTC(2026, 2, 28);
  expect(offsetChanges(zone, from, change)).toHaveLength(1);
  expect(offsetChanges(zone, from, change + 1)).toEqual([
    [from, 3_600_000],
    [change, 7_200_000],
  ]);
  expect(offsetChanges(zone, change, change + 1)).toEqual([[change, 7_200_000]]);
});

test('[CAL2] a zone is one this runtime knows by name', () => {
  expect(['UTC', 'America/Sao_Paulo', 'Mars/Olympus', '+03:00', ''].map(isKnownZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
