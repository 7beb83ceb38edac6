/** The pack of a period: how both sides did, what of the agreement changed, what was proposed and decided (TGT7). */
import { useState } from 'preact/hooks';
import { reviewWords } from '../../../shared/messages/consoleReview/index.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { dateAt } from '../../../shared/target/period.ts';
import { useAddress } from '../address.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { versions } from '../api/resources.ts';
import type { RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Page } from '../ui/Page.tsx';
import { Pack } from './Pack.tsx';
import { useOpenOnPaper, useRunningHead } from '../ui/paper.ts';
import { periodNamed, periodsFor, periodWords } from './periods.ts';
import { Places } from '../ui/Places.tsx';
import { SlowWord } from '../ui/SlowWord.tsx';
import { packOf } from './resources.ts';
import { type Ground, useGround } from './useGround.ts';
import './review.css';
import './pack.css';

export default function Review({ part }: RoomProps) {
  const { language } = useSession();
  const { read, ground } = useGround();
  if (ground) return <Period name={part} ground={ground} />;
  return (
    <Page title={reviewWords(language).pack.title}>
      <Awaited read={read} lines={12} />
    </Page>
  );
}

function Period({ name, ground }: { readonly name: string | null; readonly ground: Ground }) {
  const { me, words: common, language } = useSession();
  const { go } = useAddress();
  const [isCopied, setCopied] = useState(false);
  const heads = useQuery(versions).value?.versions ?? [];
  const { version, words, today, dayOf, dateOf, timeOf } = ground;
  const said = words.pack;
  const first = heads.reduce((least, { effectiveAt }) => Math.min(least, effectiveAt), version.effectiveAt);
  const firstOn = dateAt(workspaceCalendarOf(version), first);
  const known = periodsFor(version.definitions.reviewEvery, firstOn, today);
  const period = periodNamed(name) ?? known[0] ?? periodNamed(today.slice(0, 4));
  const read = useKeptQuery(period ? packOf(period.from, period.to) : null);
  const periodSaid = period ? periodWords(period, said, language) : '';
  useRunningHead(me.workspaceName, said.of(periodSaid), said.page);
  useOpenOnPaper();
  if (!period) return null;
  const options = known.some((one) => one.name === period.name) ? known : [period, ...known];
  const pack = read.value;
  const copy = () =>
    navigator.clipboard.writeText(`${location.origin}/console/agreement/review/${period.name}`).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Page
      title={said.title}
      heading={said.of(periodSaid)}
      about={
        <>
          {me.workspaceName} · {words.dates(dayOf(period.from), dayOf(period.to))}
          {pack ? ` · ${said.asOf(`${dateOf(pack.asOf)} ${timeOf(pack.asOf)}`, pack.version)}` : null}
        </>
      }
      actions={
        <>
          <Choice
            label={said.period}
            value={period.name}
            options={options.map((one) => ({ id: one.name, label: periodWords(one, said, language) }))}
            onPick={(id) => go(`/console/agreement/review/${id}`)}
          />
          <button type="button" onClick={() => void copy()}>
            {said.link}
          </button>
          <button type="button" class="strong" disabled={!pack} onClick={() => print()}>
            {common.print}
          </button>
        </>
      }
    >
      <Places here="review" />
      <p role="status" class="told">
        {isCopied ? said.copied : null}
      </p>
      <Awaited read={read} lines={14} />
      <SlowWord busy={read.isOld} text={common.loading} />
      {pack ? (
        <div aria-busy={read.isOld}>
          {pack.trial ? <p class="notice">{said.trial}</p> : null}
          <Pack pack={pack} ground={ground} period={periodSaid} />
        </div>
      ) : null}
    </Page>
  );
}
