/** What everything about proposals and sessions is told from: the agreement in force, names, local dates. */
import { tellingIn, type Telling } from '../../../shared/definitions/change/telling.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { reviewWords, type ReviewWords } from '../../../shared/messages/consoleReview/index.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { dateAt } from '../../../shared/target/period.ts';
import { type Read, useQuery } from '../api/hooks.ts';
import { agreement, members } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { offsetMsAt } from '../ui/dates.ts';

export interface Ground {
  readonly version: Version;
  readonly telling: Telling;
  readonly words: ReviewWords;
  readonly people: readonly MemberView[];
  readonly nameOf: (member: string) => string;
  /** "12 Nov 2026" of an instant, by the workspace's calendar. */
  readonly dateOf: (at: number) => string;
  readonly timeOf: (at: number) => string;
  /** `YYYY-MM-DD` of an instant, likewise. */
  readonly onOf: (at: number) => string;
  /** "12 Nov 2026" of `YYYY-MM-DD`. */
  readonly dayOf: (on: string) => string;
  /** `YYYY-MM-DD` there. */
  readonly today: string;
}

export function useGround(): { readonly read: Read<Version>; readonly ground: Ground | null } {
  const { language, format } = useSession();
  const read = useQuery(agreement);
  const people = useQuery(members).value?.members ?? [];
  const version = read.value;
  if (!version) return { read, ground: null };
  const calendar = workspaceCalendarOf(version);
  return {
    read,
    ground: {
      version,
      telling: tellingIn(version.definitions, language),
      words: reviewWords(language),
      people,
      nameOf: (member) => people.find(({ id }) => id === member)?.name ?? '…',
      dateOf: (at) => format.date(at, offsetMsAt(calendar, at), true),
      timeOf: (at) => format.time(at, offsetMsAt(calendar, at)),
      onOf: (at) => dateAt(calendar, at),
      dayOf: (on) => format.date(Date.parse(on), 0, true),
      today: dateAt(calendar, Date.now()),
    },
  };
}
