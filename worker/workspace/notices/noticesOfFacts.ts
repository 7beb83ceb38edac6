/**
 * Whom new facts of a lead concern (CLK7, HOF3, HOF5, ATT3): read once per transaction, after the fold
 * came to rest, so that whatever is told is what the facts say now.
 */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Policy } from '../../../shared/definitions/policy.ts';
import type { Fact, FactOf } from '../../../shared/lead/facts.ts';
import { memberOf, type MemberAt } from '../../../shared/lead/memberAt.ts';
import type { ClockState } from '../../../shared/lead/state.ts';
import { SYSTEM_ACTOR, type Side } from '../../../shared/lead/vocabulary.ts';
import type { NoticeSaid } from '../../../shared/protocol/notices.ts';
import { debtorOf } from '../../../shared/sla/debtor.ts';
import { placeOf } from '../../../shared/stage/order.ts';
import { notify } from './notices.ts';
import type { News } from './news.ts';
import type { Work } from '../work.ts';

export function notifyOfFacts(work: Work, news: News): void {
  // In trial and in the backlog nobody is told anything (TRI1, TRI2).
  if (news.state.trial || news.state.backlog) return;
  const people = new People(work, news);
  for (const fact of news.fresh) {
    if (fact.kind.startsWith('clock.')) ofClock(fact, people);
    else ofAnswer(fact, people);
  }
  ofOwner(people);
}

/** The people around one lead at this instant, and the one way to tell them. */
class People {
  readonly news: News;
  readonly definitions: Definitions;
  private readonly work: Work;

  constructor(work: Work, news: News) {
    this.work = work;
    this.news = news;
    this.definitions = work.ground.inForce(work.now).definitions;
  }

  /** Each once, without the one whose deed it was. */
  tell(recipients: readonly (string | null | undefined)[], fact: Fact, said: NoticeSaid): void {
    for (const to of new Set(recipients)) {
      if (to === null || to === undefined || to === fact.actor) continue;
      notify(this.work, { ...said, to, key: `${fact.id}|${said.kind}`, leadId: this.news.state.leadId });
    }
  }

  clock(id: string): ClockState | undefined {
    return this.news.state.clocks.find((clock) => clock.id === id);
  }

  /** The policy the clock keeps, in its own version (CLK8). */
  policy({ policy }: ClockState): Policy | undefined {
    const version = this.work.ground.history().find((one) => one.version === policy.version);
    return version?.definitions.policies.find(({ id }) => id === policy.id);
  }

  debtor(clock: Pick<ClockState, 'kind' | 'party' | 'handoff'>): string | null {
    const { work, news, definitions } = this;
    return debtorOf(clock, news.state, definitions, work.ground.room(), work.now);
  }

  sideOf(memberId: string): Side | undefined {
    return this.active().find(({ id }) => id === memberId)?.side;
  }

  /** The source's marketer, else marketing's managers' first (HOF3). */
  marketer(handoff: string | null): string | null {
    return this.debtor({ kind: 'return_to_nurture', party: 'marketing', handoff });
  }

  to(recipient: 'owner' | 'manager' | 'admin', clock: ClockState): readonly string[] {
    const owing = this.debtor(clock);
    if (recipient === 'admin') return this.withRole('admin');
    if (recipient === 'manager') return this.managers(owing, clock.party);
    // What nobody owes yet (an assignment) is for whoever gives leads away.
    return owing === null ? this.managers(null, clock.party) : [owing];
  }

  /** Of the person's team, else of the side's teams, else whoever manages that side, else the admins. */
  managers(memberId: string | null, side: Side): readonly string[] {
    const room = this.work.ground.room();
    const team = this.active().find(({ id }) => id === memberId)?.team ?? null;
    const present = (ids: readonly (string | null)[]) =>
      ids.flatMap((id) => (id !== null && this.active().some((one) => one.id === id) ? [id] : []));
    const own = present(room.teams.filter(({ id }) => id === team).map(({ manager }) => manager));
    if (own.length > 0) return own;
    const wanted: Side = side === 'neutral' ? 'sales' : side;
    const sides = present(room.teams.filter((one) => one.side === wanted).map(({ manager }) => manager));
    if (sides.length > 0) return sides;
    const managing = this.active().filter((one) => one.role === 'manager' && one.side !== opposite(wanted));
    return managing.length > 0 ? managing.map(({ id }) => id) : this.withRole('admin');
  }

  private withRole(role: MemberAt['role']): readonly string[] {
    return this.active().flatMap((one) => (one.role === role ? [one.id] : []));
  }

  private active(): readonly MemberAt[] {
    const room = this.work.ground.room();
    return room.members.map((member) => memberOf(room, member, this.work.now)).filter(({ active }) => active);
  }
}

function opposite(side: Side): Side {
  return side === 'sales' ? 'marketing' : 'sales';
}

function ofClock(fact: Fact, people: People): void {
  if (fact.kind === 'clock.warned') {
    const clock = people.clock(fact.body.clock);
    const to = clock && people.policy(clock)?.warn[fact.body.step - 1]?.to;
    if (clock && to) people.tell(people.to(to, clock), fact, { kind: 'clock_warning', data: saidOf(clock) });
  } else if (fact.kind === 'clock.escalated') ofEscalation(fact, people);
  else if (fact.kind === 'clock.corrected') {
    const clock = people.clock(fact.body.clock);
    if (!clock) return;
    // Without one, a closure declared afterwards put it right (CAL7).
    const late = people.news.facts.find(({ id }) => id === fact.body.attempt);
    const owners = clock.legs.map(({ owner }) => owner);
    const data = { ...saidOf(clock), madeAt: late?.at ?? null };
    people.tell([late?.actor, ...owners, people.news.state.owner?.id], fact, {
      kind: 'breach_corrected',
      data,
    });
  }
}

