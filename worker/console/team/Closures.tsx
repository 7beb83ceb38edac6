/** Closed periods declared afterwards: deadlines that ran through them move (CAL7). */
import { useState } from 'preact/hooks';
import type { ClosureView } from '../../../shared/protocol/closures.ts';
import { whenShort } from '../../../shared/ui/when.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { members, teams } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Panel } from '../ui/Panel.tsx';
import { ClosureForm } from './ClosureForm.tsx';
import { closures, withdrawClosure } from './resources.ts';
import type { TeamProps } from './Team.tsx';

export function Closures({ words, when }: TeamProps) {
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  const [isLooking, setLooking] = useState(false);
  const read = useQuery(closures);
  const people = useQuery(members).value?.members ?? [];
  const known = useQuery(teams).value?.teams ?? [];
  const isAdmin = me.role === 'admin';
  const mine = known.filter(({ manager }) => isAdmin || manager === me.memberId);
  const mayClose = isAdmin || (me.role === 'manager' && mine.length > 0);
  const { closures: said } = words;
  return (
    <Panel
      title={words.parts.closures}
      about={said.about}
      actions={
        mayClose ? (
          <button type="button" class="strong" onClick={() => setOpen(true)}>
            {said.add}
          </button>
        ) : null
      }
    >
      {isLooking ? (
        <p class="told" role="status">
          {said.looking}
        </p>
      ) : null}
      <Awaited read={read} lines={4} empty={read.value?.closures.length === 0 ? said.empty : null} />
      <ul class="entries">
        {(read.value?.closures ?? []).map((closure) => (
          <Closure
            key={closure.id}
            closure={closure}
            whom={known.find(({ id }) => id === closure.team)?.label ?? said.everybody}
            by={people.find(({ id }) => id === closure.by)?.name ?? '…'}
            mayWithdraw={mayClose && closure.withdrawnAt === null && closure.end > when.now}
            words={words}
            when={when}
          />
        ))}
      </ul>
      {isOpen ? (
        <ClosureForm
          teams={mine}
          forAll={isAdmin}
          words={words}
          when={when}
          onClose={() => setOpen(false)}
          onDeclared={() => {
            setOpen(false);
            setLooking(true);
          }}
        />
      ) : null}
    </Panel>
  );
}

interface Props extends TeamProps {
  readonly closure: ClosureView;
  readonly whom: string;
  readonly by: string;
  readonly mayWithdraw: boolean;
}

function Closure({ closure, whom, by, mayWithdraw, words: { closures: words }, when }: Props) {
  const { words: common } = useSession();
  const { run, busy, failure } = useDeed(withdrawClosure);
  return (
    <li>
      <div>
        <b>{whom}</b>{' '}
        <span>
          {whenShort(closure.start, when)} – {whenShort(closure.end, when)}
        </span>{' '}
        {closure.withdrawnAt === null ? null : <span class="tag">{words.withdrawn}</span>}
        <p>{closure.reason}</p>
        <p class="minor">{words.by(by)}</p>
        {failure ? <Failed failure={failure} words={common} /> : null}
      </div>
      {mayWithdraw ? (
        <div class="buttons">
          <button type="button" disabled={busy} onClick={() => void run(closure.id)}>
            {words.withdraw}
          </button>
        </div>
      ) : null}
    </li>
  );
}
