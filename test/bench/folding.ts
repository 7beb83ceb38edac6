/**
 * 100,000 leads folded from their stored facts, read from JSON as a database gives them, ours and by hand.
 * The hand-written fold gives a row of one agreement; ours says ten times as much, of any: to write that down
 * as JSON alone takes longer than the whole hand-written fold. A third of our time are the clocks, met ones too.
 */
import type { Fact } from '../../shared/lead/facts.ts';
import { decide } from '../../shared/lead/decide.ts';
import { contextOf } from '../../shared/lead/context.ts';
import { fold, readLead } from '../../shared/lead/fold.ts';
import { orderFacts } from '../../shared/lead/order.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { type Story, storyOf } from '../../shared/lead/story.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { foldByHand, type Row } from './foldByHand.ts';
import { benchLeads, DEFINITIONS, NOW, ROOM, SELLER, VERSION } from './leads.ts';
import { type BenchRow, median, row } from './row.ts';

const LEADS = 100_000;
/** As many different ones. */
const TOLD = 2_000;
/** Folded in turns of this many, ours and by hand, so that a busy machine slows both: a turn outlasts the grain of the clock. */
const TURN = 10_000;
const HISTORY = [VERSION];
const ROUTING = { todayCounts: {}, lastRouted: {} };

export function folding(): BenchRow[] {
  const stories = benchLeads(TOLD).map(({ facts }, place) => JSON.stringify(lived(facts, place)));
  const leads: readonly Fact[][] = stories.map((text) => JSON.parse(text));
  const now = NOW + 2 * HOUR_MS;
  const states = new Map<readonly Fact[], LeadState>(
    leads.map((facts) => [facts, fold(facts, HISTORY, ROOM, now)]),
  );
  const ours = (facts: readonly Fact[]) => rowOf(fold(facts, HISTORY, ROOM, now));
  for (const facts of leads) {
    const [said, wanted] = [JSON.stringify(ours(facts)), JSON.stringify(foldByHand(facts, now))];
    if (said !== wanted) throw new Error(`the fold says ${said}, by hand it is ${wanted}`);
  }
  const byHand = (facts: readonly Fact[]) => foldByHand(facts, now);
  const steps = [
    ...STEPS.map(({ name, upTo }) => ({ name, doing: (facts: readonly Fact[]) => upTo(facts, now) })),
    { name: WRITTEN, doing: (facts: readonly Fact[]) => JSON.stringify(states.get(facts)) },
  ];
  const speeds = new Map<string, number[]>();
  for (let folded = 0; folded < LEADS; folded += TURN) {
    for (const { name, doing } of [
      { name: 'ours', doing: ours },
      { name: 'by hand', doing: byHand },
      ...steps,
    ]) {
      const known = speeds.get(name) ?? [];
      speeds.set(name, known);
      known.push(speed(leads, doing));
    }
  }
  const bytesOf = (answer: (facts: readonly Fact[]) => unknown) =>
    median(leads.map((facts) => JSON.stringify(answer(facts)).length));
  const speedOf = (name: string) => median(speeds.get(name) ?? []);
  const hand = 'hand-written fold to the same row';
  const theirs = speedOf('by hand');
  return [
    row('100,000 leads folded from stored facts, times the speed', 'leads/s', speedOf('ours'), hand, theirs),
    // Why it is no more: the state says as many times what the row says, and says it of any agreement.
    row(
      'what a fold says of a lead',
      'bytes JSON',
      bytesOf((facts) => states.get(facts)),
      hand,
      bytesOf(byHand),
    ),
    ...steps.map(({ name }) =>
      row(
        `where a fold's time goes: ${name}`,
        'µs/lead',
        MICRO / speedOf(name),
        `whole ${hand}`,
        MICRO / theirs,
      ),
    ),
    row(
      `where a fold's time goes: all of it, clocks the last`,
      'µs/lead',
      MICRO / speedOf('ours'),
      `whole ${hand}`,
      MICRO / theirs,
    ),
  ];
}

