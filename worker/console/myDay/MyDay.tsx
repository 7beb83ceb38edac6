/** My day, for a phone: what somebody owes, late first, with the time there is; one tap opens the card. */
import { useMemo } from 'preact/hooks';
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { consoleDayWords } from '../../../shared/messages/consoleDay/index.ts';
import type { DayResponse } from '../../../shared/protocol/day.ts';
import { addressOf } from '../address.ts';
import { useQuery } from '../api/hooks.ts';
import { agreement } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { useVersions } from '../ui/clockFace.ts';
import { Page } from '../ui/Page.tsx';
import { Panel } from '../ui/Panel.tsx';
import { useTick } from '../ui/useTick.ts';
import { DayRow } from './DayRow.tsx';
import { day as besideLists, LISTED, owedBy } from './resources.ts';
import { dayOf } from './rows.ts';
import './myDay.css';

const SECOND_MS = 1_000;
const NOTHING: DayResponse = { phones: {}, done: [] };
const GROUPS = ['late', 'now', 'later', 'paused', 'theirs', 'done'] as const;

export default function MyDay() {
  const { words } = useSession();
  const version = useQuery(agreement);
  if (version.value) return <Agreed version={version.value} />;
  return (
    <Page title={words.rooms.myDay}>
      <Awaited read={version} lines={8} />
    </Page>
  );
}

function Agreed({ version }: { readonly version: Version }) {
  const { me, words, language, messages } = useSession();
  const said = consoleDayWords(language);
  const reads = [
    useQuery(owedBy(me.memberId, 'breached')),
    useQuery(owedBy(me.memberId, 'running')),
    useQuery(owedBy(me.memberId, 'paused')),
  ];
  const beside = useQuery(besideLists);
  const now = useTick(SECOND_MS);
  const pages = reads.flatMap(({ value }) => value ?? []);
  const leads = useMemo(() => {
    // One that moved between two readings stands in both.
    const known = new Set<string>();
    return pages.flatMap((page) => page.leads.filter(({ id }) => !known.has(id) && known.add(id)));
  }, [pages.length, ...pages]);
  const asked = [...reads, beside];
  const awaited = asked.find(({ failure }) => failure !== null) ?? asked.find(({ value }) => !value);
  const versions = useVersions(version, leads);
  const day = dayOf(leads, beside.value ?? NOTHING, version, messages, now, versions);
  const mine = { owner: me.memberId };
  const when = { offsets: workspaceCalendarOf(version).offsets, now, messages };
  const owed = day.late.length + day.now.length + day.later.length;
  const done = day.done.length;
  const counts = [
    said.owed(owed),
    ...(day.late.length > 0 ? [said.late(day.late.length)] : []),
    ...(done > 0 ? [said.done(done)] : []),
  ];
  return (
    <Page title={words.rooms.myDay} about={awaited || leads.length + done === 0 ? null : counts.join(' · ')}>
      <div class="my-day">
        {awaited ? <Awaited read={awaited} lines={8} /> : null}
        {!awaited && owed + day.paused.length === 0 ? (
          <Panel title={said.none.title} class="empty">
            <p>{said.none.text}</p>
            <ol>
              {said.none.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Panel>
        ) : null}
        {GROUPS.filter((group) => day[group].length > 0).map((group) => (
          <section key={group} data-group={group} aria-label={said.groups[group]}>
            <h2>
              {said.groups[group]} <span>{messages.format.number(day[group].length)}</span>
            </h2>
            <ul class="panel">
              {day[group].map((row) => (
                <DayRow
                  key={row.leadId}
                  row={row}
                  words={said}
                  when={when}
                  to={addressOf(`/console/leads/${row.leadId}`, mine)}
                />
              ))}
            </ul>
          </section>
        ))}
        <p class="soft">
          {pages.some(({ cursor }) => cursor !== null) ? `${said.cut(LISTED)} ` : null}
          <a href={addressOf('/console/leads', mine)}>{said.allMine}</a>
        </p>
      </div>
    </Page>
  );
}
