/** What the form of the calendars says (CAL1), and how far ahead holidays are dated. */
import type { Forms } from '../format.ts';

export interface CalendarFormWords {
  readonly list: string;
  readonly general: string;
  readonly generalHint: string;
  readonly add: string;
  readonly fresh: string;
  readonly name: string;
  readonly isGeneral: string;
  readonly week: string;
  readonly holidays: Forms;
  readonly noHolidays: string;
  readonly date: string;
  readonly label: string;
  readonly closed: string;
  readonly closedAll: string;
  readonly closedPart: string;
  readonly addDay: string;
  readonly file: string;
  readonly fileHint: string;
  readonly read: Forms;
  readonly unread: Forms;
  readonly freshDay: string;
  readonly removeDay: (label: string) => string;
  readonly removePast: Forms;
  readonly coverage: {
    readonly none: (calendar: string) => string;
    readonly over: (calendar: string, last: string) => string;
    readonly ending: (calendar: string, last: string) => string;
    readonly enough: (last: string) => string;
    readonly mend: string;
  };
  readonly country: {
    readonly open: string;
    readonly about: string;
    readonly loading: string;
    readonly failed: string;
    readonly country: string;
    readonly state: string;
    readonly region: string;
    readonly whole: string;
    readonly choose: string;
    readonly days: (place: string) => string;
    readonly none: string;
    readonly kinds: Readonly<Record<'public' | 'optional' | 'other', string>>;
    readonly tickAll: string;
    readonly moved: string;
    /** Half a day: what is closed of it. */
    readonly part: (from: string, until: string) => string;
    readonly notOpen: string;
    readonly ticked: Forms;
    readonly licence: string;
  };
}
