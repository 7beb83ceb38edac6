/** Who may give which command on which leads (ACC2). What is not in it is denied. */
import type { Role } from '../shared/lead/vocabulary.ts';
import type { CommandKind } from '../shared/protocol/commands.ts';

/** `own`: own and unassigned leads; `any`: also those seen only as a chip (ACC3); `all`: every lead. */
export type Reach = 'own' | 'any' | 'all';

type CommandAccess = Readonly<Partial<Record<Role, Reach>>>;
const LEADERS = { admin: 'all', manager: 'all' } as const;
const SALES = { ...LEADERS, sdr: 'own' } as const;

export const COMMANDS: Readonly<Record<CommandKind, CommandAccess>> = {
  'attempt.log': { ...LEADERS, sdr: 'any' },
  /** One's own attempt, wherever it was logged: undo must always work (ATT1). */
  'attempt.withdraw': { ...LEADERS, sdr: 'any' },
  'attempt.refuse': LEADERS,
  'reply.log': { ...LEADERS, sdr: 'any' },
  'handoff.answer': SALES,
  'handoff.correct': SALES,
  'handoff.contest': { ...LEADERS, marketer: 'all' },
  /** The referee the definitions name, whatever the role (HOF5). */
  'handoff.decide': {},
  'handoff.comment': { ...SALES, marketer: 'all' },
  'lead.capture': { ...LEADERS, marketer: 'all', sdr: 'own' },
  /** An sdr: only fields the agreement has sales ask for. */
  'lead.set': { ...SALES, marketer: 'all' },
  'lead.optOut': { ...LEADERS, marketer: 'all', sdr: 'any' },
  'lead.optIn': SALES,
  'lead.snooze': SALES,
  'lead.resume': SALES,
  'stage.set': SALES,
  'stage.release': SALES,
  /** An sdr: only to take an unassigned lead (ACC3). */
  'owner.assign': SALES,
  'nurture.start': { ...LEADERS, marketer: 'all', sdr: 'own' },
  'material.use': SALES,
};
