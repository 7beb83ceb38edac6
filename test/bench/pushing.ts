/** A device that pushes tries, as many at a time as wanted, and has all of them applied. */
import { v7 as uuidv7 } from 'uuid';
import { PullResponse } from '../../shared/protocol/sync.ts';
import { type Api, request } from '../support/api.ts';

export interface PushingDevice {
  readonly clientId: string;
  /** `count` tries on these leads in turn. */
  push(leads: readonly string[], count: number): Promise<void>;
}

export async function openDevice(api: Api): Promise<PushingDevice> {
  const clientId = uuidv7();
  const { epoch } = PullResponse.parse(await request(api, `GET /v1/sync/pull?clientId=${clientId}`));
  let n = 0;
  return {
    clientId,
    async push(leads, count) {
      const commands = Array.from({ length: count }, () => {
        n += 1;
        const leadId = leads[n % leads.length];
        const body = { leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' };
        return { n, id: uuidv7(), kind: 'attempt.log', body, at: Date.now() };
      });
      const answer = await request(api, 'POST /v1/sync/push', { body: { epoch, clientId, commands } });
      const { results } = answer as { results: { result: string }[] };
      if (results.some(({ result }) => result !== 'applied')) throw new Error(JSON.stringify(answer));
    },
  };
}
