/** Stops an import: what it added by then stays, what it had still to add is dropped. */
import type { ImportView } from '../../../shared/protocol/imports.ts';
import type { Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import { giveUp } from './imports.ts';
import { readImport, UNKNOWN_IMPORT, visibleImport } from './importViews.ts';
import { cancelJob } from '../jobs/runJobs.ts';
import type { Who, Work } from '../work.ts';
import { refused } from '../../refused.ts';

export function cancelImport(work: Work, who: Who, { id }: { id: string }): Outcome<ImportView> {
  const row = visibleImport(work, who, id);
  if (!row) return UNKNOWN_IMPORT;
  if (row.state !== 'receiving' && row.state !== 'running') return refused('conflict', 'over_already');
  if (row.jobId !== null) {
    const stopped = cancelJob(work, { ...who, role: 'admin' }, { id: row.jobId });
    if (!stopped.ok) return stopped;
  }
  giveUp(work, row, 'cancelled');
  audit(work, who, 'import.cancelled', id);
  return readImport(work, who, { id });
}