const MICRO = 1_000_000;
/** What whoever keeps a state pays beside its fold, which a row's keeper pays a fraction of. */
const WRITTEN = 'the state written as JSON, nothing worked out';

/** Leads a second that are read from JSON, folded and asked what follows: what a command costs without a database. */
export function foldingAlone(): number {
  const stories = benchLeads(TOLD).map(({ facts }, place) => JSON.stringify(lived(facts, place)));
  const now = NOW + 2 * HOUR_MS;
  const speeds = [0, 1, 2, 3, 4].map(() => {
    const leads: readonly Fact[][] = stories.map((text) => JSON.parse(text));
    return speed(leads, (facts) =>
      decide(fold(facts, HISTORY, ROOM, now), facts, HISTORY, ROOM, ROUTING, now),
    );
  });
  return median(speeds);
}

/** A fold up to some step of it; what is left after the last are clocks and the state they are said in. */
const STEPS: readonly { name: string; upTo: (facts: readonly Fact[], now: number) => unknown }[] = [
  { name: 'facts in order', upTo: orderFacts },
  { name: 'up to profile, journey and owners', upTo: (facts, now) => storyUpTo(facts, now).owners },
  {
    name: 'up to the explained score',
    upTo: (facts, now) => {
      const story = storyUpTo(facts, now);
      return [story.owners, contextOf(story, DEFINITIONS).scored()];
    },
  },
  {
    name: 'up to exclusions, segment and persona',
    upTo: (facts, now) => {
      const { story, context, exclusions } = readLead(facts, HISTORY, ROOM, now);
      return [story.owners, context.scored(), exclusions, context.segments(), context.personas()];
    },
  },
];

function storyUpTo(facts: readonly Fact[], now: number): Story {
  return storyOf(orderFacts(facts), HISTORY, ROOM, now);
}

/** With what the worker decided of it, and an attempt on every other one handed off; newest first. */
function lived(facts: readonly Fact[], place: number): readonly Fact[] {
  const all = [...facts];
  for (let turn = 0; turn < 20; turn += 1) {
    const decided = decide(fold(all, HISTORY, ROOM, NOW), all, HISTORY, ROOM, ROUTING, NOW);
    if (decided.length === 0) break;
    all.push(...decided);
  }
  const leadId = `lead${place}`;
  if (place % 2 === 0 && all.some(({ kind }) => kind === 'handoff.opened')) {
    const at = NOW + HOUR_MS;
    const body = { channel: 'call', outcome: 'no_answer', evidence: 'clicked' } as const;
    const head = {
      id: `${leadId}-try`,
      leadId,
      at,
      recordedAt: at,
      actor: SELLER,
      observer: 'hand',
    } as const;
    all.push({ ...head, kind: 'attempt.made', body });
  }
  return all.toReversed();
}

/** What a worker keeps of the whole state. */
function rowOf(state: LeadState): Row {
  const { leadId, emails, evaluatedAt, validUntil, fields, source, segment, stage } = state;
  const running = state.clocks.filter(({ status }) => status === 'running' || status === 'breached');
  return {
    leadId,
    emails,
    evaluatedAt,
    validUntil,
    owner: state.owner?.id ?? null,
    name: fields['name'] ?? null,
    company: fields['company'] ?? null,
    source,
    stage: stage.id,
    since: stage.since,
    score: state.score.shown,
    segment,
    lastSignalAt: state.lastSignal?.at ?? null,
    clocks: running
      .map(({ id, kind, status, dueAt, riskAt }) => {
        return { id, kind, status: status === 'running' ? status : ('breached' as const), dueAt, riskAt };
      })
      .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0)),
  };
}

/** Leads a second of this thread's own time. */
function speed(leads: readonly (readonly Fact[])[], folded: (facts: readonly Fact[]) => unknown): number {
  const start = process.threadCpuUsage();
  for (let told = 0; told < TURN; told += leads.length) for (const facts of leads) folded(facts);
  const { user, system } = process.threadCpuUsage(start);
  return TURN / (Math.max(1, user + system) / MICRO);
}
