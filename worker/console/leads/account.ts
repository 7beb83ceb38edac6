/** The other leads of a lead's company, as far as this member may know them (IDN4, ACC3). */
import { AccountResponse } from '../../../shared/protocol/leads.ts';
import type { OtherLead } from '../../../shared/ui/buildAccount.ts';
import type { Resource } from '../api/cache.ts';
import { request } from '../api/request.ts';

export function othersOf(leadId: string): Resource<readonly OtherLead[]> {
  return {
    key: `account/${leadId}`,
    async load(signal) {
      const path = `GET /v1/leads/${encodeURIComponent(leadId)}/account` as const;
      const answer = await request(AccountResponse, path, { signal });
      if (!answer.ok) return answer;
      return { ...answer, value: answer.value.leads.filter(({ id }) => id !== leadId) };
    },
  };
}
