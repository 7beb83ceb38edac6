/** Whether what a notice speaks of is settled by now: such a one is not shown any more, and goes from the desktop. */
import type { Notice } from '../../shared/protocol/notices.ts';
import { leadNow, type Replica } from './replica.ts';
import { saidIn } from './sayNotice.ts';

/** By what this device knows; of a lead or a promise it does not know, nothing is settled. */
export async function isSettled(replica: Replica, { leadId, kind, data }: Notice): Promise<boolean> {
  const shown = leadId === null ? undefined : await leadNow(replica, leadId);
  const said = saidIn(kind, data);
  if (!shown || !said) return false;
  const { state } = shown.lead;
  switch (said.kind) {
    case 'clock_warning':
    case 'clock_escalation':
    case 'nobody_takes': {
      const alike = state.clocks.filter((clock) => clock.kind === said.data.clock);
      const same = alike.filter(({ dueAt }) => dueAt === said.data.dueAt);
      const meant = same.length > 0 ? same : alike;
      const rests = (status: string) => said.kind === 'clock_warning' && status === 'paused';
      return meant.length > 0 && meant.every(({ endedAt, status }) => endedAt !== null || rests(status));
    }
    case 'lead_assigned':
      return state.owner !== null && state.owner.id !== shown.agreement.me.memberId;
    default:
      return false;
  }
}
