/** Whether somebody may give a command on a lead, by what held when they gave it (ACC2). */
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Command } from '../../../shared/protocol/commands.ts';
import { COMMANDS } from '../../commandAccess.ts';
import type { Refusal } from './command.ts';
import type { LeadView } from '../leads/leadView.ts';
import type { Who, Work } from '../work.ts';

const FORBIDDEN: Refusal = { code: 'forbidden' };

/** @param lead null for one that is not there yet */
export function mayCommand(
  work: Work,
  who: Who,
  command: Command,
  lead: LeadView | null,
): Refusal | undefined {
  const { definitions } = work.ground.inForce(work.now);
  if (command.kind === 'handoff.decide')
    return definitions.handoff.referee === who.memberId ? undefined : FORBIDDEN;
  // Before they joined, by a clock that is wrong, they count as who they are now.
  const then = memberAt(work.ground.room(), who.memberId, command.at);
  const role = (then?.active ? then.role : null) ?? who.role;
  const reach = COMMANDS[command.kind][role];
  if (reach === undefined) return FORBIDDEN;
  if (reach === 'own') {
    const owner = lead?.ownerAt(Math.min(command.at, work.now)) ?? null;
    if (owner !== null && owner !== who.memberId) return FORBIDDEN;
  }
  if (role !== 'sdr') return undefined;
  if (command.kind === 'lead.set') {
    const field = definitions.fields.find(({ id }) => id === command.body.field);
    return field?.askedBySales === true ? undefined : { code: 'forbidden', pointer: '/body/field' };
  }
  if (command.kind === 'owner.assign' && command.body.owner !== who.memberId)
    return { code: 'forbidden', pointer: '/body/owner' };
  return undefined;
}
