/**
 * Counting open time over 90 days, against the fastest of three libraries for it. Their process zone is
 * set for them, one without daylight saving, and hours are ones that all of them can state.
 */
import { compileCalendar } from '../../shared/calendar/compile.ts';
import { openMsBetween } from '../../shared/sla/openTime.ts';
import { dueAt } from '../../shared/sla/target.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { openTimePeers } from './openTimePeers.ts';
import { type BenchRow, row } from './row.ts';
import { type Doing, sideBySide, type Speeds } from './sideBySide.ts';

const ZONE = 'America/Sao_Paulo';
const DAY: [string, string][] = [['09:00', '18:00']];
const CALENDAR = {
  label: 'Office',
  zone: ZONE,
  week: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
  holidays: [],
};
const FROM = Date.parse('2026-01-01T00:00Z');
const YEAR_MS = 365 * DAY_MS;
/** Starts spread over four months, minutes apart enough to fall in and out of hours. */
const STARTS = Array.from({ length: 64 }, (_, n) => FROM + DAY_MS + n * 47 * 61 * MINUTE_MS);
const SPAN_MS = 90 * DAY_MS;

export async function openTime(): Promise<BenchRow[]> {
  const before = process.env.TZ;
  process.env.TZ = ZONE;
  try {
    return await measured();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

async function measured(): Promise<BenchRow[]> {
  const compile = () => compileCalendar('office', CALENDAR, FROM, FROM + YEAR_MS, 1);
  const calendar = compile();
  const peers = openTimePeers();
  const due = (start: number, ms: number) => dueAt(calendar, start, { businessMinutes: ms / MINUTE_MS });
  for (const start of STARTS) {
    const openMs = openMsBetween(calendar, start, start + SPAN_MS);
    for (const { name, ...peer } of peers) {
      same(`${name} openMsBetween`, peer.openMsBetween(start, start + SPAN_MS), openMs);
      if (peer.dueAt) same(`${name} dueAt`, peer.dueAt(start, openMs), due(start, openMs));
    }
  }
  const next = inTurn();
  const count = () => {
    const start = next();
    return openMsBetween(calendar, start, start + SPAN_MS);
  };
  const counted = await fastest(
    count,
    peers.map(({ name, openMsBetween }) => {
      return { name, doing: () => ((start) => openMsBetween(start, start + SPAN_MS))(next()) };
    }),
  );
  const openMs = openMsBetween(calendar, STARTS[0] ?? FROM, (STARTS[0] ?? FROM) + SPAN_MS);
  const added = await fastest(
    () => due(next(), openMs),
    peers.flatMap(({ name, dueAt }) => (dueAt ? [{ name, doing: () => dueAt(next(), openMs) }] : [])),
  );
  const compiled = await fastest(
    () => {
      const start = next();
      return openMsBetween(compile(), start, start + SPAN_MS);
    },
    peers.map(({ name, openMsBetween }) => {
      return { name, doing: () => ((start) => openMsBetween(start, start + SPAN_MS))(next()) };
    }),
  );
  return [
    speedRow('openMsBetween over 90 days, times the speed', counted),
    speedRow('dueAt 90 days ahead, times the speed', added),
    speedRow('a calendar year compiled and asked once against one 90-day call, times the speed', compiled),
  ];
}

interface Fastest extends Speeds {
  readonly name: string;
}

async function fastest(ours: Doing, peers: readonly { name: string; doing: Doing }[]): Promise<Fastest> {
  let found: Fastest | undefined;
  for (const { name, doing } of peers) {
    const speeds = await sideBySide(ours, doing);
    if (found === undefined || speeds.theirs > found.theirs) found = { name, ...speeds };
  }
  if (found === undefined) throw new Error('nobody to compare with');
  return found;
}

function speedRow(name: string, { ours, theirs, name: peer }: Fastest): BenchRow {
  return row(name, 'calls/s', ours, peer, theirs);
}

function inTurn(): () => number {
  let turn = 0;
  return () => STARTS[(turn += 1) % STARTS.length] ?? FROM;
}

function same(what: string, theirs: number, ours: number | null): void {
  if (theirs !== ours) throw new Error(`${what} says ${theirs}, we say ${ours}`);
}
