/** Targets: what each side aims at and where it stands, what a quota takes, and what if it moves (TGT). */
import type { Version } from '../../../shared/definitions/version.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { agreementWords } from '../../../shared/messages/consoleAgreement/index.ts';
import { targetsWords } from '../../../shared/messages/consoleTargets/index.ts';
import { dateAt } from '../../../shared/target/period.ts';
import { useAddress } from '../address.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { reports } from '../api/reports.ts';
import { agreement, members } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { offsetMsAt } from '../ui/dates.ts';
import { Failed } from '../ui/Failed.tsx';
import { SlowWord } from '../ui/SlowWord.tsx';
import { moneyIn } from '../ui/money.ts';
import { Page } from '../ui/Page.tsx';
import { Places } from '../ui/Places.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Calculator } from './Calculator.tsx';
import { CapacityPanel } from './CapacityPanel.tsx';
import { ASKED_LONG, ASKED_NOW, drawable, figuresOf, longScope, quotasIn } from './figures.ts';
import { Goals } from './Goals.tsx';
import { Pacing } from './Pacing.tsx';
import { WhatIf } from './WhatIf.tsx';
import './targets.css';

export function Targets() {
  const { language } = useSession();
  const version = useQuery(agreement);
  if (version.value) return <Agreed version={version.value} />;
  return (
    <Page title={targetsWords(language).title}>
      <Awaited read={version} lines={12} />
    </Page>
  );
}

function Agreed({ version }: { readonly version: Version }) {
  const { me, words: common, language, format } = useSession();
  const { query } = useAddress();
  const people = useQuery(members).value?.members;
  const words = targetsWords(language);
  const calendar = workspaceCalendarOf(version);
  const { definitions } = version;
  const now = Date.now();
  const metrics = drawable(definitions);
  const metric = metrics.find((one) => one === query['metric']) ?? metrics[0] ?? 'mqls';
  const long = longScope(dateAt(calendar, now));
  const read = useKeptQuery(reports(ASKED_NOW, { metric }));
  const earlier = useKeptQuery(reports(ASKED_LONG, long));
  const failure = read.failure ?? earlier.failure;
  const figures = read.value ? figuresOf(read.value) : null;
  const part = {
    version,
    words,
    metrics: agreementWords(language).targets.metrics,
    nameOf: (member: string) => people?.find(({ id }) => id === member)?.name ?? member,
    money: moneyIn(language, definitions.currency),
    now,
  };
  const asOf = figures?.asOf ?? null;
  const rows = earlier.value ? quotasIn(earlier.value) : null;
  return (
    <Page
      title={words.title}
      about={
        asOf === null ? null : words.about(version.version, format.time(asOf, offsetMsAt(calendar, asOf)))
      }
      actions={
        <>
          {me.role === 'sdr' ? null : (
            <a class="button" href="/console/agreement/draft">
              {words.toDraft}
            </a>
          )}
          <button type="button" onClick={() => print()}>
            {common.print}
          </button>
        </>
      }
    >
      <Places here="targets" />
      {failure ? (
        <Failed failure={failure} words={common} onRetry={read.failure ? read.reload : earlier.reload} />
      ) : null}
      <SlowWord busy={read.isOld || earlier.isOld} text={common.loading} />
      <div class="targets" aria-busy={read.isOld || earlier.isOld}>
        {figures ? (
          <>
            <Goals {...part} figures={figures} />
            <Pacing {...part} figures={figures} metric={metric} />
            <CapacityPanel {...part} figures={figures} />
          </>
        ) : read.failure ? null : (
          <Waiting progress={read.progress} />
        )}
        {rows ? (
          <Calculator {...part} rows={rows} scope={long} />
        ) : earlier.failure ? null : (
          <Waiting progress={earlier.progress} />
        )}
        {figures && rows && people ? (
          <WhatIf {...part} figures={figures} rows={rows} members={people} />
        ) : null}
      </div>
    </Page>
  );
}

function Waiting({ progress }: { readonly progress: number | null }) {
  const { words } = useSession();
  return (
    <div class="wide">
      <Skeleton words={words} lines={6} progress={progress} />
    </div>
  );
}
