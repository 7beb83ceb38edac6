/** A whole workspace as lines of JSON, a page at a time (SYN6): the backup, without secrets. */
import { sql } from 'drizzle-orm';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupEnd,
  type BackupHead,
} from '../../../shared/protocol/backup.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { HELD } from './backupTables.ts';
import { headOf, type Who, type Work } from '../work.ts';

/** Where the next page begins. */
export interface ExportPlace {
  readonly table: number;
  readonly after: number;
  readonly rows: number;
  /** `head` when the last fact was read. */
  readonly head: number;
}

export interface ExportPage {
  readonly text: string;
  /** Null after the last. */
  readonly next: ExportPlace | null;
}

const PAGE_ROWS = 400;
/** Definitions with their calendars may take 800 kB: a page holds one whatever its size. */
const PAGE_CHARACTERS = 512 * 1024;

export function exportPage(
  work: Work,
  who: Who,
  { from }: { from: ExportPlace | null },
): Outcome<ExportPage> {
  const workspace = work.ground.workspace();
  if (!workspace) return failure('not-found', 'There is no such workspace.');
  if (from === null) {
    audit(work, who, 'workspace.exported', workspace.id);
    const head: BackupHead = {
      format: BACKUP_FORMAT,
      version: BACKUP_VERSION,
      workspaceId: workspace.id,
      epoch: workspace.epoch,
      exportedAt: work.now,
    };
    return done({ text: line(head), next: { table: 0, after: -1, rows: 0, head: 0 } });
  }
  const table = HELD[from.table];
  if (table === undefined) {
    const end: BackupEnd = { end: true, rows: from.rows, head: from.head };
    return done({ text: line(end), next: null });
  }
  const rows = work.db.all<{ place__: number } & Record<string, unknown>>(
    sql`select rowid as place__, * from ${sql.identifier(table)} where rowid > ${from.after} order by rowid limit ${PAGE_ROWS}`,
  );
  const lines: string[] = [];
  let length = 0;
  let after = from.after;
  for (const { place__, ...row } of rows) {
    const text = line({ table, row });
    if (length > 0 && length + text.length > PAGE_CHARACTERS) break;
    lines.push(text);
    length += text.length;
    after = place__;
  }
  const reached = { ...from, rows: from.rows + lines.length };
  const next: ExportPlace =
    lines.length < rows.length || rows.length === PAGE_ROWS
      ? { ...reached, after }
      : {
          ...reached,
          table: from.table + 1,
          after: -1,
          head: table === 'facts' ? headOf(work.db) : from.head,
        };
  return done({ text: lines.join(''), next });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
