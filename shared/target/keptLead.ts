/**
 * What reports read of a lead, and nothing else: instants, who, how it ended; no name, no address, no
 * score. Small plain JSON, so that it can be kept beside the lead and read again instead of folding the
 * facts (TGT4). It holds as long as the state it was taken from (FCT5).
 */
import type { BodyOf, FactKind } from '../lead/facts.ts';
import type { ReadLead } from '../lead/fold.ts';
import type { Attempt, ClockState, HandoffState, LeadState, StageEntry } from '../lead/state.ts';
import { versionAt } from '../lead/versionAt.ts';
import type { HandoffAnswer, HandoffContest, OwnerChange, Span } from '../sla/clockInput.ts';
import type { HandoffDraft } from '../handoff/handoffDraft.ts';

export interface KeptLead {
  readonly state: KeptState;
  readonly story: KeptStory;
}

export interface KeptState extends Pick<
  LeadState,
  'leadId' | 'capturedAt' | 'source' | 'campaign' | 'segment' | 'backlog'
> {
  readonly owner: { readonly id: string } | null;
  readonly stage: Pick<LeadState['stage'], 'id' | 'mark'>;
  readonly entries: readonly Pick<StageEntry, 'stage' | 'at'>[];
  readonly handoffs: readonly Pick<HandoffState, 'id' | 'openedAt' | 'source'>[];
  readonly clocks: readonly KeptClock[];
  readonly attempts: readonly KeptAttempt[];
}

export interface KeptClock extends Pick<
  ClockState,
  | 'kind'
  | 'party'
  | 'handoff'
  | 'step'
  | 'of'
  | 'status'
  | 'atRisk'
  | 'startedAt'
  | 'dueAt'
  | 'endedAt'
  | 'metBy'
  | 'tookMs'
  | 'legs'
  | 'trial'
> {
  readonly policy: Pick<ClockState['policy'], 'id' | 'version' | 'target' | 'calendar'>;
}

/** `factIds`: those that met a clock. */
export type KeptAttempt = Pick<Attempt, 'factIds' | 'at' | 'by' | 'outcome' | 'evidence' | 'genuine'>;

export interface KeptStory {
  readonly facts: readonly KeptFact[];
  readonly owners: readonly Pick<OwnerChange, 'at' | 'owner'>[];
  readonly journey: { readonly handoffs: readonly KeptHandoff[] };
  /** Fields of the brief only, and only of leads that were handed off. */
  readonly profile: { readonly known: Readonly<Record<string, readonly Span[]>> };
}

export interface KeptHandoff extends Pick<
  HandoffDraft,
  'id' | 'openedAt' | 'since' | 'version' | 'trial' | 'accepted' | 'closed'
> {
  readonly answers: readonly HandoffAnswer[];
  readonly contests: readonly Pick<HandoffContest, 'at' | 'decided'>[];
  readonly answered: Pick<NonNullable<HandoffDraft['answered']>, 'answer' | 'at' | 'since'> | null;
}

interface ReadBodies {
  readonly 'lead.captured': Pick<BodyOf<'lead.captured'>, 'cause'>;
  readonly 'deal.changed': BodyOf<'deal.changed'>;
  readonly 'handoff.answered': Pick<BodyOf<'handoff.answered'>, 'reason'>;
  readonly 'handoff.corrected': Pick<BodyOf<'handoff.corrected'>, 'reason'>;
  readonly 'reply.received': Pick<BodyOf<'reply.received'>, 'outOfOffice'>;
  readonly 'nurture.started': object;
}
type ReadKind = keyof ReadBodies;
/** A fact as far as a report looks at it; of a folded lead the others are among them. */
export type KeptFact =
  | { [K in ReadKind]: Told<K> & { readonly body: ReadBodies[K] } }[ReadKind]
  | Told<Exclude<FactKind, ReadKind>>;

interface Told<K> {
  readonly kind: K;
  readonly id: string;
  readonly at: number;
}

