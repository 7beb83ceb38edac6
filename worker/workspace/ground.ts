/**
 * What every fold stands on: the workspace's own row, its published versions and its people. Read
 * once, kept while the object lives, forgotten when any of it changes.
 */
import { asc } from 'drizzle-orm';
import type { History, Version } from '../../shared/definitions/version.ts';
import { versionAt } from '../../shared/lead/versionAt.ts';
import type { Room } from '../../shared/lead/room.ts';
import { prepared } from './agreement/prepared.ts';
import { readMerges, type Merges } from './leads/merged.ts';
import { ReportCache } from './reports/reportCache.ts';
import * as schema from './schema.ts';
import type { Database } from './work.ts';

export type WorkspaceRow = Omit<typeof schema.workspace.$inferSelect, 'head'>;

export interface Ground {
  /** Undefined until set up: such an object answers like any unknown one. */
  readonly workspace: () => WorkspaceRow | undefined;
  /** Every published version, ascending by `effectiveAt`. */
  readonly history: () => History;
  /** Version in force at an instant. */
  readonly inForce: (at: number) => Version;
  readonly room: () => Room;
  /** Between two states while a restore loads (SYN6): nothing is looked at. */
  readonly loading: () => boolean;
  readonly merges: () => Merges;
  readonly forgetMerges: () => void;
  /** What was added up lately stands on all of it. */
  readonly reports: () => ReportCache;
  readonly forget: () => void;
}

export function openGround(db: Database): Ground {
  let workspace: WorkspaceRow | undefined;
  let history: History | undefined;
  let room: Room | undefined;
  let merges: Merges | undefined;
  let loading: boolean | undefined;
  let reports: ReportCache | undefined;
  const ground: Ground = {
    workspace: () => (workspace ??= selectWorkspace({ db }).get()),
    history: () => (history ??= readHistory(db)),
    inForce: (at) => versionAt(ground.history(), at),
    room: () => (room ??= readRoom(db)),
    loading: () => (loading ??= isLoading(db)),
    merges: () => (merges ??= readMerges(db)),
    forgetMerges: () => {
      merges = undefined;
    },
    reports: () => (reports ??= new ReportCache()),
    forget: () => {
      workspace = undefined;
      history = undefined;
      room = undefined;
      merges = undefined;
      loading = undefined;
      reports = undefined;
    },
  };
  return ground;
}

function isLoading(db: Database): boolean {
  return selectRestore({ db }).get()?.state === 'loading';
}

function readHistory(db: Database): History {
  return selectVersions({ db }).all().map(versionOfRow);
}

export function versionOfRow(row: typeof schema.definitions.$inferSelect): Version {
  const { seq: _, hash: __, body, ...version } = row;
  return { ...version, definitions: body };
}

function readRoom(db: Database): Room {
  const members = selectMembers({ db }).all();
  const teams = selectTeams({ db }).all();
  const calendars = selectCalendars({ db }).all();
  return {
    members,
    teams,
    calendars: Object.fromEntries(calendars.map(({ id, compiled }) => [id, compiled])),
  };
}

const selectWorkspace = prepared((db) => db.select().from(schema.workspace).prepare());
const selectRestore = prepared((db) => db.select().from(schema.restores).prepare());
const selectMembers = prepared((db) =>
  db.select().from(schema.members).orderBy(asc(schema.members.id)).prepare(),
);
const selectTeams = prepared((db) => db.select().from(schema.teams).orderBy(asc(schema.teams.id)).prepare());
const selectCalendars = prepared((db) =>
  db.select().from(schema.calendars).orderBy(asc(schema.calendars.id)).prepare(),
);
const selectVersions = prepared((db) => {
  const { effectiveAt, version } = schema.definitions;
  return db.select().from(schema.definitions).orderBy(asc(effectiveAt), asc(version)).prepare();
});
