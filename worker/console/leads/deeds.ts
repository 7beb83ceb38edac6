/**
 * What is done to many leads at once, lot by lot, each lead by the checks of the command it is (SYN1). It
 * may be called off between two lots: what was done by then stays done.
 */
import {
  type ActsRequest,
  type AssignmentsRequest,
  AssignmentsResponse,
} from '../../../shared/protocol/leadCommands.ts';
import { languageOf } from '../../../shared/messages/language.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';
import type { Answer } from '../api/failure.ts';
import { request } from '../api/request.ts';
import { sayReason } from '../api/tell.ts';
import type { Run } from '../ui/useDoing.ts';

export interface Outcome {
  /** Ids of the leads. */
  readonly done: readonly string[];
  readonly failed: readonly { readonly leadId: string; readonly why: string }[];
}

/** As many as a request of half a second takes. */
const LOT = 100;

type Send = (leadIds: readonly string[]) => Promise<Answer<AssignmentsResponse>>;

/** @param owner null takes them back to nobody */
export function assign(leadIds: readonly string[], owner: string | null, run: Run): Promise<Outcome> {
  return inLots([{ leadIds, send: givingTo(owner) }], run);
}

interface Owned {
  readonly id: string;
  readonly owner: string | null;
}

/** Each back to whom it belonged before. */
export function giveBack(leads: readonly Owned[], run: Run): Promise<Outcome> {
  const byOwner = Map.groupBy(leads, ({ owner }) => owner);
  const parts = [...byOwner].map(([owner, theirs]) => ({
    leadIds: theirs.map(({ id }) => id),
    send: givingTo(owner),
  }));
  return inLots(parts, run);
}

export function actOn(leadIds: readonly string[], act: ActsRequest['act'], run: Run): Promise<Outcome> {
  const send: Send = (lot) => {
    const body: ActsRequest = { leadIds: [...lot], act };
    return request(AssignmentsResponse, 'POST /v1/leads/acts', { body, key: crypto.randomUUID() });
  };
  return inLots([{ leadIds, send }], run);
}

function givingTo(owner: string | null): Send {
  return (lot) => {
    const body: AssignmentsRequest = { leadIds: [...lot], owner };
    return request(AssignmentsResponse, 'POST /v1/assignments', { body, key: crypto.randomUUID() });
  };
}

/** In the reader's language; the sentence that came where no code came along. */
async function whyOf(
  one: { readonly error: string; readonly reason?: Reason | undefined } | undefined,
): Promise<string> {
  if (one?.reason === undefined) return one?.error ?? '';
  return sayReason(one.reason, languageOf(document.documentElement.lang));
}

async function inLots(
  parts: readonly { readonly leadIds: readonly string[]; readonly send: Send }[],
  run: Run,
): Promise<Outcome> {
  const done: string[] = [];
  const failed: Outcome['failed'][number][] = [];
  const of = parts.reduce((sum, { leadIds }) => sum + leadIds.length, 0);
  for (const { leadIds, send } of parts) {
    for (let from = 0; from < leadIds.length; from += LOT) {
      if (run.signal.aborted) return { done, failed };
      run.progress(done.length + failed.length, of);
      const lot = leadIds.slice(from, from + LOT);
      const answer = await send(lot);
      for (const [place, leadId] of lot.entries()) {
        const one = answer.ok ? answer.value.results[place] : { error: answer.failure.said ?? '' };
        if (one === undefined || 'error' in one) failed.push({ leadId, why: await whyOf(one) });
        else done.push(leadId);
      }
      // Nobody answered, or it is not theirs to do: the next lot would fare no better.
      if (!answer.ok) return { done, failed };
    }
  }
  return { done, failed };
}
