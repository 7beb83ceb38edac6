import { formatOf } from '../format.ts';
import type { DayWords } from './words.ts';

const format = formatOf('en');
const counted = (one: string, other: string) => (n: number) => format.plural(n, { one, other });

export const en: DayWords = {
  groups: { paused: 'Paused', done: 'Done today' },
  search: {
    label: 'Find a lead',
    hint: 'Name, company, address or phone',
    none: 'No lead on this device matches. Try another part of the name.',
    found: counted('# lead found', '# leads found'),
  },
  actions: (name) => `Log or snooze: ${name}`,
  snooze: 'Snooze…',
  resume: 'End snooze',
  howSnooze: (name) => `Snooze ${name}: until when, and why?`,
  notSent: 'not sent yet',
  progress: {
    of: (done, all) => `${done} of ${all} done`,
    all: 'All that is due today is done.',
    start: 'One by one',
    startHint: 'Keeps each lead beside your page; the arrows lead to the next.',
  },
  filter: { title: 'What is owed', all: 'All' },
  unsettled: {
    title: 'Not settled yet',
    waiting: 'Waiting to be sent',
    refused: 'Not accepted',
    read: 'Got it',
    show: 'Show',
    kept: 'Kept on this device until the workspace has it.',
    gone: 'A lead no longer here',
  },
  notices: {
    remind: 'Remind me in 30 min',
    reminded: (at) => `You will be reminded at ${at}.`,
    ledHere: 'A notice brought you here.',
    title: 'Notices',
    open: counted('Notices, # unread', 'Notices, # unread'),
    none: 'No notices. What the agreement warns you of appears here.',
    readAll: 'Mark all as read',
    more: 'Earlier ones',
    partly: 'The workspace does not answer: only what this device holds is shown.',
    unread: 'unread',
  },
  beside: 'Keep it open beside the page',
  settings: 'Settings',
  offline: 'Offline: everything you log is kept here and sent later.',
  trial: 'Trial: nothing counts until both sides sign.',
  first: 'Fetching your leads…',
  cut: (shown, all) => `The first ${shown} of ${all} are shown. Search finds the others.`,
  teach: {
    title: 'How it works',
    steps: [
      'Open your inbox or CRM: leads carry a chip with score, stage and time left.',
      'Click a chip for the card. Log a try there or here, in two clicks.',
      'What is due comes to the top of this list by itself.',
    ],
    sites: 'Choose sites…',
  },
  panel: {
    title: 'Beside the page',
    next: 'Next lead',
    previous: 'Previous lead',
    place: (place, of) => `${place} of ${of}`,
    later: (place, of) => `${place} of ${of}, due later`,
    last: 'That was the last one.',
    nobody: 'Nobody is waiting.',
    follow: 'Follow the page',
    followHint: 'Shows the lead of the page you look at, when there is exactly one.',
    empty: 'No lead is kept here yet.',
    emptyHint: 'Open one from the list below, or step through your day with the arrows.',
    unpin: 'My day',
  },
};
