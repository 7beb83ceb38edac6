/** The closed loop: what sales answered to what marketing handed over, why, and what became of it. */
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Version } from '../../../shared/definitions/version.ts';
import { loopWords } from '../../../shared/messages/consoleLoop/index.ts';
import { dateAt } from '../../../shared/target/period.ts';
import { useAddress } from '../address.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { reports, type Scope } from '../api/reports.ts';
import { agreement } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Filters } from '../ui/Filters.tsx';
import { datesOf, periodNamed } from '../ui/period.ts';
import { offsetMsAt } from '../ui/dates.ts';
import { Failed } from '../ui/Failed.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { SlowWord } from '../ui/SlowWord.tsx';
import { EffectPanel } from './EffectPanel.tsx';
import { ASKED, figuresOf } from './figures.ts';
import { LeaksPanel } from './LeaksPanel.tsx';
import { OriginPanels } from './OriginPanel.tsx';
import type { Part } from './part.ts';
import { PeoplePanel } from './PeoplePanel.tsx';
import { ReasonsPanel } from './ReasonsPanel.tsx';
import { RecycledPanel } from './RecycledPanel.tsx';
import { TalksPanel } from './TalksPanel.tsx';
import { Tiles } from './Tiles.tsx';
import './loop.css';

export default function Loop() {
  const { words } = useSession();
  const version = useQuery(agreement);
  if (version.value) return <Agreed version={version.value} />;
  return (
    <Page title={words.rooms.closedLoop}>
      <Awaited read={version} lines={10} />
    </Page>
  );
}

function Agreed({ version }: { readonly version: Version }) {
  const { words: shell, today, language, format } = useSession();
  const { query } = useAddress();
  const words = loopWords(language);
  const calendar = workspaceCalendarOf(version);
  const period = periodNamed(query['period']);
  const dates = datesOf(period, dateAt(calendar, Date.now())).now;
  const { team, owner, segment, source } = query;
  const scope: Scope = { team, owner, segment, source, ...dates };
  const read = useKeptQuery(reports(ASKED, scope));
  const asOf = read.value?.reports[0]?.asOf;
  return (
    <Page
      title={shell.rooms.closedLoop}
      about={[
        today.filters.periods[period],
        today.agreement(version.version),
        version.signed ? today.signed(null) : today.trial,
        ...(asOf === undefined ? [] : [today.asOf(format.time(asOf, offsetMsAt(calendar, asOf)))]),
      ].join(' · ')}
      actions={
        <>
          <Filters definitions={version.definitions} words={today} period={period} />
          <button type="button" onClick={() => print()}>
            {shell.print}
          </button>
        </>
      }
    >
      {read.failure ? <Failed failure={read.failure} words={shell} onRetry={read.reload} /> : null}
      <SlowWord busy={read.isOld} text={shell.loading} />
      <div class="loop" aria-busy={read.isOld}>
        {read.value ? (
          <Counted figures={figuresOf(read.value)} {...{ version, scope, words }} />
        ) : read.failure ? null : (
          <div class="wide">
            <Skeleton words={shell} lines={10} progress={read.progress} />
          </div>
        )}
        <EffectPanel version={version} scope={scope} words={words} />
      </div>
    </Page>
  );
}

function Counted(part: Part) {
  const { figures, scope, words } = part;
  const isWhole = !scope.team && !scope.owner && !scope.segment && !scope.source;
  return (
    <>
      <Tiles {...part} />
      {isWhole && figures.answered === 0 ? (
        <section class="panel wide empty">
          <h2>{words.empty.title}</h2>
          <p>{words.empty.text}</p>
        </section>
      ) : null}
      <OriginPanels {...part} />
      <ReasonsPanel {...part} />
      <PeoplePanel {...part} />
      <TalksPanel {...part} />
      <LeaksPanel {...part} />
      <RecycledPanel {...part} />
    </>
  );
}
