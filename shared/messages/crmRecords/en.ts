import type { CrmRecordsWords } from './words.ts';

export const en: CrmRecordsWords = {
  title: 'In the CRM and not here',
  about: 'Records as they stand now, whatever the period.',
  none: 'No CRM is connected. Once one is, this shows which of its records are not leads here and why, and which leads are not in it.',
  connect: 'Connect a CRM',
  ask: 'An admin can connect one.',
  system: 'System',
  here: 'Leads here',
  notHere: 'Not here',
  why: 'Why',
  all: 'All of its records are here.',
  reading: 'It is being read for the first time. What is missing is known once that is done.',
  still: 'It is not being read now: as of its last reading.',
  whys: {
    deal_of_nobody: 'Deals without a contact',
    failed: 'Could not be taken',
    erased: 'Erased here',
    expired: 'Kept for the agreed time, then deleted here',
  },
  next: {
    deal_of_nobody: 'Add the contact to the deal in the CRM, so that its lead gets the credit.',
    failed: 'An admin sees why under Connections and tries again.',
    erased: 'The person asked to be forgotten. Whoever keeps the CRM decides about the record there.',
    expired: 'It comes back when the record changes there.',
  },
  open: (system, why) => `${why}, in ${system}`,
  listed: { one: '# record', other: '# records' },
  record: 'Record',
  unnamed: 'not named any more',
  opens: (system) => `opens in ${system}`,
  more: 'Show more',
};
