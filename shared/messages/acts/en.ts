import type { ActWords } from './words.ts';

export const en: ActWords = {
  done: {
    'attempt.withdraw': 'Attempt withdrawn: {name}',
    'attempt.refuse': 'Attempt refused: {name}',
    'reply.log': 'Reply noted ({what}): {name}',
    'handoff.correct': 'Answer corrected: {name}',
    'handoff.contest': 'Return contested: {name}',
    'handoff.decide': 'Contest decided: {name}',
    'lead.optOut': 'Opted out of {what}: {name}',
    'lead.optIn': 'Opted in to {what} again: {name}',
    'lead.snooze': 'Snoozed until {what}: {name}',
    'lead.resume': 'Snooze ended: {name}',
    'stage.set': 'Moved to {what}: {name}',
    'stage.release': 'Stage released: {name}',
    'owner.assign': 'Given to {what}: {name}',
    'nurture.start': 'Nurturing started: {name}',
    'material.use': 'Material noted: {name}',
  },
  optedOutOfAll: 'Wants no contact at all: {name}',
  optedInToAll: 'May be contacted again: {name}',
  toPool: 'Back to the pool: {name}',
  taken: 'Yours now: {name}',
  proposed: 'Proposed for the next session: {what}',
  refused: {
    unknown_reason: 'The agreement does not list this reason. Choose another.',
    past: 'This day has begun already. Choose a later one.',
    too_long: 'This is further ahead than the agreement allows. Choose an earlier day.',
    too_often: 'This lead was snoozed as often as the agreement allows.',
    not_returned: 'This lead was not returned, so there is nothing to contest.',
    contested: 'This return is contested already. The referee decides.',
    contest_too_late: 'The time to contest this return is over. Propose a change instead.',
    owned: 'Somebody owns this lead already. Ask them, or your manager.',
    nobody: 'There is nobody of this name to give it to any more. Choose somebody else.',
    needsWorkspace:
      'The workspace did not answer, and this cannot wait on the device. Try again when it does.',
  },
};
