/**
 * New leads, many at once: their facts in one statement, folded and decided about in memory, what comes of
 * it in one statement per table (FCT7). What takes an owner from a route needs the turn of each: one by one.
 */
import { decideOn } from '../../../shared/lead/decide.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { readLead, type ReadLead, stateOf } from '../../../shared/lead/fold.ts';
import { nextDueOf } from '../../../shared/lead/nextDue.ts';
import type { LeadState } from '../../../shared/lead/state.ts';
import { announce } from '../handoff/announce.ts';
import { appendFacts, type StoredFact } from './facts.ts';
import { keepNewProjections } from '../projection.ts';
import { historyOf, refold } from './refold.ts';
import { routingAt } from '../handoff/routing.ts';
import { headOf, type Work } from '../work.ts';

export interface NewLead {
  readonly id: string;
  readonly facts: readonly Fact[];
}

interface Settled extends NewLead {
  readonly lead: ReadLead;
  readonly state: LeadState;
  readonly dueAt: number | null;
  readonly decided: readonly Fact[];
}

const MOST_ROUNDS = 30;

/** @param leads none of which is in the workspace, by id or by a key, and whose facts are none of its own */
export function keepNew(work: Work, leads: readonly NewLead[]): void {
  if (leads.length === 0) return;
  const settled: Settled[] = [];
  const single: NewLead[] = [];
  for (const lead of leads) {
    const one = settle(work, lead);
    if (one) settled.push(one);
    else single.push(lead);
  }
  const all = settled.flatMap(({ facts, decided }) => [...facts, ...decided]);
  appendFacts(work, all);
  let seq = headOf(work.db) - all.length;
  const numbered = settled.map((lead) => {
    const facts = [...lead.facts, ...lead.decided].map((fact): StoredFact => ({ ...fact, seq: (seq += 1) }));
    return { ...lead, stored: facts.slice(0, lead.facts.length), seq };
  });
  keepNewProjections(work, numbered);
  for (const { state, stored, decided } of numbered)
    announce(work, { before: undefined, state, stored, decided });

  appendFacts(
    work,
    single.flatMap(({ facts }) => facts),
  );
  for (const { id } of single) refold(work, id);
}

/** Undefined where a hand-off is opened: whose turn it is depends on those before. */
function settle(work: Work, { id, facts }: NewLead): Settled | undefined {
  const room = work.ground.room();
  const known = [...facts];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const lead = readLead(known, historyOf(work, known, work.now), room, work.now);
    const state = stateOf(lead);
    const decided = decideOn(lead, state, known, routingAt(work, work.now));
    if (decided.some(({ kind }) => kind === 'handoff.opened')) return undefined;
    if (decided.length === 0)
      return {
        id,
        facts,
        lead,
        state,
        dueAt: nextDueOf(lead, state, known),
        decided: known.slice(facts.length),
      };
    known.push(...decided);
  }
  throw new Error('decide did not come to rest');
}
