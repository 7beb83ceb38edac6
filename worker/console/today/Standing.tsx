/** Which agreement is in force, who signed it, when they meet about it, and how fresh the figures are. */
import * as z from 'zod';
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { TodayWords } from '../../../shared/messages/consoleToday/index.ts';
import type { Resource } from '../api/cache.ts';
import { useQuery } from '../api/hooks.ts';
import { request } from '../api/request.ts';
import { members } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { offsetMsAt } from '../ui/dates.ts';

/** Only what is said here: the meetings themselves are read in their room. */
const Next = z.object({ next: z.object({ session: z.iso.date() }) });

const nextSession: Resource<z.infer<typeof Next>> = {
  key: 'sessions/next',
  load: (signal) => request(Next, 'GET /v1/sessions', { signal }),
};

interface Props {
  readonly version: Version;
  readonly words: TodayWords;
  /** Epoch ms; undefined until the figures are there. */
  readonly asOf: number | undefined;
}

export function Standing({ version, words, asOf }: Props) {
  const { me, format } = useSession();
  const people = useQuery(members).value?.members ?? [];
  const next = useQuery(nextSession).value?.next.session;
  const signers = version.signatures.flatMap(
    ({ member }) => people.find(({ id }) => id === member)?.name.split(' ')[0] ?? [],
  );
  const standing = version.signed
    ? words.signed(signers.length > 0 ? format.list(signers) : null)
    : words.trial;
  const offset = offsetMsAt(workspaceCalendarOf(version), asOf ?? 0);
  return (
    <>
      <a href="/console/agreement">{words.agreement(version.version)}</a> ·{' '}
      {version.signed || me.role === 'sdr' ? (
        standing
      ) : (
        <a href="/console/agreement/first-week">{standing}</a>
      )}
      {next === undefined ? null : (
        <>
          {' · '}
          <a href="/console/agreement/sessions">{words.session(format.date(Date.parse(next), 0))}</a>
        </>
      )}
      {asOf === undefined ? null : ` · ${words.asOf(format.time(asOf, offset))}`}
    </>
  );
}
