/**
 * Score and stage of one lead at a time, ours against a hand-written function of the same rules and two
 * general rule engines; then the same with the whole explanation, which neither of them gives. The limit
 * is the hand-written function: what it does not reach against an engine, nobody does who asks the same.
 */
import { explain } from '../../shared/predicate/explain.ts';
import { contextOf } from '../../shared/lead/context.ts';
import { furthestByCriteria } from '../../shared/stage/entry.ts';
import { byHand, type Outcome } from './byHand.ts';
import { jsonLogic } from './jsonLogic.ts';
import { jsonRulesEngine } from './jsonRulesEngine.ts';
import { type BenchLead, benchLeads, DEFINITIONS, NOW, type PlainLead } from './leads.ts';
import { peerName } from './peerName.ts';
import { type BenchRow, row } from './row.ts';
import { sideBySide } from './sideBySide.ts';

const FIRST = DEFINITIONS.stages[0]?.id ?? '';
const CRITERIA = DEFINITIONS.stages.flatMap(({ enter, criteria }) =>
  enter === 'automatic' && criteria ? [criteria] : [],
);

function ours({ story }: BenchLead): Outcome {
  const context = contextOf(story, DEFINITIONS);
  const stage = furthestByCriteria(story, context)?.id ?? FIRST;
  return { score: context.score()?.score ?? Number.NaN, stage };
}

/** Every rule's part of the score, and every node of the stages' criteria with what it saw (SCO4, PRD4). */
function explained({ story }: BenchLead): unknown {
  const context = contextOf(story, DEFINITIONS);
  return [context.scored(), furthestByCriteria(story, context), CRITERIA.map((one) => explain(one, context))];
}

export async function scoring(): Promise<BenchRow[]> {
  const leads = benchLeads(500);
  const ruled = jsonRulesEngine(NOW);
  const logic = jsonLogic(NOW);
  for (const lead of leads) {
    const wanted = byHand(lead.plain, NOW);
    same('ours', ours(lead), wanted, lead.plain);
    same('json-rules-engine', await ruled(lead.plain), wanted, lead.plain);
    same('json-logic-engine', logic(lead.plain), wanted, lead.plain);
  }
  const turn = inTurn(leads);
  const hand = await sideBySide(
    () => ours(turn()),
    () => byHand(turn().plain, NOW),
  );
  const rules = await sideBySide(
    () => ours(turn()),
    () => ruled(turn().plain),
  );
  const logical = await sideBySide(
    () => ours(turn()),
    () => logic(turn().plain),
  );
  const withWhy = await sideBySide(
    () => explained(turn()),
    () => ruled(turn().plain),
  );
  const answers = new Map(leads.map((lead) => [lead, explained(lead)]));
  const written = await sideBySide(
    () => JSON.stringify(answers.get(turn())),
    () => ruled(turn().plain),
  );
  const parts = [];
  for (const { name, upTo } of PARTS) {
    const { ours: part, theirs: whole } = await sideBySide(
      () => upTo(turn()),
      () => byHand(turn().plain, NOW),
    );
    parts.push(
      row(
        `where a score's time goes: ${name}`,
        'µs/lead',
        MICRO / part,
        'whole hand-written function',
        MICRO / whole,
      ),
    );
  }
  const leadsPerSecond = 'leads/s';
  const engine = peerName('json-rules-engine');
  return [
    row('score and stage, times the speed', leadsPerSecond, hand.ours, 'hand-written function', hand.theirs),
    row('score and stage, times the speed', leadsPerSecond, rules.ours, engine, rules.theirs),
    row(
      'score and stage, times the speed',
      leadsPerSecond,
      logical.ours,
      `${peerName('json-logic-engine')} run()`,
      logical.theirs,
    ),
    row(
      'score and stage, explained, times the speed',
      leadsPerSecond,
      withWhy.ours,
      `${engine}, unexplained`,
      withWhy.theirs,
    ),
    ...parts,
    // What stands between us and any higher figure: nobody is faster than code written for one agreement.
    row('the limit: by hand, times the speed', leadsPerSecond, hand.theirs, engine, rules.theirs),
    row(
      'the limit: by hand, times the speed',
      leadsPerSecond,
      hand.theirs,
      `${peerName('json-logic-engine')} run()`,
      logical.theirs,
    ),
    row(
      'the explanation written as JSON, nothing worked out, times the speed',
      leadsPerSecond,
      written.ours,
      `${engine}, unexplained`,
      written.theirs,
    ),
  ];
}

const MICRO = 1_000_000;

/** Each goes on from the one before; the stage asks for the score and for little else. */
const PARTS: readonly { name: string; upTo: (lead: BenchLead) => unknown }[] = [
  { name: 'the lead as criteria see it', upTo: ({ story }) => contextOf(story, DEFINITIONS) },
  { name: 'up to the score', upTo: ({ story }) => contextOf(story, DEFINITIONS).score() },
  { name: 'up to the stage', upTo: ours },
  { name: 'up to the score explained', upTo: ({ story }) => contextOf(story, DEFINITIONS).scored() },
  { name: 'up to the criteria explained', upTo: explained },
];

function inTurn(leads: readonly BenchLead[]): () => BenchLead {
  let turn = 0;
  return () => {
    turn = (turn + 1) % leads.length;
    const lead = leads[turn];
    if (lead === undefined) throw new Error('no leads');
    return lead;
  };
}

function same(engine: string, given: Outcome, wanted: Outcome, lead: PlainLead): void {
  if (given.score === wanted.score && given.stage === wanted.stage) return;
  const what = JSON.stringify({ given, wanted, lead });
  throw new Error(`${engine} answers otherwise than the hand-written function: ${what}`);
}
