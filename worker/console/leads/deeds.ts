/** What is done to many leads at once, each lead by the checks of the command it is (SYN1). */
import * as z from 'zod';
import {
  AssignmentsRequest,
  AssignmentsResponse,
  CommandDone,
} from '../../../shared/protocol/leadCommands.ts';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import { request } from '../api/request.ts';

export interface Outcome {
  readonly done: number;
  readonly failed: number;
  /** The worker's own words about the first that failed. */
  readonly why: string | null;
}

const AT_ONCE = 500;
/** Requests under way at a time. */
const LANES = 4;

/** @param owner null takes them back to nobody */
export async function assign(leadIds: readonly string[], owner: string | null): Promise<Outcome> {
  let outcome: Outcome = { done: 0, failed: 0, why: null };
  for (let from = 0; from < leadIds.length; from += AT_ONCE) {
    const body: AssignmentsRequest = { leadIds: leadIds.slice(from, from + AT_ONCE), owner };
    const key = crypto.randomUUID();
    const answer = await request(AssignmentsResponse, 'POST /v1/assignments', { body, key });
    const results = answer.ok ? answer.value.results : [];
    const failed = results.flatMap((one) => ('error' in one ? [one.error] : []));
    outcome = sum(outcome, {
      done: results.length - failed.length,
      failed: answer.ok ? failed.length : body.leadIds.length,
      why: answer.ok ? (failed[0] ?? null) : answer.failure.detail,
    });
  }
  return outcome;
}

/** Each back to whom it belonged before. */
export async function giveBack(leads: readonly Pick<LeadView, 'id' | 'owner'>[]): Promise<Outcome> {
  let outcome: Outcome = { done: 0, failed: 0, why: null };
  for (const [owner, theirs] of Map.groupBy(leads, (lead) => lead.owner)) {
    const one = await assign(
      theirs.map(({ id }) => id),
      owner,
    );
    outcome = sum(outcome, one);
  }
  return outcome;
}

const Handoffs = z.object({
  revision: z.int(),
  state: z.object({ handoffs: z.array(z.object({ id: z.string(), closed: z.unknown() })) }),
});

/** The answer to the hand-off that is open. */
export function accept(leadIds: readonly string[]): Promise<Outcome> {
  return eachOf(leadIds, async (leadId) => {
    const read = await request(Handoffs, `GET /v1/leads/${leadId}`);
    if (!read.ok) return read.failure.detail ?? '';
    const { revision, state } = read.value;
    const handoff = state.handoffs.findLast(({ closed }) => closed === null);
    if (!handoff) return '';
    const body = { answer: 'accepted', revision };
    const answer = await request(CommandDone, `POST /v1/handoffs/${handoff.id}/answer`, {
      body,
      key: crypto.randomUUID(),
    });
    return answer.ok ? null : (answer.failure.detail ?? '');
  });
}

/** @param untilOn `YYYY-MM-DD` */
export function snooze(leadIds: readonly string[], untilOn: string, reason: string): Promise<Outcome> {
  return eachOf(leadIds, async (leadId) => {
    const answer = await request(CommandDone, `POST /v1/leads/${leadId}/snooze`, {
      body: { untilOn, reason },
      key: crypto.randomUUID(),
    });
    return answer.ok ? null : (answer.failure.detail ?? '');
  });
}

/** @param act resolves to null when done, else to why not */
async function eachOf(
  leadIds: readonly string[],
  act: (leadId: string) => Promise<string | null>,
): Promise<Outcome> {
  const left = [...leadIds];
  const said: (string | null)[] = [];
  const lane = async () => {
    for (let leadId = left.shift(); leadId !== undefined; leadId = left.shift()) said.push(await act(leadId));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const failed = said.filter((one) => one !== null);
  return {
    done: said.length - failed.length,
    failed: failed.length,
    why: failed.find((one) => one !== '') ?? null,
  };
}

function sum(a: Outcome, b: Outcome): Outcome {
  return { done: a.done + b.done, failed: a.failed + b.failed, why: a.why ?? b.why };
}
