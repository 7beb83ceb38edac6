/** What every fact from a connected system has in common, and how what was done is counted. */
import type { ConnectionCounts } from '../../../shared/protocol/connections.ts';
import type { AgreedConnection } from './connectionRows.ts';
import type { Work } from '../work.ts';

export type Tally = Partial<Record<keyof ConnectionCounts, number>>;

export function headOf(work: Work, { id }: AgreedConnection, leadId: string, at: number) {
  const { now } = work;
  return { leadId, at: Math.min(at, now), recordedAt: now, actor: id, observer: 'integration' } as const;
}
