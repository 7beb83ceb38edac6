/**
 * The three libraries a JavaScript developer would count business time with, set to the same hours:
 * Monday to Friday, 09:00 to 18:00. All of them read the process's own zone.
 */
import { createRequire } from 'node:module';
import { MINUTE_MS } from '../../shared/time.ts';
import { peerName } from './peerName.ts';

export interface OpenTimePeer {
  readonly name: string;
  readonly openMsBetween: (from: number, to: number) => number;
  /** Null where the library cannot ask it. */
  readonly dueAt: ((start: number, openMs: number) => number) | null;
}

/** Old modules without types, or with types for another module system: named here as they are used. */
const require = createRequire(import.meta.url);

export function openTimePeers(): readonly OpenTimePeer[] {
  return [dayjsPeer(), momentPeer(), openingHoursPeer()];
}

interface Countable {
  addBusinessMinutes(minutes: number): { valueOf(): number };
  businessMinutesDiff(to: Countable): number;
}

function dayjsPeer(): OpenTimePeer {
  const dayjs: {
    (at: number): Countable;
    extend(plugin: unknown): void;
    setBusinessTime(hours: object): void;
  } = require('dayjs');
  dayjs.extend(require('dayjs-business-time'));
  const day = [{ start: '09:00:00', end: '18:00:00' }];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
  dayjs.setBusinessTime({ sunday: null, ...week, saturday: null });
  return {
    name: peerName('dayjs-business-time'),
    openMsBetween: (from, to) => dayjs(from).businessMinutesDiff(dayjs(to)) * MINUTE_MS,
    dueAt: (start, openMs) =>
      dayjs(start)
        .addBusinessMinutes(openMs / MINUTE_MS)
        .valueOf(),
  };
}

interface Workable {
  addWorkingTime(amount: number, unit: string): { valueOf(): number };
  workingDiff(other: Workable, unit: string): number;
}

function momentPeer(): OpenTimePeer {
  const moment: {
    (at: number): Workable;
    updateLocale(language: string, settings: object): void;
  } = require('moment-business-time');
  const day = ['09:00:00', '18:00:00'];
  moment.updateLocale('en', { workinghours: { 0: null, 1: day, 2: day, 3: day, 4: day, 5: day, 6: null } });
  return {
    name: peerName('moment-business-time'),
    openMsBetween: (from, to) => moment(to).workingDiff(moment(from), 'minutes') * MINUTE_MS,
    dueAt: (start, openMs) =>
      moment(start)
        .addWorkingTime(openMs / MINUTE_MS, 'minutes')
        .valueOf(),
  };
}

function openingHoursPeer(): OpenTimePeer {
  const OpeningHours: new (rule: string) => {
    getOpenDuration(from: Date, to: Date): [number, number];
  } = require('opening_hours');
  const hours = new OpeningHours('Mo-Fr 09:00-18:00');
  return {
    name: peerName('opening_hours'),
    openMsBetween: (from, to) => hours.getOpenDuration(new Date(from), new Date(to))[0],
    dueAt: null,
  };
}
