/**
 * A first agreement from twelve answers and the leads closed so far: worked out anew with every answer
 * and tick, and written as the draft, which both sides then read, try and sign.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import { isKnownZone } from '../../../shared/calendar/offsets.ts';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import type { Answers } from '../../../shared/definitions/propose/answers.ts';
import { groundOf, teamOf } from '../../../shared/definitions/propose/ground.ts';
import { openMsOf } from '../../../shared/definitions/propose/promise.ts';
import { propose } from '../../../shared/definitions/propose/proposal.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import { firstWeekWords } from '../../../shared/messages/firstWeek/index.ts';
import type { FirstWeekWords } from '../../../shared/messages/firstWeek/words.ts';
import type { EvidenceResponse, FirstWeekResponse } from '../../../shared/protocol/firstWeek.ts';
import type { MemberView, TeamView } from '../../../shared/protocol/people.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { useAddress } from '../address.ts';
import { useDeed, useKeptQuery, useQuery } from '../api/hooks.ts';
import { agreement, members, teams } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Page } from '../ui/Page.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { answersFor, keepAnswers } from './keptAnswers.ts';
import { Suggestions } from './Proposal.tsx';
import { Questions } from './Questions.tsx';
import { addTeam, evidenceFor, firstWeek, writeDraft } from './resources.ts';

export function Wizard() {
  const { words: common, language } = useSession();
  const words = firstWeekWords(language);
  const people = useQuery(members);
  const groups = useQuery(teams);
  const version = useQuery(agreement);
  const week = useQuery(firstWeek);
  const failure = people.failure ?? groups.failure ?? version.failure ?? week.failure;
  const isReady = people.value && groups.value && version.value && week.value;
  return (
    <Page
      title={words.wizard.title}
      about={words.wizard.about}
      actions={
        <a class="button" href="/console/agreement/first-week">
          {words.back}
        </a>
      }
    >
      {isReady ? (
        <Asked
          words={words}
          people={people.value.members}
          teams={groups.value.teams}
          current={version.value.definitions}
          draft={week.value.draft}
        />
      ) : failure ? (
        <Failed failure={failure} words={common} onRetry={week.reload} />
      ) : (
        <Skeleton words={common} lines={12} />
      )}
    </Page>
  );
}

interface AskedProps {
  readonly words: FirstWeekWords;
  readonly people: readonly MemberView[];
  readonly teams: readonly TeamView[];
  readonly current: Definitions;
  readonly draft: FirstWeekResponse['draft'];
}

function Asked(props: AskedProps) {
  const { words, people, teams: groups } = props;
  const { me, words: common } = useSession();
  const [answers, setAnswers] = useState(() => answersFor(me.memberId, me.language, people, groups));
  const isZone = useMemo(() => isKnownZone(answers.zone), [answers.zone]);
  const read = useKeptQuery(evidenceFor(answers.business, me.language));
  const answer = (changes: Partial<Answers>) => {
    const next = { ...answers, ...changes };
    keepAnswers(me.memberId, next);
    setAnswers(next);
  };
  return (
    <div class="wizard">
      <Panel title={words.wizard.asked}>
        <Questions
          words={words}
          answers={answers}
          people={people}
          teams={groups}
          isZone={isZone}
          onAnswer={answer}
        />
      </Panel>
      <Panel title={words.proposal.title}>
        {read.value && !read.isOld && isZone ? (
          <Worked {...props} answers={answers} learnt={read.value} />
        ) : read.failure ? (
          <Failed failure={read.failure} words={common} onRetry={read.reload} />
        ) : (
          <Skeleton words={common} lines={8} />
        )}
      </Panel>
    </div>
  );
}

interface WorkedProps extends AskedProps {
  readonly answers: Answers;
  readonly learnt: EvidenceResponse;
}

const HOLIDAYS = 'holidays';

function Worked({ words, people, teams: groups, current, draft, answers, learnt }: WorkedProps) {
  const { me, words: common, language, messages, format } = useSession();
  const { proposal: said } = words;
  const { go } = useAddress();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { starter, evidence, asOf } = learnt;
  const year = new Date(asOf).getUTCFullYear();
  const holidays = useHolidays(answers, year, me.language);
  const closed = left.has(HOLIDAYS) ? [] : holidays;
  const openMs = useMemo(() => {
    const ground = { answers, starter, holidays: closed ?? [] };
    const hours = groundOf(ground).calendars[starter.workspaceCalendar];
    const earliest = Math.min(asOf, ...evidence.responses.map(([from]) => from));
    if (!hours || evidence.responses.length === 0) return [];
    return openMsOf(evidence.responses, compileCalendar('', hours, earliest - DAY_MS, asOf + DAY_MS, 0));
  }, [evidence, starter, answers, closed]);
  const proposal = propose(
    {
      answers,
      starter,
      current,
      evidence,
      openMs,
      people: sellersIn(people, answers.team),
      holidays: closed,
    },
    left,
  );
  const speaker = { words: said, messages, language, starter, proposed: proposal.definitions, current };
  const more =
    holidays === undefined || holidays.length === 0
      ? []
      : [
          {
            id: HOLIDAYS,
            title: format.plural(holidays.length, said.holidays),
            why: said.holidaysWhy(countryName(answers.country, language), String(year + 1)),
          },
        ];
  const making = useDeed(addTeam);
  const writing = useDeed(writeDraft);
  const [on] = useState(draft?.hash ?? null);
  const isMissing = !groups.some(({ id }) => id === teamOf(answers.team));
  const mayMake = me.role === 'admin' || me.role === 'manager';

  const write = async () => {
    if (isMissing && mayMake) {
      const manager = answers.sales === '' ? {} : { manager: answers.sales };
      const team = {
        id: teamOf(answers.team),
        label: words.wizard.salesTeam,
        side: 'sales',
        ...manager,
      } as const;
      if (!(await making.run(team)).ok) return;
    }
    const answer = await writing.run({ definitions: proposal.definitions, on });
    if (answer.ok) go('/console/agreement/draft');
  };
  const failure = making.failure ?? writing.failure;
  const isStale = failure?.problem?.status === 412;
  const author = people.find(({ id }) => id === draft?.author)?.name ?? '…';
  return (
    <div class="stack">
      <p>{said.begins(said.businesses[answers.business])}</p>
      <Suggestions
        proposal={proposal}
        speaker={speaker}
        whole={learnt.whole}
        left={left}
        more={more}
        onTick={(id, isWanted) => {
          const next = new Set(left);
          if (isWanted) next.delete(id);
          else next.add(id);
          setLeft(next);
        }}
      />
      {draft === null || draft.same ? null : <p class="notice">{said.replaces(author)}</p>}
      {isStale ? (
        <p class="tone-late" role="alert">
          {said.stale} <a href="/console/agreement/draft">{words.preview.open}</a>
        </p>
      ) : failure ? (
        <Failed failure={failure} words={common} />
      ) : null}
      <div class="buttons">
        <button
          type="button"
          class="strong"
          disabled={making.busy || writing.busy || holidays === undefined}
          onClick={() => void write()}
        >
          {said.write}
        </button>
      </div>
    </div>
  );
}

/** Of the answered country; undefined while they are worked out. */
function useHolidays(
  { country }: Answers,
  year: number,
  language: Language,
): Calendar['holidays'] | undefined {
  const [found, setFound] = useState<{ readonly of: string; readonly days: Calendar['holidays'] } | null>(
    null,
  );
  const of = `${country} ${year} ${language}`;
  useEffect(() => {
    let isWanted = true;
    void import('./holidays.ts').then(({ publicHolidays }) => {
      if (isWanted) setFound({ of, days: publicHolidays(country, year, language) });
    });
    return () => {
      isWanted = false;
    };
  }, [of]);
  return found?.of === of ? found.days : undefined;
}

/** Those who would carry the quota: of the team, or of its side while it has nobody. */
function sellersIn(people: readonly MemberView[], team: string): number {
  const sellers = people.filter(({ active, role, side }) => active && role === 'sdr' && side === 'sales');
  const own = sellers.filter((one) => one.team === team);
  return own.length > 0 ? own.length : sellers.length;
}

function countryName(country: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
}
