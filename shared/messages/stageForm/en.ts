import type { StageFormWords } from './words.ts';

export const en: StageFormWords = {
  add: 'Add a stage',
  fresh: 'New stage',
  freshShort: 'New',
  handsOver: 'hands the lead over to sales',
  short: 'On the chip',
  shortHint: 'A few letters.',
  meaning: 'What it means',
  meaningHint: 'Read aloud, both sides should nod.',
  owner: 'Who answers for it',
  enter: 'How a lead enters',
  enters: {
    automatic: 'By itself, once it meets what is asked.',
    decision: 'When somebody decides so; a score does not jump over it.',
    integration: 'When a connected system says so.',
  },
  criteria: 'What it asks for',
  fastTrack: 'Fast track',
  fastTrackHint: 'One of these signals enters the stage at once, whatever the score.',
  addFastTrack: 'Add a signal',
  fastTrackLabel: 'Said as',
  signal: 'Signal',
  examples: 'For example',
  counterExamples: 'But not',
  oneALine: 'One a line.',
};
