/** A member's due follow-ups as an iCalendar file (RFC 5545): instants and opaque links, no name (ACC1). */
import { ICalCalendarMethod, ICalEventTransparency, default as ical } from 'ical-generator';
import type { ClockKind, Language } from '../shared/lead/vocabulary.ts';
import { termsFor } from '../shared/messages/terms/index.ts';
import { noticeWords } from '../shared/messages/notices/index.ts';
import { MINUTE_MS } from '../shared/time.ts';

/** An event has to last; the deadline is where it begins. */
const SHOWN_MS = 15 * MINUTE_MS;

export interface Feed {
  readonly workspace: string;
  readonly language: Language;
  /** IANA, of the member's own hours. */
  readonly zone: string;
  readonly due: readonly {
    readonly id: string;
    readonly kind: ClockKind;
    readonly startedAt: number;
    readonly dueAt: number;
    readonly link: string;
  }[];
}

/** In UTC, so that every calendar shows the same instant in its own reader's zone. */
export function icsOf({ workspace, language, zone, due }: Feed): string {
  const words = noticeWords(language);
  const { clocks } = termsFor(language).words;
  const feed = ical({
    // The library escapes what an event says, not this: a line break would begin a line of the file.
    name: words
      .calendar(workspace)
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Combinado', product: 'Combinado', language: language.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 15 * 60,
  });
  feed.x('X-WR-TIMEZONE', zone);
  for (const { id, kind, startedAt, dueAt, link } of due) {
    feed.createEvent({
      id: `${id}@combinado`,
      // When it was promised, so that the same promise is the same text.
      stamp: new Date(startedAt),
      start: new Date(dueAt),
      end: new Date(dueAt + SHOWN_MS),
      summary: words.due(clocks[kind]),
      url: link,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // Each line ends in CRLF (RFC 5545, 3.1), the last one too.
  return `${feed.toString()}\r\n`;
}
