/** Leads lived through by the worker, folded for reports; instants and people are those of the lead tests. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { History } from '../../../shared/definitions/version.ts';
import type { BodyOf, Fact } from '../../../shared/lead/facts.ts';
import type { Room } from '../../../shared/lead/room.ts';
import { type ReportLead, reportLead } from '../../../shared/target/report.ts';
import { type Scope, scopeOf } from '../../../shared/target/scope.ts';
import {
  agreement,
  at,
  captured,
  everyPolicy,
  fact,
  live,
  ROOM,
  signal,
  version,
} from '../lead/agreement.ts';

/** A promise of every kind: first response in 4 business hours, 5 attempts every 2 business days. */
export const DEFINITIONS: Definitions = agreement({ policies: everyPolicy() });
export const HISTORY: History = [version(DEFINITIONS)];

export interface World {
  readonly history?: History;
  readonly room?: Room;
}

/** `looks`: further instants at which the worker wakes. */
export function leadOf(
  id: string,
  facts: readonly Fact[],
  now: number,
  { history = HISTORY, room = ROOM }: World = {},
  looks: readonly number[] = [],
): ReportLead {
  const own = facts.map((one) => ({ ...one, leadId: id }));
  return reportLead(live(own, now, { history, room }, looks), history, room, now);
}

/** Captured at an instant and handed off by asking for a demo at another. */
export function handedOff(when: number, body: Partial<BodyOf<'lead.captured'>> = {}): readonly Fact[] {
  return [captured(when, { fields: { name: 'Ana' }, ...body }), signal('demo', when)];
}

export function answer(
  id: string,
  when: number,
  body: Omit<BodyOf<'handoff.answered'>, 'handoff'>,
  by = 'bruno',
  cycle = 1,
): Fact {
  return fact(
    'handoff.answered',
    when,
    { handoff: `h:${id}:${cycle}`, ...body },
    { actor: by, observer: 'hand' },
  );
}

export function stageSet(stage: string, when: number): Fact {
  return fact('stage.set', when, { stage }, { actor: 'bruno', observer: 'hand' });
}

export function deal(when: number, body: Partial<BodyOf<'deal.changed'>> = {}): Fact {
  return fact('deal.changed', when, {
    dealId: 'deal-1',
    amount: 1_000,
    currency: 'USD',
    outcome: 'won',
    ...body,
  });
}

/** Spring of 2026 seen at `now`, under the agreement of `world`. */
export function scopeAt(
  now: number,
  { history = HISTORY, room = ROOM }: World = {},
  keeps?: Scope['keepsDeal'],
): Scope {
  const window = { start: at('2026-03-01'), end: at('2026-06-01') };
  return scopeOf(history, room, now, window, keeps);
}
