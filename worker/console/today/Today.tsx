/** Today: both teams' promises, where they stand, and what needs somebody now. */
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { offsetMsAt } from '../ui/dates.ts';
import { dateAt } from '../../../shared/target/period.ts';
import { useAddress } from '../address.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { reportIn, reports, type Scope } from '../api/reports.ts';
import { agreement } from '../api/resources.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { useSession } from '../session.ts';
import { useTick } from '../ui/useTick.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Page } from '../ui/Page.tsx';
import { ASKED, ASKED_BEFORE, figuresOf, type Promises, promisesOf } from './figures.ts';
import { Filters } from '../ui/Filters.tsx';
import { FunnelPanel } from './FunnelPanel.tsx';
import { NeedsNow } from './NeedsNow.tsx';
import { PacingPanel } from './PacingPanel.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import type { Part } from './part.ts';
import { datesOf, periodNamed, targetIn } from '../ui/period.ts';
import { SlowWord } from '../ui/SlowWord.tsx';
import { PromiseTiles } from './PromiseTiles.tsx';
import { ReturnsPanel } from './ReturnsPanel.tsx';
import { Standing } from './Standing.tsx';
import './today.css';

export default function Today() {
  const { words } = useSession();
  const version = useQuery(agreement);
  if (version.value) return <Agreed version={version.value} />;
  return (
    <Page title={words.rooms.today}>
      <Awaited read={version} lines={10} />
    </Page>
  );
}

function Agreed({ version }: { readonly version: Version }) {
  const { words, today: said, format } = useSession();
  const { query } = useAddress();
  const calendar = workspaceCalendarOf(version);
  const { definitions } = version;
  const now = useTick(MINUTE_MS);
  const today = dateAt(calendar, now);
  const period = periodNamed(query['period']);
  const dates = datesOf(period, today);
  const target = targetIn(
    period,
    definitions.goals.find(({ metric }) => metric === 'mqls'),
  );
  const { team, owner, segment, source } = query;
  const about: Scope = { team, owner, segment, source };
  const scope: Scope = { ...about, ...dates.now };
  const read = useKeptQuery(reports(ASKED, { ...scope, target: target ?? 0 }));
  const before = useQuery(reports(ASKED_BEFORE, { ...about, ...dates.before }));

  const asOf = read.value && reportIn(read.value, 'today')?.asOf;
  const offset = offsetMsAt(calendar, now);
  const date = `${format.weekday(now, offset)} ${format.date(now, offset)}`;
  return (
    <Page
      title={words.rooms.today}
      heading={said.title(date)}
      about={<Standing version={version} words={said} asOf={asOf} />}
      actions={<Filters definitions={definitions} words={said} period={period} />}
    >
      <Awaited read={read} lines={10} />
      <SlowWord busy={read.isOld} text={words.loading} />
      {read.value ? (
        <div class="today" aria-busy={read.isOld}>
          <Shown
            figures={figuresOf(read.value, definitions)}
            before={before.value ? promisesOf(before.value, definitions) : null}
            {...{ version, scope, target, words: said, now }}
          />
        </div>
      ) : null}
    </Page>
  );
}

function Shown({ before, ...part }: Part & { readonly before: Promises | null }) {
  const { me } = useSession();
  const { figures, words, scope } = part;
  const isWhole = !scope.team && !scope.owner && !scope.segment && !scope.source;
  const isEmpty = isWhole && figures.funnel === undefined && (figures.today?.open ?? 0) === 0;
  return (
    <>
      <PromiseTiles {...part} before={before} />
      {isEmpty ? (
        <section class="panel wide empty">
          <h2>{words.empty.title}</h2>
          <p>{words.empty.text}</p>
          {me.role === 'sdr' ? null : (
            <div class="buttons">
              <a class="button" href="/console/agreement/first-week">
                {words.empty.start}
              </a>
            </div>
          )}
        </section>
      ) : null}
      <PacingPanel {...part} />
      <FunnelPanel {...part} />
      <NeedsNow {...part} />
      <PeoplePanel {...part} />
      <ReturnsPanel {...part} />
    </>
  );
}
