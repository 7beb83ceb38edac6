/** Adds a member, or changes one from now on: what was true of them before stays so (FCT3). */
import { useState } from 'preact/hooks';
import type { Calendar } from '../../../shared/definitions/calendar.ts';
import { ROLES, SIDES, type Role, type Side } from '../../../shared/lead/vocabulary.ts';
import type { TeamWords } from '../../../shared/messages/consoleTeam/index.ts';
import type { MemberChange, MemberRequest } from '../../../shared/protocol/api.ts';
import type { MemberView, TeamView } from '../../../shared/protocol/people.ts';
import { useDeed } from '../api/hooks.ts';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Select } from '../ui/Select.tsx';
import { OwnHours } from './OwnHours.tsx';
import { addMember, changeMember } from './resources.ts';

interface Props {
  /** Null: a new one. */
  readonly member: MemberView | null;
  readonly teams: readonly TeamView[];
  readonly words: TeamWords;
  readonly onClose: () => void;
  readonly onAdded: (member: MemberView) => void;
}

interface Filled {
  readonly name: string;
  readonly role: Role;
  readonly side: Side;
  /** '' = none. */
  readonly team: string;
  readonly perDay: string;
  readonly email: string;
  readonly hours: Calendar | null;
}

export function MemberForm({ member, teams, words, onClose, onAdded }: Props) {
  const [filled, setFilled] = useState<Filled>(() => startOf(member));
  const added = useDeed(addMember);
  const changed = useDeed(changeMember);
  const failure = added.failure ?? changed.failure;
  const busy = added.busy || changed.busy;
  const fill = (some: Partial<Filled>) => setFilled((before) => ({ ...before, ...some }));

  const save = async () => {
    if (member) {
      const answer = await changed.run({ id: member.id, change: changeOf(filled) });
      if (answer.ok) onClose();
      return;
    }
    const answer = await added.run(requestOf(filled));
    if (answer.ok) onAdded({ ...viewOf(filled), id: answer.value.id });
  };
  const setActive = async (active: boolean) => {
    const answer = member && (await changed.run({ id: member.id, change: { active } }));
    if (answer?.ok) onClose();
  };
  const { people } = words;
  const wrong = (pointer: string) => failure?.fields[pointer];
  return (
    <FormDialog
      title={member ? people.changeOf(member.name) : people.add}
      act={words.save}
      disabled={busy}
      failure={failure}
      onSubmit={save}
      onClose={onClose}
      beside={
        member ? (
          <button
            type="button"
            class={member.active ? 'danger last' : 'last'}
            disabled={busy}
            onClick={() => void setActive(!member.active)}
          >
            {member.active ? people.leaves : people.comesBack}
          </button>
        ) : null
      }
      below={member?.active ? <p class="minor">{people.leavesHint}</p> : null}
    >
      <Field label={words.name} wrong={wrong('/name')}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={200}
            value={filled.name}
            onInput={({ currentTarget }) => fill({ name: currentTarget.value })}
          />
        )}
      </Field>
      <div class="pair">
        <Field label={words.role} wrong={wrong('/role')} hint={people.roleHints[filled.role]}>
          {(control) => (
            <Select
              control={control}
              value={filled.role}
              options={ROLES.map((role) => [role, words.roles[role]] as const)}
              onChoose={(role) => fill(member ? { role } : { role, side: usualSide(role, filled.side) })}
            />
          )}
        </Field>
        <Field label={words.side} wrong={wrong('/side')}>
          {(control) => (
            <Select
              control={control}
              value={filled.side}
              options={SIDES.map((side) => [side, words.sides[side]] as const)}
              onChoose={(side) => fill({ side })}
            />
          )}
        </Field>
        <Field label={words.team} wrong={wrong('/team')}>
          {(control) => (
            <Select
              control={control}
              value={filled.team}
              options={[['', words.noTeam] as const, ...teams.map(({ id, label }) => [id, label] as const)]}
              onChoose={(team) => fill({ team })}
            />
          )}
        </Field>
        <Field label={people.perDay} wrong={wrong('/perDay')} hint={people.perDayHint}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              step={1}
              value={filled.perDay}
              onInput={({ currentTarget }) => fill({ perDay: currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Field label={people.email} wrong={wrong('/email')} hint={people.emailHint}>
        {(control) => (
          <input
            {...control}
            type="email"
            autocomplete="off"
            value={filled.email}
            onInput={({ currentTarget }) => fill({ email: currentTarget.value })}
          />
        )}
      </Field>
      <OwnHours
        legend={people.hours}
        hint={people.hoursHint}
        name={filled.name}
        value={filled.hours}
        fields={failure?.fields ?? {}}
        onChange={(hours) => fill({ hours })}
      />
    </FormDialog>
  );
}

/** Most marketers are marketing's, most SDRs are sales'; a manager or an admin may be anybody's. */
function usualSide(role: Role, side: Side): Side {
  return role === 'marketer' ? 'marketing' : role === 'sdr' ? 'sales' : side;
}

function startOf(member: MemberView | null): Filled {
  return {
    name: member?.name ?? '',
    role: member?.role ?? 'sdr',
    side: member?.side ?? 'sales',
    team: member?.team ?? '',
    perDay: member?.perDay?.toString() ?? '',
    email: '',
    hours: member?.hours ?? null,
  };
}

function requestOf({ name, role, side, team, perDay, email, hours }: Filled): MemberRequest {
  return {
    name,
    role,
    side,
    ...(team === '' ? {} : { team }),
    ...(perDay === '' ? {} : { perDay: Number(perDay) }),
    ...(email === '' ? {} : { email }),
    ...(hours ? { hours } : {}),
  };
}

function changeOf({ name, role, side, team, perDay, email, hours }: Filled): MemberChange {
  return {
    name,
    role,
    side,
    team: team === '' ? null : team,
    perDay: perDay === '' ? null : Number(perDay),
    hours,
    ...(email === '' ? {} : { email }),
  };
}

function viewOf({ name, role, side, team, perDay, hours }: Filled): Omit<MemberView, 'id'> {
  const limit = perDay === '' ? null : Number(perDay);
  return { name, role, side, team: team || null, active: true, awayUntil: null, perDay: limit, hours };
}
