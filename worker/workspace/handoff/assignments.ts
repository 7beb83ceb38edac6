/** Many leads to one owner at once, each by the checks of the command it is. */
import { done, type Outcome } from '../../outcome.ts';
import { audit } from '../people/audit.ts';
import type { RowError } from '../leads/identity.ts';
import { obeyOnLead } from '../sync/obey.ts';
import type { Who, Work } from '../work.ts';

type Assigned = { readonly leadId: string; readonly revision: number } | RowError;

export function assign(
  work: Work,
  who: Who,
  {
    owner,
    leads,
  }: { owner: string | null; leads: readonly { readonly leadId: string; readonly id: string }[] },
): Outcome<{ results: readonly Assigned[] }> {
  const results = leads.map(({ leadId, id }, index): Assigned => {
    const asked = { kind: 'owner.assign', id, body: { owner }, leadId } as const;
    const outcome = work.transact(() => obeyOnLead(work, who, asked));
    if (outcome.ok) return { leadId: outcome.value.leadId, revision: outcome.value.revision };
    const [error] = outcome.errors ?? [];
    const pointer = error?.pointer === '/owner' ? '/owner' : `/leadIds/${index}`;
    return { error: error?.detail ?? outcome.detail, reason: error?.reason ?? outcome.more?.reason, pointer };
  });
  const given = results.filter((one) => 'revision' in one).length;
  if (given > 0) audit(work, who, 'leads.assigned', owner ?? 'nobody', { leads: given });
  return done({ results });
}
