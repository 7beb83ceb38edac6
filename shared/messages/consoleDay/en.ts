import { formatOf } from '../format.ts';
import type { ConsoleDayWords } from './words.ts';

const format = formatOf('en');
const counted = (one: string, other: string) => (n: number) => format.plural(n, { one, other });

export const en: ConsoleDayWords = {
  groups: {
    late: 'Late',
    now: 'Today, or at risk',
    later: 'Later',
    paused: 'Paused',
    theirs: 'Marketing’s turn',
    done: 'Done today',
  },
  owed: counted('# lead waits for you', '# leads wait for you'),
  late: counted('# late', '# late'),
  done: counted('# done today', '# done today'),
  call: (name, phone) => `Call ${name}: ${phone}`,
  due: (when) => `due ${when}`,
  wasDue: (when) => `was due ${when}`,
  cut: counted('Only the nearest # is shown here.', 'Only the nearest # of a kind are shown here.'),
  allMine: 'All my leads',
  none: {
    title: 'You owe nothing right now',
    text: 'Leads come here the moment they are handed to you, with the time there is to answer.',
    steps: [
      'Open a lead to see who it is and what to do next.',
      'Log the call or message on its card: the countdown stops by itself.',
      'What is due first stands at the top.',
    ],
  },
};
