/**
 * The fact a command becomes: written once, used by the worker when it accepts the command and by
 * the device while it is pending, so that both fold the same thing (SYN7).
 */
import type { Fact } from '../lead/facts.ts';
import type { Command } from './commands.ts';

export interface Acceptance {
  readonly actor: string;
  /** Instant of the doing, clamped (ATT5). */
  readonly at: number;
  readonly recordedAt: number;
}

/** Id of the fact = id of the command, so that a replay can never double it (ATT2). */
export function factOf(command: Command, accepted: Acceptance): Fact {
  const head = { id: command.id, leadId: command.body.leadId, ...accepted, observer: 'hand' } as const;
  switch (command.kind) {
    case 'attempt.log': {
      const { leadId: _, ...body } = command.body;
      const observer = body.evidence === 'observed' ? 'page' : 'hand';
      return { ...head, observer, kind: 'attempt.made', body };
    }
    case 'attempt.withdraw':
      return { ...head, kind: 'attempt.withdrawn', body: { attempt: command.body.attempt } };
    case 'attempt.refuse': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'attempt.refused', body };
    }
    case 'reply.log': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'reply.received', body };
    }
    case 'handoff.answer': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'handoff.answered', body };
    }
    case 'handoff.correct': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'handoff.corrected', body };
    }
    case 'handoff.contest': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'handoff.contested', body };
    }
    case 'handoff.decide': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'handoff.decided', body };
    }
    case 'handoff.comment': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'handoff.commented', body };
    }
    case 'lead.capture': {
      const { emails, phones = [], externalIds = [], fields = {} } = command.body;
      const body = { emails, phones, externalIds, fields, source: 'outbound', cause: 'outbound' } as const;
      return { ...head, kind: 'lead.captured', body };
    }
    case 'lead.set':
      return {
        ...head,
        kind: 'lead.changed',
        body: { fields: { [command.body.field]: command.body.value } },
      };
    case 'lead.optOut':
      return { ...head, kind: 'lead.optedOut', body: { channel: command.body.channel } };
    case 'lead.optIn':
      return {
        ...head,
        kind: 'lead.optedIn',
        body: { channel: command.body.channel, basis: command.body.basis },
      };
    case 'lead.snooze':
      return {
        ...head,
        kind: 'lead.snoozed',
        body: { untilOn: command.body.untilOn, reason: command.body.reason },
      };
    case 'lead.resume':
      return { ...head, kind: 'lead.resumed', body: {} };
    case 'stage.set': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'stage.set', body };
    }
    case 'stage.release':
      return { ...head, kind: 'stage.released', body: {} };
    case 'owner.assign':
      return { ...head, kind: 'owner.assigned', body: { owner: command.body.owner } };
    case 'nurture.start': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'nurture.started', body };
    }
    case 'material.use': {
      const { leadId: _, ...body } = command.body;
      return { ...head, kind: 'material.used', body };
    }
  }
}
