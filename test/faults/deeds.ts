/** What people do on their devices: mostly tries, sometimes something that changes a lead, sometimes nonsense. */
import { v7 as uuidv7 } from 'uuid';
import type { NewCommand } from '../../extension/replica/outbox.ts';
import type { LeadNow } from '../../extension/replica/states.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { Chance } from '../golden/chance.ts';
import type { Device } from './device.ts';

const CHANNELS = ['call', 'email', 'whatsapp', 'linkedin'] as const;
const OUTCOMES = ['connected', 'no_answer', 'left_message', 'bounced', 'refused', 'meeting_booked'] as const;

type Body = Omit<NewCommand, 'at' | 'knownAt'>;

/** One to four gestures in a row on a device. */
export async function doSomething(device: Device, chance: Chance): Promise<void> {
  await device.do(async ({ clock, states }) => {
    const commands: NewCommand[] = [];
    for (let count = chance.whole(1, 4); count > 0; count -= 1) {
      const ids = device.disk.rows('leads').map(({ id }) => String(id));
      const leadId = ids.length === 0 ? null : chance.of(ids);
      const lead = leadId === null ? undefined : await states.of(leadId, clock.now());
      const body = lead ? deed(device, lead, chance) : capture(clock.now(), chance);
      const stated = 'evidence' in body.body && body.body.evidence === 'declared';
      const at = clock.now() - (stated ? chance.whole(1, 90) * MINUTE_MS : 0);
      // Kind and body belong together; the spread makes TypeScript forget it.
      commands.push({ ...body, at, knownAt: clock.known() ?? undefined } as NewCommand);
    }
    return commands;
  });
}

function deed(device: Device, { state, revision }: LeadNow, chance: Chance): Body {
  const { leadId } = state;
  const mine = state.attempts.filter(({ by }) => by === device.person);
  const handoff = state.handoffs.at(-1);
  const pick = chance.whole(0, 29);
  if (pick < 14) return attempt(leadId, chance);
  if (pick < 16 && mine.length > 0)
    return { kind: 'attempt.withdraw', body: { leadId, attempt: chance.of(mine).id } };
  if (pick < 18)
    return {
      kind: 'lead.set',
      body: { leadId, field: 'budget', value: chance.whole(1, 9) },
      baseRevision: revision,
    };
  if (pick < 21) {
    const owner = device.person === 'marcos' ? chance.of(['bruno', 'camila', null]) : device.person;
    return { kind: 'owner.assign', body: { leadId, owner }, baseRevision: revision };
  }
  if (pick < 22)
    return {
      kind: 'stage.set',
      body: { leadId, stage: chance.of(['lead', 'mql', 'sql']), reason: 'not_now' },
      baseRevision: revision,
    };
  if (pick < 24 && handoff && handoff.closed === null)
    return {
      kind: 'handoff.answer',
      body: { leadId, handoff: handoff.id, ...chance.of(ANSWERS) },
      baseRevision: revision,
    };
  if (pick < 25) return { kind: 'reply.log', body: { leadId, channel: chance.of(CHANNELS) } };
  if (pick < 26)
    return { kind: 'lead.optOut', body: { leadId, channel: chance.of(['linkedin', 'whatsapp']) } };
  if (pick < 27) return { kind: 'lead.snooze', body: { leadId, untilOn: '2026-03-20', reason: 'vacation' } };
  if (pick < 28) return poison(leadId, chance);
  return chance.is(0.5) ? capture(state.evaluatedAt, chance) : attempt(leadId, chance);
}

const ANSWERS = [
  { answer: 'accepted' },
  { answer: 'recycled', reason: 'not_now', returnOn: '2026-03-09' },
  { answer: 'recycled', reason: 'unreachable' },
  { answer: 'disqualified', reason: 'no_fit' },
] as const;

function attempt(leadId: string, chance: Chance): Body {
  const evidence = chance.of(['clicked', 'clicked', 'observed', 'declared'] as const);
  const body = { leadId, channel: chance.of(CHANNELS), outcome: chance.of(OUTCOMES), evidence };
  const scheduled = evidence === 'observed' && chance.is(0.2);
  return { kind: 'attempt.log', body: scheduled ? { ...body, scheduled } : body };
}

/** The same few addresses, so that two people find the same stranger. */
function capture(at: number, chance: Chance): Body {
  const emails = [`stranger${chance.whole(0, 3)}@new.example`];
  return {
    kind: 'lead.capture',
    body: { leadId: uuidv7({ msecs: at }), emails, fields: { name: 'Stranger' } },
  };
}

/** What an older or broken extension might send: turned down alone, blocking nothing (SYN2). */
function poison(leadId: string, chance: Chance): Body {
  const commands = [
    { kind: 'no.such', body: { leadId } },
    { kind: 'attempt.log', body: { leadId, channel: 'pigeon', outcome: 'no_answer', evidence: 'clicked' } },
    { kind: 'lead.set', body: { leadId, field: 'budget', value: 'x'.repeat(70_000) } },
    {
      kind: 'attempt.log',
      body: { leadId: '\ud800', channel: 'call', outcome: 'sent', evidence: 'clicked' },
    },
    { kind: 'attempt.withdraw', body: { leadId, attempt: 'nobody' } },
    { kind: 'handoff.answer', body: { leadId, handoff: 'none', answer: 'accepted' }, baseRevision: -1 },
    { kind: 'lead.set', body: { leadId, field: '__proto__', value: 1 }, baseRevision: HOUR_MS },
  ];
  return chance.of(commands) as unknown as Body;
}