/** @param lead read and folded at one instant */
export function keptLead({ story }: Pick<ReadLead, 'story'>, state: LeadState): KeptLead {
  const { leadId, capturedAt, source, campaign, segment, backlog, owner, stage } = state;
  const metBy = new Set(state.clocks.map((clock) => clock.metBy));
  const { handoffs } = story.journey;
  return {
    state: {
      leadId,
      capturedAt,
      source,
      campaign,
      segment,
      backlog,
      owner: owner && { id: owner.id },
      stage: { id: stage.id, mark: stage.mark },
      entries: state.entries.map((entry) => ({ stage: entry.stage, at: entry.at })),
      handoffs: state.handoffs.map(({ id, openedAt, source: from }) => ({ id, openedAt, source: from })),
      clocks: state.clocks.map(keptClock),
      attempts: state.attempts.map(({ factIds, at, by, outcome, evidence, genuine }) => {
        return { factIds: factIds.filter((id) => metBy.has(id)), at, by, outcome, evidence, genuine };
      }),
    },
    story: {
      facts: keptFacts(story.facts),
      owners: story.owners.map(({ at, owner: id }) => ({ at, owner: id })),
      journey: { handoffs: handoffs.map(keptHandoff) },
      profile: { known: handoffs.length === 0 ? {} : briefKnown({ story }) },
    },
  };
}

function keptClock({ policy, ...clock }: ClockState): KeptClock {
  const { kind, party, handoff, step, of, status, atRisk, startedAt, dueAt, endedAt } = clock;
  const { metBy, tookMs, legs, trial } = clock;
  const { id, version, target, calendar } = policy;
  const named = { id, version, target, calendar };
  const times = { startedAt, dueAt, endedAt, metBy, tookMs, legs, trial };
  return { kind, party, handoff, step, of, policy: named, status, atRisk, ...times };
}

function keptHandoff(draft: HandoffDraft): KeptHandoff {
  const { id, openedAt, since, version, trial, accepted, answers, contests, answered, closed } = draft;
  return {
    id,
    openedAt,
    since,
    version,
    trial,
    accepted,
    closed,
    answers,
    contests: contests.map(({ at, decided }) => ({ at, decided })),
    answered: answered && { answer: answered.answer, at: answered.at, since: answered.since },
  };
}

function keptFacts(facts: ReadLead['story']['facts']): readonly KeptFact[] {
  const kept: KeptFact[] = [];
  let isCaptured = false;
  for (const fact of facts) {
    const { kind, id, at } = fact;
    switch (kind) {
      case 'lead.captured':
        // Only the first is asked about.
        if (!isCaptured) kept.push({ kind, id, at, body: { cause: fact.body.cause } });
        isCaptured = true;
        break;
      case 'deal.changed':
        kept.push({ kind, id, at, body: fact.body });
        break;
      case 'handoff.answered':
      case 'handoff.corrected':
        kept.push({ kind, id, at, body: { reason: fact.body.reason } });
        break;
      case 'reply.received':
        kept.push({ kind, id, at, body: { outOfOffice: fact.body.outOfOffice } });
        break;
      case 'nurture.started':
        kept.push({ kind, id, at, body: {} });
        break;
      default:
        break;
    }
  }
  return kept;
}

/** Of every agreement that may be in force while this holds. */
function briefKnown({ story }: Pick<ReadLead, 'story'>): KeptStory['profile']['known'] {
  const { history, now, profile } = story;
  const inForce = versionAt(history, now);
  const required = history
    .filter((version) => version === inForce || version.effectiveAt > now)
    .flatMap(({ definitions }) => definitions.handoff.brief.required);
  const entries = [...new Set(required)].flatMap((field) => {
    const spans = Object.hasOwn(profile.known, field) ? profile.known[field] : undefined;
    return spans === undefined ? [] : [[field, spans] as const];
  });
  return Object.fromEntries(entries);
}
