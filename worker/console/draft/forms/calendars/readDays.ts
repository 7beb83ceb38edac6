/**
 * Days of a city as its hall hands them out (CAL1): a calendar file (ICS), or a table with a date and a
 * name in each line (CSV). What repeats by a rule is read once, on the date it names.
 */
import { DAY_MS } from '../../../../../shared/time.ts';
import type { Holiday } from '../../../ui/holidays/offeredDay.ts';

export interface ReadDays {
  readonly days: readonly Holiday[];
  /** Lines or events without a date that can be read. */
  readonly unread: number;
}

const MOST_DAYS = 31;
const LONGEST_LABEL = 200;

/** @param label of a day whose name is missing */
export function readDays(text: string, label: string): ReadDays {
  return /^BEGIN:VCALENDAR/m.test(text) ? readEvents(text, label) : readLines(text, label);
}

function readLines(text: string, label: string): ReadDays {
  const days: Holiday[] = [];
  let unread = 0;
  for (const [place, line] of text.split(/\r?\n/).entries()) {
    const cells = line.split(/[;,\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (cells.every((cell) => cell === '')) continue;
    const on = cells.map(dateIn).find((date) => date !== null) ?? null;
    const name = cells.find((cell) => cell !== '' && dateIn(cell) === null);
    if (on !== null) days.push(holiday(on, name ?? label));
    // The first line may be its heading.
    else if (place > 0) unread += 1;
  }
  return { days, unread };
}

function readEvents(text: string, label: string): ReadDays {
  // A line that begins with a blank goes on with the one before (RFC 5545, 3.1).
  const whole = text.replaceAll(/\r?\n[ \t]/g, '');
  const days: Holiday[] = [];
  let unread = 0;
  for (const [, event = ''] of whole.matchAll(/^BEGIN:VEVENT\r?\n([\s\S]*?)^END:VEVENT/gm)) {
    const first = dateIn(valueOf(event, 'DTSTART'));
    // Where it ends is no longer part of it.
    const end = dateIn(valueOf(event, 'DTEND'));
    if (first === null) {
      unread += 1;
      continue;
    }
    const name = valueOf(event, 'SUMMARY')
      .replaceAll(/\\n/gi, ' ')
      .replaceAll(/\\([,;\\])/g, '$1');
    const length = end === null ? 1 : (Date.parse(end) - Date.parse(first)) / DAY_MS;
    for (let day = 0; day < Math.min(Math.max(1, length), MOST_DAYS); day += 1) {
      const on = new Date(Date.parse(first) + day * DAY_MS).toISOString().slice(0, 10);
      days.push(holiday(on, name || label));
    }
  }
  return { days, unread };
}

function valueOf(event: string, property: string): string {
  return new RegExp(`^${property}(?:;[^:\\r\\n]*)?:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? '';
}

/** `2027-01-25`, `20270125`, `25/01/2027`; null for what is no date. */
function dateIn(text: string): string | null {
  const found = /^(\d{4})-?(\d\d)-?(\d\d)(?:T.*)?$/.exec(text);
  const turned = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  const [year = '', month = '', day = ''] = found?.slice(1) ?? turned?.slice(1).toReversed() ?? [];
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${on}T00:00:00Z`);
  // 31 February is read as a day in March by nobody but a computer.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== on ? null : on;
}

function holiday(on: string, label: string): Holiday {
  return { on, label: label.slice(0, LONGEST_LABEL) };
}
