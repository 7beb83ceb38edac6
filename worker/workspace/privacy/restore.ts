/**
 * Back to an earlier state, or into a new workspace (SYN6): a backup is received whole and checked, then
 * the door is closed, a job loads it in slices, and the door opens on a new epoch. Who may come in, and
 * who was erased, is not undone.
 */
import type { RestoreResponse } from '../../../shared/protocol/backup.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import { done, type Outcome } from '../../outcome.ts';
import type { LedgerEntries } from '../../ledger.ts';
import { audit } from '../people/audit.ts';
import { checkRows } from './checkBackup.ts';
import { insertMany } from '../insertMany.ts';
import { startJob } from '../jobs/jobs.ts';
import * as schema from '../schema.ts';
import { takeSeq, type Who, type Work } from '../work.ts';
import { refused } from '../../refused.ts';

/** One request is several calls: the file is read and checked outside the object. */
export type RestoreStep =
  | { readonly step: 'begin'; readonly restoreId: string; readonly epoch: string }
  | { readonly step: 'ledger'; readonly restoreId: string; readonly entries: LedgerEntries }
  | { readonly step: 'part'; readonly restoreId: string; readonly n: number; readonly lines: string }
  | {
      readonly step: 'end';
      readonly restoreId: string;
      readonly rows: number;
      /** Epoch of the backup, and `head` of its facts. */
      readonly from: string;
      readonly head: number;
    }
  | { readonly step: 'give up'; readonly restoreId: string };

const STRANGER = refused('conflict', 'restore_running');
/** A file that stopped coming is forgotten after this. */
const ABANDONED_MS = HOUR_MS;

export function receiveRestore(work: Work, who: Who, step: RestoreStep): Outcome<RestoreResponse> {
  const current = work.db.select().from(schema.restores).get();
  if (step.step === 'begin') {
    if (current?.state === 'receiving' && current.startedAt > work.now - ABANDONED_MS)
      return refused('conflict', 'restore_running');
    clear(work);
    const row = { id: 1, by: who.memberId, startedAt: work.now, jobId: null, state: 'receiving' } as const;
    work.db
      .insert(schema.restores)
      .values({ ...row, restoreId: step.restoreId, epoch: step.epoch })
      .run();
    return answered(step.epoch);
  }
  if (current?.restoreId !== step.restoreId || current.state !== 'receiving') return STRANGER;
  switch (step.step) {
    case 'ledger':
      learn(work, step.entries);
      return answered(current.epoch);
    case 'part': {
      const checked = checkRows(step.lines);
      if (!checked.ok) return checked;
      work.db
        .insert(schema.restoreParts)
        .values({ n: step.n, lines: step.lines })
        .onConflictDoNothing()
        .run();
      return answered(current.epoch, checked.value);
    }
    case 'give up':
      clear(work);
      return answered(current.epoch);
    case 'end': {
      const { rows, from, head } = step;
      const input = { by: who.memberId, from, head, epoch: current.epoch };
      const jobId = startJob(work, { kind: 'restore', by: who.memberId, input, total: rows });
      work.db.update(schema.restores).set({ state: 'loading', jobId }).run();
      work.ground.forget();
      audit(work, who, 'workspace.restored', current.restoreId, { rows });
      return done({ jobId, epoch: current.epoch, rows });
    }
  }
}

function answered(epoch: string, rows = 0): Outcome<RestoreResponse> {
  return done({ jobId: '', epoch, rows });
}

/** What was received and not used. */
export function clear(work: Work): void {
  work.db.delete(schema.restoreParts).run();
  work.db.delete(schema.restores).run();
  work.ground.forget();
}

/** What the ledger knows and this workspace forgot, should it have been set back behind our backs. */
function learn(work: Work, { keys, leads, hashes }: LedgerEntries): void {
  const known = new Set(
    work.db
      .select()
      .from(schema.erasureKey)
      .all()
      .map(({ key }) => key),
  );
  const fresh = keys.filter((key) => !known.has(key));
  insertMany(
    work,
    schema.erasureKey,
    fresh.map((key, at) => ({ id: known.size + at + 1, key })),
    'ignore',
  );
  const at = work.now;
  insertMany(
    work,
    schema.erasedKeys,
    hashes.map((hash) => ({ hash, at, noted: true })),
    'ignore',
  );
  if (leads.length === 0) return;
  const seq = takeSeq(work);
  insertMany(
    work,
    schema.erasures,
    leads.map((leadId) => ({ leadId, seq, at, by: null, noted: true })),
    'ignore',
  );
}
