/** Teams: who they are made of and who manages them (HOF2). */
import { useState } from 'preact/hooks';
import { SIDES, type Side } from '../../../shared/lead/vocabulary.ts';
import type { MemberView, TeamView } from '../../../shared/protocol/people.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { members, teams } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { NameField } from '../ui/NameField.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Select } from '../ui/Select.tsx';
import { saveTeam } from './resources.ts';
import type { TeamProps } from './Team.tsx';

export function Teams({ words }: TeamProps) {
  const { me, format } = useSession();
  const [open, setOpen] = useState<{ readonly team: TeamView | null } | null>(null);
  const read = useQuery(teams);
  const people = (useQuery(members).value?.members ?? []).filter(({ active }) => active);
  if (!read.value) return <Awaited read={read} lines={4} />;
  const known = read.value.teams;
  const mayChange = me.role === 'admin' || me.role === 'manager';
  return (
    <Panel
      title={words.parts.teams}
      about={words.teams.about}
      actions={
        mayChange ? (
          <button type="button" class="strong" onClick={() => setOpen({ team: null })}>
            {words.teams.add}
          </button>
        ) : null
      }
    >
      {known.length === 0 ? (
        <p class="empty">{words.teams.empty}</p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{words.team}</th>
                <th scope="col">{words.side}</th>
                <th scope="col">{words.teams.manager}</th>
                <th scope="col">{words.teams.members}</th>
                {mayChange ? <td /> : null}
              </tr>
            </thead>
            <tbody>
              {known.map((team) => {
                const of = people.filter((member) => member.team === team.id);
                return (
                  <tr key={team.id}>
                    <th scope="row">{team.label}</th>
                    <td>{words.sides[team.side]}</td>
                    <td>{people.find(({ id }) => id === team.manager)?.name ?? words.teams.nobody}</td>
                    <td>{of.length === 0 ? '–' : format.list(of.map(({ name }) => name))}</td>
                    {mayChange ? (
                      <td class="acts">
                        <button
                          type="button"
                          class="quiet"
                          aria-label={words.teams.changeOf(team.label)}
                          onClick={() => setOpen({ team })}
                        >
                          {words.people.change}
                        </button>
                      </td>
                    ) : null}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {open ? (
        <TeamForm
          team={open.team}
          taken={known}
          people={people}
          words={words}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Panel>
  );
}

interface FormProps extends Pick<TeamProps, 'words'> {
  readonly team: TeamView | null;
  readonly taken: readonly TeamView[];
  readonly people: readonly MemberView[];
  readonly onClose: () => void;
}

function TeamForm({ team, taken, people, words, onClose }: FormProps) {
  const [label, setLabel] = useState(team?.label ?? '');
  const [side, setSide] = useState<Side>(team?.side ?? 'sales');
  const [manager, setManager] = useState(team?.manager ?? '');
  const { run, busy, failure } = useDeed(saveTeam);
  const save = async () => {
    const id = team?.id ?? idFor(label, taken);
    const answer = await run({ id, label, side, ...(manager === '' ? {} : { manager }) });
    if (answer.ok) onClose();
  };
  const leaders = people.filter(({ role }) => role === 'manager' || role === 'admin');
  return (
    <FormDialog
      title={team ? words.teams.changeOf(team.label) : words.teams.add}
      act={words.save}
      disabled={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
    >
      <NameField label={words.name} value={label} failure={failure} onChange={setLabel} />
      <div class="pair">
        <Field label={words.side}>
          {(control) => (
            <Select
              control={control}
              value={side}
              options={SIDES.map((one) => [one, words.sides[one]] as const)}
              onChoose={setSide}
            />
          )}
        </Field>
        <Field label={words.teams.manager} wrong={failure?.fields['/manager']}>
          {(control) => (
            <Select
              control={control}
              value={manager}
              options={[
                ['', words.teams.nobody] as const,
                ...leaders.map(({ id, name }) => [id, name] as const),
              ]}
              onChoose={setManager}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  );
}

/** The agreement's routes name teams by id: a word people can read there. */
function idFor(label: string, taken: readonly TeamView[]): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const word = plain.replace(/[^a-z0-9]+/g, '_').replace(/^_+|_+$/g, '') || 'team';
  const isFree = (id: string) => taken.every((team) => team.id !== id);
  if (isFree(word)) return word;
  for (let n = 2; ; n += 1) if (isFree(`${word}_${n}`)) return `${word}_${n}`;
}
