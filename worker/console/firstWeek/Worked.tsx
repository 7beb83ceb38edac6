/** What follows from the answers and the closed leads, with its ticks, and the way to write it as the draft. */
import { useMemo, useState } from 'preact/hooks';
import { compileCalendar } from '../../../shared/calendar/compile.ts';
import type { Answers } from '../../../shared/definitions/propose/answers.ts';
import { groundOf, teamOf } from '../../../shared/definitions/propose/ground.ts';
import { openMsOf } from '../../../shared/definitions/propose/promise.ts';
import { propose } from '../../../shared/definitions/propose/proposal.ts';
import type { Language } from '../../../shared/lead/vocabulary.ts';
import type { EvidenceResponse } from '../../../shared/protocol/firstWeek.ts';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { useAddress } from '../address.ts';
import { useDeed } from '../api/hooks.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Suggestions } from './Suggestions.tsx';
import { addTeam, writeDraft } from './resources.ts';
import { useHolidays } from './useHolidays.ts';
import type { AskedProps } from './Wizard.tsx';

interface WorkedProps extends AskedProps {
  readonly answers: Answers;
  readonly learnt: EvidenceResponse;
}

const HOLIDAYS = 'holidays';

export function Worked({ words, people, teams: groups, current, draft, answers, learnt }: WorkedProps) {
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
      people: sellersIn(people, answers.team).length,
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
        members: sellersIn(people, '').map(({ id }) => id),
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
      {isMissing && !mayMake ? (
        <p class="notice">
          {words.wizard.noTeam} <a href="/console/team/teams">{common.rooms.team}</a>
        </p>
      ) : null}
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

/** Those who would carry the quota: of the team, or of its side while it has nobody. */
function sellersIn(people: readonly MemberView[], team: string): readonly MemberView[] {
  const sellers = people.filter(({ active, role, side }) => active && role === 'sdr' && side === 'sales');
  const own = sellers.filter((one) => one.team === team);
  return own.length > 0 ? own : sellers;
}

function countryName(country: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
}
