/** One plain try, and what became of it. */
import type { Fact } from '../../shared/lead/facts.ts';
import { DAY_MS } from '../../shared/time.ts';
import { json, MONDAY } from './api.ts';

export const attempt = (leadId: string) => ({
  leadId,
  channel: 'call',
  outcome: 'no_answer',
  evidence: 'clicked',
});

export async function factsOf(token: string, leadId: string): Promise<Fact[]> {
  return (await json('GET', `/v1/leads/${leadId}/facts`, { token, now: MONDAY + DAY_MS })).facts;
}
export const attemptsOf = async (token: string, leadId: string) =>
  (await factsOf(token, leadId)).filter(({ kind }) => kind === 'attempt.made');
