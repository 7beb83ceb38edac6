/** Leads that are selected: what is needed of each to do something, to say which, and to take it back. */
import type { LeadsListResponse, LeadView } from '../../../shared/protocol/leads.ts';
import type { Answer } from '../api/failure.ts';
import type { Run } from '../ui/useDoing.ts';
import { type AskedLeads, pageOf } from './asked.ts';

export type Picked = Pick<LeadView, 'id' | 'name' | 'company' | 'owner'>;
export type Selection = ReadonlyMap<string, Picked>;

export const NONE: Selection = new Map();

export function pickedOf({ id, name, company, owner }: Picked): Picked {
  return { id, name, company, owner };
}

/** All that the question finds, listed or not; null when it was called off. */
export async function gather(asked: AskedLeads, run: Run): Promise<Answer<Selection> | null> {
  const found = new Map<string, Picked>();
  // A page under way is read to its end; nobody goes on after it.
  const whole = new AbortController().signal;
  let cursor: string | null = null;
  do {
    if (run.signal.aborted) return null;
    run.progress(found.size, null);
    const answer: Answer<LeadsListResponse> = await pageOf(asked, cursor).load(whole, () => undefined);
    if (!answer.ok) return answer;
    for (const lead of answer.value.leads) found.set(lead.id, pickedOf(lead));
    cursor = answer.value.cursor;
  } while (cursor !== null);
  return { ok: true, value: found, etag: null };
}