function ofEscalation(fact: FactOf<'clock.escalated'>, people: People): void {
  const clock = people.clock(fact.body.clock);
  if (!clock) return;
  const { action } = fact.body;
  if (action === 'notify:owner' || action === 'notify:manager' || action === 'notify:admin') {
    const to = people.to(
      action === 'notify:owner' ? 'owner' : action === 'notify:manager' ? 'manager' : 'admin',
      clock,
    );
    people.tell(to, fact, { kind: 'clock_escalation', data: saidOf(clock) });
  } else if (action === 'reassign' && !people.news.fresh.some(isOwner)) {
    const to = people.managers(people.debtor(clock), clock.party);
    people.tell(to, fact, { kind: 'nobody_takes', data: saidOf(clock) });
  }
}

function ofAnswer(fact: Fact, people: People): void {
  const { facts, before } = people.news;
  switch (fact.kind) {
    case 'handoff.answered':
    case 'handoff.corrected': {
      const { answer, reason = null, handoff } = fact.body;
      const data = { answer, reason, by: fact.actor };
      return people.tell([people.marketer(handoff)], fact, { kind: 'handoff_answered', data });
    }
    case 'handoff.contested': {
      const { handoff } = fact.body;
      const to = [people.definitions.handoff.referee, answererOf(facts, handoff)];
      return people.tell(to, fact, { kind: 'handoff_contested', data: { by: fact.actor } });
    }
    case 'handoff.decided': {
      const { handoff, outcome } = fact.body;
      const contested = facts.findLast(
        (one) => one.kind === 'handoff.contested' && one.body.handoff === handoff,
      );
      const to = [contested?.actor, answererOf(facts, handoff), people.marketer(handoff)];
      return people.tell(to, fact, { kind: 'handoff_decided', data: { outcome } });
    }
    case 'handoff.commented': {
      const { handoff } = fact.body;
      const sales = [answererOf(facts, handoff), people.news.state.owner?.id];
      const to = people.sideOf(fact.actor) === 'sales' ? [people.marketer(handoff)] : sales;
      return people.tell(to, fact, { kind: 'handoff_commented', data: { by: fact.actor } });
    }
    case 'reply.received':
      // Out of office is not a reply (ATT10).
      if (fact.body.outOfOffice === true) return;
      return people.tell([people.news.state.owner?.id], fact, {
        kind: 'reply_received',
        data: { channel: fact.body.channel },
      });
    case 'stage.set': {
      const { stage, reason = null } = fact.body;
      const handoff = people.news.state.handoffs.at(-1);
      const accepted = handoff?.answer?.answer === 'accepted';
      const from = before?.stage;
      const goesBack =
        from !== undefined && placeOf(people.definitions, stage) < placeOf(people.definitions, from);
      if (!accepted || !goesBack) return;
      const data = { stage, reason, by: fact.actor };
      return people.tell([people.marketer(handoff.id)], fact, { kind: 'stage_back', data });
    }
    case 'deal.changed':
      if (fact.body.outcome !== 'lost') return;
      return people.tell([people.marketer(people.news.state.handoffs.at(-1)?.id ?? null)], fact, {
        kind: 'deal_lost',
        data: { reason: fact.body.reason ?? null },
      });
    default:
  }
}

/** A lead handed off has an owner now, or another one than before. */
function ofOwner(people: People): void {
  const { before, state, fresh } = people.news;
  const handoff = state.handoffs.at(-1);
  if (handoff === undefined || handoff.closed !== null) return;
  const change = fresh.findLast(isOwner);
  const opened = fresh.findLast((fact) => fact.kind === 'handoff.opened' && fact.body.accepted !== true);
  const cause = change ?? opened;
  if (cause === undefined) return;
  const escalated = change !== undefined && fresh.some(takesAway);
  const why = escalated ? 'escalated' : cause.actor === SYSTEM_ACTOR ? 'routed' : 'assigned';
  const owner = state.owner?.id ?? null;
  // Whoever owned it already hears of a new hand-off, not of themselves being named again.
  if (opened !== undefined || owner !== before?.owner)
    people.tell([owner], cause, { kind: 'lead_assigned', data: { why } });
  const lost = before?.owner ?? null;
  if (change === undefined || lost === null || lost === owner) return;
  const data = { to: owner, why: escalated ? 'escalated' : 'assigned' } as const;
  people.tell([lost], change, { kind: 'lead_taken', data });
}

function isOwner(fact: Fact): fact is FactOf<'owner.assigned'> | FactOf<'owner.routed'> {
  return fact.kind === 'owner.assigned' || fact.kind === 'owner.routed';
}

function takesAway({ kind, body }: Fact): boolean {
  return kind === 'clock.escalated' && (body.action === 'reassign' || body.action === 'return_to_pool');
}

function answererOf(facts: readonly Fact[], handoff: string): string | undefined {
  return facts.findLast((fact) => fact.kind === 'handoff.answered' && fact.body.handoff === handoff)?.actor;
}

function saidOf({ kind, dueAt }: ClockState) {
  return { clock: kind, dueAt };
}
