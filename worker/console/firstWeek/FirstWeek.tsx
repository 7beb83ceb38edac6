/**
 * The first week: from what was imported to an agreement both sides signed, in five steps that say where
 * they stand, who does them and how they are taken back. One of them asks twelve questions: `Wizard.tsx`.
 */
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import { leftWords } from '../../../shared/messages/backlog/index.ts';
import { firstWeekWords } from '../../../shared/messages/firstWeek/index.ts';
import type { FirstWeekWords, StepId } from '../../../shared/messages/firstWeek/words.ts';
import type { FirstWeekResponse } from '../../../shared/protocol/firstWeek.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import type { When } from '../../../shared/ui/when.ts';
import { firstWeek } from '../api/firstWeek.ts';
import { useQuery } from '../api/hooks.ts';
import { agreement, members } from '../api/resources.ts';
import type { RoomProps } from '../rooms.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Page } from '../ui/Page.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { AuditStep } from './AuditStep.tsx';
import { ActivateStep, PreviewStep, SignStep } from './DraftSteps.tsx';
import { type Standing, standings } from './steps.ts';
import { TrialStep } from './TrialStep.tsx';
import { Wizard } from './Wizard.tsx';
import './firstWeek.css';

export interface StepProps {
  readonly words: FirstWeekWords;
  readonly week: FirstWeekResponse;
  readonly standing: Standing;
  /** Names of whoever does it. */
  readonly people: readonly string[];
  readonly when: When;
  readonly nameOf: (member: string) => string;
}

export function FirstWeek({ part }: RoomProps) {
  return part === 'propose' ? <Wizard /> : <Steps />;
}

function Steps() {
  const { words: common, language, messages, format, me } = useSession();
  const words = firstWeekWords(language);
  const read = useQuery(firstWeek);
  const version = useQuery(agreement);
  const people = useQuery(members).value?.members ?? [];
  const failure = read.failure ?? version.failure;
  if (!read.value || !version.value)
    return (
      <Page title={words.title}>
        {failure ? (
          <Failed failure={failure} words={common} onRetry={read.reload} />
        ) : (
          <Skeleton words={common} lines={12} />
        )}
      </Page>
    );
  const week = read.value;
  const standing = standings(week);
  const nameOf = (member: string) => people.find(({ id }) => id === member)?.name ?? '…';
  const when = { offsets: workspaceCalendarOf(version.value).offsets, now: Date.now(), messages };
  const propsOf = (id: StepId): StepProps => ({
    words,
    week,
    standing: standing[id],
    people: doersOf(id, week, people),
    when,
    nameOf,
  });
  const mayRelease = me.role === 'admin' || me.role === 'manager';
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        <a class="button" href="/console/agreement">
          {common.rooms.agreement}
        </a>
      }
    >
      <ol class="week-steps">
        <AuditStep {...propsOf('audit')} />
        <TrialStep {...propsOf('trial')} />
        <PreviewStep {...propsOf('preview')} />
        <SignStep {...propsOf('sign')} />
        <ActivateStep {...propsOf('activate')} />
      </ol>
      {!week.trial && week.releasable > 0 ? (
        <Panel title={words.after.title} class="after">
          <p>
            {week.releasing ? words.after.releasing : format.plural(week.releasable, words.after.text)}{' '}
            {leftWords(week.left, format)}
          </p>
          {mayRelease ? (
            <div class="buttons">
              <a class="button strong" href="/console/leads?backlog=true">
                {words.after.open}
              </a>
            </div>
          ) : null}
        </Panel>
      ) : null}
    </Page>
  );
}

/** Who can, and for signing who is named to and has not. */
function doersOf(id: StepId, { draft }: FirstWeekResponse, people: readonly MemberView[]): readonly string[] {
  const here = people.filter(({ active }) => active);
  const named = (isOne: (member: MemberView) => boolean) => here.filter(isOne).map(({ name }) => name);
  switch (id) {
    case 'audit':
      return named(({ role, side }) => role === 'admin' || (side === 'marketing' && role !== 'sdr'));
    case 'trial':
    case 'preview':
      return named(({ role }) => role === 'manager' || role === 'marketer' || role === 'admin');
    case 'sign': {
      const asked = (draft?.signers ?? []).map(({ member }) => member);
      const owing = asked.filter((member) => draft?.signed.includes(member) !== true);
      const wanted = new Set(owing.length > 0 ? owing : asked);
      return wanted.size > 0
        ? named((member) => wanted.has(member.id))
        : named(({ role }) => role === 'manager' || role === 'marketer');
    }
    case 'activate':
      return named(({ role }) => role === 'admin');
  }
}
