/** A member's due follow-ups as an iCalendar file: instants and opaque links, no name (ACC1). */
import type { ClockKind, Language } from '../shared/lead/vocabulary.ts';
import { termsFor } from '../shared/messages/terms/index.ts';
import { noticeWords } from '../shared/messages/notices/index.ts';
import { MINUTE_MS } from '../shared/time.ts';
import { icalendar, textLine, utc } from './icalendar.ts';

/** An event has to last; the deadline is where it begins. */
const SHOWN_MS = 15 * MINUTE_MS;
/** How often to come again, as iCalendar writes it. */
const REFRESH = 'PT15M';

export interface Feed {
  readonly workspace: string;
  readonly language: Language;
  /** IANA, of the member's own hours. */
  readonly zone: string;
  readonly due: readonly Due[];
}

interface Due {
  readonly id: string;
  readonly kind: ClockKind;
  readonly startedAt: number;
  readonly dueAt: number;
  readonly link: string;
}

/** In UTC, so that every calendar shows the same instant in its own reader's zone. */
export function icsOf({ workspace, language, zone, due }: Feed): string {
  const words = noticeWords(language);
  const { clocks } = termsFor(language).words;
  const name = words.calendar(workspace);
  return icalendar([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Combinado//Combinado//${language.slice(0, 2).toUpperCase()}`,
    'METHOD:PUBLISH',
    textLine('NAME', name),
    textLine('X-WR-CALNAME', name),
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    textLine('X-WR-TIMEZONE', zone),
    ...due.flatMap((one) => eventOf(one, words.due(clocks[one.kind]))),
    'END:VCALENDAR',
  ]);
}

function eventOf({ id, startedAt, dueAt, link }: Due, summary: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    textLine('UID', `${id}@combinado`),
    // When it was promised, so that the same promise is the same text.
    `DTSTAMP:${utc(startedAt)}`,
    `DTSTART:${utc(dueAt)}`,
    `DTEND:${utc(dueAt + SHOWN_MS)}`,
    textLine('SUMMARY', summary),
    'TRANSP:TRANSPARENT',
    `URL;VALUE=URI:${link}`,
    'END:VEVENT',
  ];
}
