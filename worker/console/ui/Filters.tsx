/** Whose leads and which days are counted; all of it in the address. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { PeriodName, TodayWords } from '../../../shared/messages/consoleToday/index.ts';
import { useAddress } from '../address.ts';
import { useQuery } from '../api/hooks.ts';
import { members, teams } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Choice } from './Choice.tsx';
import { PERIODS } from './period.ts';

interface Props {
  readonly definitions: Definitions;
  readonly words: TodayWords;
  readonly period: PeriodName;
}

export function Filters({ definitions, words: { filters }, period }: Props) {
  const { me } = useSession();
  const { query, set } = useAddress();
  const people = useQuery(members).value?.members ?? [];
  const known = useQuery(teams).value?.teams ?? [];
  // Figures of a person are for themselves and for the manager of their side (TGT5).
  const mine = people.filter(
    ({ id, side, active, role }) =>
      active && role === 'sdr' && (id === me.memberId || (me.role === 'manager' && side === me.side)),
  );
  return (
    <div class="filters" role="group" aria-label={filters.label}>
      {known.length > 0 ? (
        <Choice
          label={filters.team}
          all={filters.everyTeam}
          value={query['team'] ?? ''}
          options={known}
          onPick={(team) => set({ team })}
        />
      ) : null}
      <Choice
        label={filters.person}
        all={filters.everybody}
        value={query['owner'] ?? ''}
        options={[
          ...mine.map(({ id, name }) => ({ id, label: name })),
          { id: 'none', label: filters.nobody },
        ]}
        onPick={(owner) => set({ owner })}
      />
      {definitions.segments.length > 0 ? (
        <Choice
          label={filters.segment}
          all={filters.everySegment}
          value={query['segment'] ?? ''}
          options={definitions.segments}
          onPick={(segment) => set({ segment })}
        />
      ) : null}
      {definitions.sources.length > 0 ? (
        <Choice
          label={filters.source}
          all={filters.everySource}
          value={query['source'] ?? ''}
          options={definitions.sources}
          onPick={(source) => set({ source })}
        />
      ) : null}
      <Choice
        label={filters.period}
        value={period}
        options={PERIODS.map((id) => ({ id, label: filters.periods[id] }))}
        onPick={(next) => set({ period: next === 'month' ? null : next })}
      />
    </div>
  );
}
