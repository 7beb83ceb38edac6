/** Who gets a lead that has no owner (HOF2): the first route that fits names a person, or a team whose people take turns. */
import { criterionWords } from '../../../../../shared/definitions/change/criterion.ts';
import { handoffFormWords } from '../../../../../shared/messages/handoffForm/index.ts';
import { useQuery } from '../../../api/hooks.ts';
import { members as membersResource, teams as teamsResource } from '../../../api/resources.ts';
import { useSession } from '../../../session.ts';
import { CriterionForm } from '../criterion/CriterionForm.tsx';
import { idFrom } from '../idFrom.ts';
import type { PartProps } from '../part.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { PickLine } from '../pieces/lines.tsx';
import { inOrder, numbered, type Route } from './order.ts';

export default function Routes(part: PartProps) {
  const { language } = useSession();
  const said = handoffFormWords(language).routes;
  const { definitions, problems, change, telling } = part;
  const { routes } = definitions;
  const teams = useQuery(teamsResource).value?.teams ?? [];
  const options = teams.filter(({ side }) => side === 'sales').map(({ id, label }) => [id, label] as const);
  const people = (useQuery(membersResource).value?.members ?? [])
    .filter(({ active, side }) => active && side === 'sales')
    .map(({ id, name }) => [id, name] as const);
  const personOf = (id: string) => people.find(([one]) => one === id)?.[1] ?? id;
  const teamOf = (id: string) => teams.find((team) => team.id === id)?.label ?? id;
  const whom = ({ when }: Route) => (when ? criterionWords(when, telling) : said.everybody);
  const tried = inOrder(routes);
  const catchAll = tried.findIndex(({ when }) => when === undefined);
  const caught = tried[catchAll];
  const takerOf = ({ member, team }: Route) =>
    member === undefined ? teamOf(team) : said.firstThen(personOf(member), teamOf(team));
  const nameOf = (route: Route) => `${whom(route)} → ${takerOf(route)}`;
  return (
    <div class="form">
      <p class="minor">{said.about}</p>
      {caught === undefined ? <p class="minor">{said.last}</p> : null}
      {caught !== undefined && catchAll < tried.length - 1 ? (
        <p class="faults">{said.unreached(nameOf(caught))}</p>
      ) : null}
      <EntryList<Route>
        {...part}
        label={said.list}
        pointer="/routes"
        entries={tried}
        stepOf={(route) => String(routes.indexOf(route))}
        listOf={numbered}
        nameOf={nameOf}
        add={said.add}
        fresh={() => ({
          id: idFrom(
            'route',
            routes.map(({ id }) => id),
          ),
          order: (tried.at(-1)?.order ?? 0) + 1,
          team: options[0]?.[0] ?? '',
        })}
      >
        {(route, at) => (
          <>
            <PickLine
              label={said.member}
              hint={said.memberHint}
              pointer={`${at}/member`}
              problems={problems}
              change={change}
              value={route.member}
              options={people}
              none={said.inTurn}
            />
            <PickLine
              label={said.team}
              hint={options.length === 0 ? said.noTeams : undefined}
              pointer={`${at}/team`}
              problems={problems}
              change={change}
              value={route.team}
              options={options}
            />
            <CriterionForm
              {...part}
              label={said.when}
              pointer={`${at}/when`}
              predicate={route.when}
              decides={null}
              isOptional
            />
          </>
        )}
      </EntryList>
    </div>
  );
}
