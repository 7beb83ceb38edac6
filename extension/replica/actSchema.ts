/** The commands a panel may ask for by `panel.do`: their own schemas, with the lead named beside them. */
import * as z from 'zod';
import { CommandBody } from '../../shared/protocol/commands.ts';
import type { Act } from '../messages.ts';

const lead = { leadId: true } as const;
const act = <K extends string, T extends z.ZodType>(kind: K, body: T) =>
  z.strictObject({ kind: z.literal(kind), body });

export const ActSchema = z.discriminatedUnion('kind', [
  act('reply.log', CommandBody['reply.log'].omit(lead)),
  act('handoff.correct', CommandBody['handoff.correct'].omit(lead)),
  act('handoff.contest', CommandBody['handoff.contest'].omit(lead)),
  act('handoff.decide', CommandBody['handoff.decide'].omit(lead)),
  act('lead.optOut', CommandBody['lead.optOut'].omit(lead)),
  act('lead.optIn', CommandBody['lead.optIn'].omit(lead)),
  act('lead.snooze', CommandBody['lead.snooze'].omit(lead)),
  act('lead.resume', CommandBody['lead.resume'].omit(lead)),
  act('stage.set', CommandBody['stage.set'].omit(lead)),
  act('stage.release', CommandBody['stage.release'].omit(lead)),
  act('owner.assign', CommandBody['owner.assign'].omit(lead)),
  act('nurture.start', CommandBody['nurture.start'].omit(lead)),
  act('material.use', CommandBody['material.use'].omit(lead)),
  act('attempt.withdraw', CommandBody['attempt.withdraw'].omit(lead)),
  act('attempt.refuse', CommandBody['attempt.refuse'].omit(lead)),
]) satisfies z.ZodType<Act>;
