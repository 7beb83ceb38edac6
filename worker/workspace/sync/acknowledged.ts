/**
 * Commands that had been acknowledged before the workspace was restored to an earlier state (SYN6). They
 * were judged once, by facts that may be lost now: what was acknowledged is not turned down. What still
 * holds: whose they are, what their role may do at all, and that nobody erased comes back.
 */
import { eq } from 'drizzle-orm';
import { memberAt } from '../../../shared/lead/memberAt.ts';
import type { Command } from '../../../shared/protocol/commands.ts';
import { COMMANDS } from '../../commandAccess.ts';
import { checkCapture } from './checkCommand.ts';
import type { Refusal } from './command.ts';
import * as schema from '../schema.ts';
import type { Who, Work } from '../work.ts';

/** Whether a device says so of an epoch this workspace has been in. */
export function wasAcknowledged(work: Work, { ackedIn }: { ackedIn?: string | undefined }): boolean {
  if (ackedIn === undefined) return false;
  const { epochs } = schema;
  return work.db.select().from(epochs).where(eq(epochs.epoch, ackedIn)).get() !== undefined;
}

/**
 * The command as it is kept. A lead that is not there is awaited: another device may still bring it, and
 * what is recorded meanwhile is folded then.
 */
export function checkAcknowledged(work: Work, who: Who, command: Command): Command | Refusal {
  const { definitions } = work.ground.inForce(work.now);
  if (command.kind === 'handoff.decide') {
    if (definitions.handoff.referee !== who.memberId) return { code: 'forbidden' };
  } else {
    const then = memberAt(work.ground.room(), who.memberId, command.at);
    const role = (then?.active ? then.role : null) ?? who.role;
    if (COMMANDS[command.kind][role] === undefined) return { code: 'forbidden' };
  }
  const { erasures } = schema;
  const { leadId } = command.body;
  if (work.db.select().from(erasures).where(eq(erasures.leadId, leadId)).get())
    return { code: 'not_found', pointer: '/body/leadId' };
  return command.kind === 'lead.capture' ? checkCapture(work, definitions, command) : command;
}
