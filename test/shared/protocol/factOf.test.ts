import { expect, test } from 'vitest';
import { DECIDED_KINDS, FactBody } from '../../../shared/lead/facts.ts';
import {
  type Command,
  COMMAND_KINDS,
  CommandBody,
  type CommandBodyOf,
  type CommandKind,
} from '../../../shared/protocol/commands.ts';
import { factOf } from '../../../shared/protocol/factOf.ts';

const leadId = 'lead-1';
const bodies: { [K in CommandKind]: CommandBodyOf<K> } = {
  'attempt.log': { leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
  'attempt.withdraw': { leadId, attempt: 'a' },
  'attempt.refuse': { leadId, attempt: 'a', reason: 'twice' },
  'reply.log': { leadId, channel: 'email' },
  'handoff.answer': { leadId, handoff: 'h', answer: 'accepted', mark: 'great' },
  'handoff.correct': { leadId, handoff: 'h', answer: 'recycled', reason: 'not_now', returnOn: '2026-12-01' },
  'handoff.comment': { leadId, handoff: 'h', text: 'how did it go?' },
  'handoff.contest': { leadId, handoff: 'h', evidence: 'asked for a demo' },
  'handoff.decide': { leadId, handoff: 'h', outcome: 'upheld' },
  'lead.capture': { leadId, emails: ['a@b.test'], fields: { name: 'A' } },
  'lead.set': { leadId, field: 'budget', value: 9_000 },
  'lead.optOut': { leadId, channel: 'email' },
  'lead.optIn': { leadId, channel: 'email', basis: 'asked on the phone' },
  'lead.snooze': { leadId, untilOn: '2026-12-01', reason: 'vacation' },
  'lead.resume': { leadId },
  'stage.set': { leadId, stage: 'sql' },
  'stage.release': { leadId },
  'owner.assign': { leadId, owner: null },
  'nurture.start': { leadId, track: 'winter' },
  'material.use': { leadId, persona: 'p', material: 'm' },
};

test.each(COMMAND_KINDS)('[SYN1] [FCT3] %s becomes one well-formed fact that keeps its id', (kind) => {
  const body = bodies[kind];
  expect(CommandBody[kind].safeParse(body).success).toBe(true);
  const command = { n: 1, id: '0198b7c0-0000-7000-8000-000000000001', at: 5, kind, body } as Command;
  const fact = factOf(command, { actor: 'member-1', at: 5, recordedAt: 9 });
  expect(fact).toMatchObject({ id: command.id, leadId, actor: 'member-1', at: 5, recordedAt: 9 });
  expect(FactBody[fact.kind].safeParse(fact.body).error).toBeUndefined();
  expect(fact.body).not.toHaveProperty('leadId');
});

test('[FCT7] no command can write what only the worker decides', () => {
  const written = COMMAND_KINDS.map((kind) => {
    const command = { n: 1, id: 'x', at: 5, kind, body: bodies[kind] } as Command;
    return factOf(command, { actor: 'm', at: 5, recordedAt: 5 }).kind;
  });
  expect(written.filter((kind) => DECIDED_KINDS.some((decided) => decided === kind))).toEqual([]);
});

test('[ATT8] a mail seen being sent is observed by the page, everything else by hand', () => {
  const log = (evidence: 'observed' | 'clicked' | 'declared') =>
    factOf(
      {
        n: 1,
        id: 'x',
        at: 5,
        kind: 'attempt.log',
        body: { leadId, channel: 'email', outcome: 'sent', evidence },
      },
      { actor: 'm', at: 5, recordedAt: 5 },
    ).observer;
  expect([log('observed'), log('clicked'), log('declared')]).toEqual(['page', 'hand', 'hand']);
});
