/** What a connection of the tests reads and writes: everything, with one field theirs to keep. */
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';

/** @param company their field that holds a person's company */
export const mappingOf = (company: string): ConnectionMapping => ({
  fields: [{ ours: 'company', theirs: company, keeper: 'theirs' }],
  people: {},
  owner: 'theirs',
  stageFrom: null,
  write: { attempts: true, stage: true, score: true },
  read: { activities: true, deals: true },
  gone: { there: 'keep', here: 'keep' },
});
