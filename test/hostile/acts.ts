/** What the workspace heard of one person about one lead, whatever it was: by the facts themselves. */
import { PullResponse } from '../../shared/protocol/sync.ts';
import { v7 as uuidv7 } from 'uuid';
import { request, type Api } from '../support/api.ts';

/** Kinds of facts the member made, in no order. */
export async function actsOf(admin: Api, leadId: string, member: string): Promise<readonly string[]> {
  const pulled = await request(admin, `GET /v1/sync/pull?clientId=${uuidv7()}`, {});
  const { leads } = PullResponse.parse(pulled);
  const facts = leads.find(({ id }) => id === leadId)?.facts;
  if (!facts) throw new Error('the lead is not there');
  return facts.flatMap(({ kind, actor }) => (actor === member ? [kind] : []));
}
