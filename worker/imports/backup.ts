/** A backup as it streams in: its head, its rows in parts that fit a row of the database, its end. */
import { BackupEnd, BackupHead } from '../../shared/protocol/backup.ts';
import type { Failure } from '../outcome.ts';
import { refused } from '../refused.ts';
import { decode } from './decode.ts';

const PART_CHARACTERS = 256 * 1024;
/** Definitions with their calendars take 800 kB at most. */
const LINE_CHARACTERS = 4 * 1024 * 1024;

export type BackupPart =
  { readonly lines: string } | { readonly head: BackupHead; readonly end: BackupEnd } | Failure;

const NO_BACKUP = refused('invalid-body', 'no_backup');

/** Ends with the end of the backup, a failure, or nothing where it was cut off. */
export async function* readBackup(body: ReadableStream<Uint8Array>): AsyncGenerator<BackupPart> {
  const { text } = await decode(body, 'utf-8');
  let head: BackupHead | undefined;
  let rest = '';
  let part: string[] = [];
  let length = 0;
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LINE_CHARACTERS) return yield refused('invalid-body', 'backup_row');
    for (const line of lines) {
      if (head === undefined) {
        head = readLine(BackupHead, line);
        if (head === undefined) return yield NO_BACKUP;
        continue;
      }
      const end = line.startsWith('{"end":') ? readLine(BackupEnd, line) : undefined;
      if (end) {
        if (part.length > 0) yield { lines: part.join('\n') };
        return yield { head, end };
      }
      part.push(line);
      length += line.length;
      if (length < PART_CHARACTERS) continue;
      yield { lines: part.join('\n') };
      [part, length] = [[], 0];
    }
  }
  if (head === undefined) yield NO_BACKUP;
}

function readLine<T>(schema: { safeParse: (value: unknown) => { data?: T } }, line: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
