/** The people: name, side, role, team, and whether they are here. An admin adds, changes and invites. */
import { useState } from 'preact/hooks';
import type { MemberView } from '../../../shared/protocol/people.ts';
import { whenShort } from '../../../shared/ui/when.ts';
import { useQuery } from '../api/hooks.ts';
import { members, teams } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Panel } from '../ui/Panel.tsx';
import { InviteLink } from './InviteLink.tsx';
import { MemberForm } from './MemberForm.tsx';
import type { TeamProps } from './Team.tsx';

type Open = { readonly what: 'add' } | { readonly what: 'change' | 'invite'; readonly member: MemberView };

export function People({ words, when }: TeamProps) {
  const { me, format } = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const [withLeft, setWithLeft] = useState(false);
  const read = useQuery(members);
  const known = useQuery(teams).value?.teams ?? [];
  if (!read.value) return <Awaited read={read} lines={8} />;
  const everybody = read.value.members;
  const here = everybody.filter(({ active }) => active);
  const isAdmin = me.role === 'admin';
  const shown = (withLeft ? everybody : here).toSorted((a, b) => a.name.localeCompare(b.name));
  const close = () => setOpen(null);
  return (
    <Panel
      title={words.parts.people}
      about={format.plural(here.length, words.people.about)}
      actions={
        isAdmin ? (
          <button type="button" class="strong" onClick={() => setOpen({ what: 'add' })}>
            {words.people.add}
          </button>
        ) : null
      }
    >
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.side}</th>
              <th scope="col">{words.team}</th>
              <th scope="col" class="n">
                {words.people.perDay}
              </th>
              {isAdmin ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((member) => (
              <tr key={member.id}>
                <th scope="row">
                  {member.name} <Standing member={member} words={words} when={when} />
                </th>
                <td>{member.role ? words.roles[member.role] : '–'}</td>
                <td>{words.sides[member.side]}</td>
                <td>{known.find(({ id }) => id === member.team)?.label ?? '–'}</td>
                <td class="n">
                  {member.perDay === null ? words.people.noLimit : format.number(member.perDay)}
                </td>
                {isAdmin ? (
                  <td class="acts">
                    <button
                      type="button"
                      class="quiet"
                      aria-label={words.people.changeOf(member.name)}
                      onClick={() => setOpen({ what: 'change', member })}
                    >
                      {words.people.change}
                    </button>
                    {member.active ? (
                      <button
                        type="button"
                        class="quiet"
                        aria-label={words.people.inviteOf(member.name)}
                        onClick={() => setOpen({ what: 'invite', member })}
                      >
                        {words.people.invite}
                      </button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {here.length < everybody.length ? (
        <label class="check">
          <input
            type="checkbox"
            checked={withLeft}
            onChange={({ currentTarget }) => setWithLeft(currentTarget.checked)}
          />{' '}
          {words.people.showLeft}
        </label>
      ) : null}
      {open?.what === 'invite' ? (
        <InviteLink member={open.member} words={words} when={when} onClose={close} />
      ) : open ? (
        <MemberForm
          member={open.what === 'change' ? open.member : null}
          teams={known}
          words={words}
          onClose={close}
          onAdded={(member) => setOpen({ what: 'invite', member })}
        />
      ) : null}
    </Panel>
  );
}

function Standing({ member, words, when }: TeamProps & { readonly member: MemberView }) {
  if (!member.active) return <span class="tag">{words.people.left}</span>;
  if (member.awayUntil === null) return null;
  return <span class="tag risk">{words.people.away(whenShort(member.awayUntil, when))}</span>;
}
