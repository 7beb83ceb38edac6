/**
 * Commands: what a person asks to be recorded (SYN1). They travel up, are kept on the device until
 * acknowledged, and become facts in the worker. Schema and type side by side.
 */
import * as z from 'zod';
import { ANSWERS, CHANNELS, OUTCOMES } from '../lead/vocabulary.ts';
import { ExternalId, Scalar, TEXT_LIMIT } from '../lead/facts.ts';

const Id = z.string().min(1).max(200);
const Text = z.string().max(TEXT_LIMIT);
const Lead = { leadId: Id };
const Channel = z.enum(CHANNELS);

const answer = {
  ...Lead,
  handoff: Id,
  answer: z.enum(ANSWERS),
  mark: z.enum(['great', 'fine', 'weak']).optional(),
  reason: Id.optional(),
  toStage: Id.optional(),
  returnOn: z.iso.date().optional(),
  comment: Text.optional(),
};

export const CommandBody = {
  'attempt.log': z.strictObject({
    ...Lead,
    channel: Channel,
    outcome: z.enum(OUTCOMES),
    /** `declared` states an earlier time (ATT6); the worker never takes it on trust from `at` alone. */
    evidence: z.enum(['observed', 'clicked', 'declared']),
    scheduled: z.boolean().optional(),
    messageHash: Id.optional(),
    note: Text.optional(),
  }),
  'attempt.withdraw': z.strictObject({ ...Lead, attempt: Id }),
  'attempt.refuse': z.strictObject({ ...Lead, attempt: Id, reason: Text.optional() }),
  'reply.log': z.strictObject({
    ...Lead,
    channel: Channel,
    outOfOffice: z.boolean().optional(),
    messageHash: Id.optional(),
  }),
  'handoff.answer': z.strictObject(answer),
  'handoff.correct': z.strictObject(answer),
  'handoff.contest': z.strictObject({ ...Lead, handoff: Id, evidence: Text }),
  'handoff.decide': z.strictObject({
    ...Lead,
    handoff: Id,
    outcome: z.enum(['upheld', 'overturned']),
    note: Text.optional(),
  }),
  'handoff.comment': z.strictObject({ ...Lead, handoff: Id, text: Text.min(1) }),
  'lead.capture': z.strictObject({
    ...Lead,
    emails: z.array(z.string().max(320)).max(50),
    phones: z.array(z.string().max(40)).max(50).optional(),
    externalIds: z.array(ExternalId).max(50).optional(),
    fields: z.record(Id, Scalar).optional(),
  }),
  'lead.set': z.strictObject({ ...Lead, field: Id, value: Scalar.nullable() }),
  'lead.optOut': z.strictObject({ ...Lead, channel: z.enum([...CHANNELS, 'all']) }),
  'lead.optIn': z.strictObject({ ...Lead, channel: z.enum([...CHANNELS, 'all']), basis: Text }),
  'lead.snooze': z.strictObject({ ...Lead, untilOn: z.iso.date(), reason: Id }),
  'lead.resume': z.strictObject(Lead),
  'stage.set': z.strictObject({ ...Lead, stage: Id, reason: Id.optional(), comment: Text.optional() }),
  'stage.release': z.strictObject(Lead),
  'owner.assign': z.strictObject({ ...Lead, owner: Id.nullable() }),
  'nurture.start': z.strictObject({ ...Lead, track: Id.optional() }),
  'material.use': z.strictObject({ ...Lead, persona: Id, material: Id }),
} as const;

export type CommandKind = keyof typeof CommandBody;
export const COMMAND_KINDS = Object.keys(CommandBody) as readonly CommandKind[];
export type CommandBodyOf<K extends CommandKind> = z.infer<(typeof CommandBody)[K]>;

export interface CommandHead {
  /** Gapless per client, from 1. */
  readonly n: number;
  /** UUIDv7; becomes the id of the fact, so a replay can never double it. */
  readonly id: string;
  /** When the person did it, epoch ms by the device corrected with the learnt offset (ATT5). */
  readonly at: number;
  /** Revision of the lead's row the person saw; appends leave it out (SYN1). */
  readonly baseRevision?: number | undefined;
  /** Server time the device had last been told when the person did it (ATT5). */
  readonly knownAt?: number | undefined;
}
export type CommandOf<K extends CommandKind> = CommandHead & {
  readonly kind: K;
  readonly body: CommandBodyOf<K>;
};
export type Command = { [K in CommandKind]: CommandOf<K> }[CommandKind];
