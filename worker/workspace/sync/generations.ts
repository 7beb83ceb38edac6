/**
 * Calendars change under leads already folded: a closed period, another year, new zone data. Each such
 * change is a generation; a row says which one it was folded with, so that folding it again at its own
 * instant gives the same bytes (FCT8), until every lead was looked at anew.
 */
import { eq, gte, lt, min, sql } from 'drizzle-orm';
import type { History, Version } from '../../../shared/definitions/version.ts';
import type { Room } from '../../../shared/lead/room.ts';
import type { CompiledCalendar } from '../../../shared/time.ts';
import * as schema from '../schema.ts';
import { roomChanged, takeSeq, type Work } from '../work.ts';

export interface ChangedCalendar {
  /** Version it belongs to; 0: hours of members and teams. */
  readonly version: number;
  readonly id: string;
  readonly compiled: CompiledCalendar;
}

export function generationOf(work: Work): number {
  return work.ground.workspace()?.generation ?? 1;
}

/** Puts calendars in the place of those of the same name; devices get them, rows keep the old ones meanwhile. */
export function replaceCalendars(work: Work, changed: readonly ChangedCalendar[]): void {
  if (changed.length === 0) return;
  const generation = generationOf(work);
  const history = work.ground.history();
  const room = work.ground.room();
  for (const { version, id } of changed) {
    const holder = version === 0 ? room : history.find((one) => one.version === version);
    const row = { version, id, generation, compiled: holder?.calendars[id] ?? null };
    work.db.insert(schema.calendarsBefore).values(row).onConflictDoNothing().run();
  }
  for (const [version, ones] of Map.groupBy(changed, (one) => one.version)) {
    if (version === 0) keepHours(work, ones);
    else keepOfVersion(work, history, version, ones);
  }
  work.db
    .update(schema.workspace)
    .set({ generation: generation + 1 })
    .run();
  work.ground.forget();
}

function keepHours(work: Work, changed: readonly ChangedCalendar[]): void {
  for (const { id, compiled } of changed) {
    work.db
      .insert(schema.calendars)
      .values({ id, compiled })
      .onConflictDoUpdate({ target: schema.calendars.id, set: { compiled } })
      .run();
  }
  roomChanged(work);
}

function keepOfVersion(
  work: Work,
  history: History,
  version: number,
  changed: readonly ChangedCalendar[],
): void {
  const before = history.find((one) => one.version === version)?.calendars ?? {};
  const calendars = { ...before, ...Object.fromEntries(changed.map(({ id, compiled }) => [id, compiled])) };
  work.db
    .update(schema.definitions)
    .set({ calendars, seq: takeSeq(work) })
    .where(eq(schema.definitions.version, version))
    .run();
}

/** History and room with the calendars of an earlier generation. */
export function groundOf(work: Work, generation: number): { readonly history: History; readonly room: Room } {
  const [history, room] = [work.ground.history(), work.ground.room()];
  if (generation >= generationOf(work)) return { history, room };
  const { calendarsBefore: before } = schema;
  const rows = work.db
    .select()
    .from(before)
    .where(gte(before.generation, generation))
    // The first change since is the one that says what it was.
    .orderBy(sql`${before.generation} desc`)
    .all();
  const byVersion = Map.groupBy(rows, ({ version }) => version);
  const earlier = (version: number, calendars: Version['calendars']) => {
    const changed = byVersion.get(version);
    if (changed === undefined) return calendars;
    const was = new Map<string, CompiledCalendar | null>(Object.entries(calendars));
    for (const { id, compiled } of changed) was.set(id, compiled);
    return Object.fromEntries([...was].flatMap(([id, one]) => (one === null ? [] : [[id, one] as const])));
  };
  return {
    history: history.map((one) => ({ ...one, calendars: earlier(one.version, one.calendars) })),
    room: { ...room, calendars: earlier(0, room.calendars) },
  };
}

/** Forgets calendars no row was folded with any more. */
export function forgetOldCalendars(work: Work): void {
  const { calendarsBefore: before, leads } = schema;
  const oldest = work.db
    .select({ generation: min(leads.generation) })
    .from(leads)
    .get();
  const needed = oldest?.generation ?? generationOf(work);
  work.db.delete(before).where(lt(before.generation, needed)).run();
}
