/**
 * A first agreement from twelve answers and the leads closed so far: worked out anew with every answer
 * and tick, and written as the draft, which both sides then read, try and sign.
 */
import { useMemo, useState } from 'preact/hooks';
import { isKnownZone } from '../../../shared/calendar/offsets.ts';
import type { Answers } from '../../../shared/definitions/propose/answers.ts';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { firstWeekWords } from '../../../shared/messages/firstWeek/index.ts';
import type { FirstWeekWords } from '../../../shared/messages/firstWeek/words.ts';
import type { FirstWeekResponse } from '../../../shared/protocol/firstWeek.ts';
import type { MemberView, TeamView } from '../../../shared/protocol/people.ts';
import { firstWeek } from '../api/firstWeek.ts';
import { useKeptQuery, useQuery } from '../api/hooks.ts';
import { agreement, members, teams } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Page } from '../ui/Page.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { answersFor, keepAnswers } from './keptAnswers.ts';
import { Questions } from './Questions.tsx';
import { evidenceFor } from './resources.ts';
import { Worked } from './Worked.tsx';

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

export interface AskedProps {
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
          <Skeleton words={common} lines={8} progress={read.progress} />
        )}
      </Panel>
    </div>
  );
}
