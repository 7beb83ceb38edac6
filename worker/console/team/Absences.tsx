/** Who is away from when to when, and what becomes of their leads (HOF2, CLK10). */
import { useState } from 'preact/hooks';
import type { AbsenceView, RedistributeResponse } from '../../../shared/protocol/absences.ts';
import { whenShort } from '../../../shared/ui/when.ts';
import { useDeed, useQuery } from '../api/hooks.ts';
import { members } from '../api/resources.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Panel } from '../ui/Panel.tsx';
import { AbsenceForm } from './AbsenceForm.tsx';
import { absenceOf, absences, endAbsence, redistribute } from './resources.ts';
import type { TeamProps } from './Team.tsx';

export function Absences({ words, when }: TeamProps) {
  const { me } = useSession();
  const [isOpen, setOpen] = useState(false);
  const read = useQuery(absences);
  const people = useQuery(members).value?.members ?? [];
  const leads = me.role === 'admin' || me.role === 'manager';
  const nameOf = (id: string) => people.find((member) => member.id === id)?.name ?? '…';
  return (
    <Panel
      title={words.parts.absences}
      about={words.absences.about}
      actions={
        <button type="button" class="strong" onClick={() => setOpen(true)}>
          {words.absences.add}
        </button>
      }
    >
      <Awaited
        read={read}
        lines={4}
        empty={read.value?.absences.length === 0 ? words.absences.empty : null}
      />
      <ul class="entries">
        {(read.value?.absences ?? []).map((absence) => (
          <Absence
            key={absence.id}
            absence={absence}
            name={nameOf(absence.memberId)}
            mayEnd={leads || absence.memberId === me.memberId}
            mayGive={leads}
            words={words}
            when={when}
          />
        ))}
      </ul>
      {isOpen ? (
        <AbsenceForm
          people={leads ? people.filter(({ active }) => active) : []}
          words={words}
          when={when}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Panel>
  );
}

interface Props extends TeamProps {
  readonly absence: AbsenceView;
  readonly name: string;
  readonly mayEnd: boolean;
  readonly mayGive: boolean;
}

function Absence({ absence, name, mayEnd, mayGive, words: { absences: words }, when }: Props) {
  const { words: common, format } = useSession();
  const waiting = useQuery(mayEnd ? absenceOf(absence.id) : null).value?.leads ?? 0;
  const ending = useDeed(endAbsence);
  const giving = useDeed(redistribute);
  const [given, setGiven] = useState<RedistributeResponse | null>(null);
  const give = async () => {
    const answer = await giving.run(absence.id);
    if (answer.ok) setGiven(answer.value);
  };
  const failure = ending.failure ?? giving.failure;
  return (
    <li>
      <div>
        <b>{name}</b>{' '}
        <span>
          {whenShort(absence.from, when)} – {whenShort(absence.until, when)}
        </span>
        {absence.reason ? <p>{absence.reason}</p> : null}
        {waiting > 0 ? <p class="minor">{format.plural(waiting, words.waiting)}</p> : null}
        {given ? (
          <p class="told" role="status">
            {format.plural(given.given.length, words.given)}{' '}
            {given.left.length > 0 ? format.plural(given.left.length, words.stayed) : ''}
          </p>
        ) : null}
        {failure ? <Failed failure={failure} words={common} /> : null}
      </div>
      <div class="buttons">
        {mayGive && waiting > 0 ? (
          <button
            type="button"
            disabled={giving.busy}
            aria-label={words.giveOf(name)}
            onClick={() => void give()}
          >
            {words.give}
          </button>
        ) : null}
        {mayEnd ? (
          <button
            type="button"
            disabled={ending.busy}
            aria-label={words.endOf(name)}
            onClick={() => void ending.run(absence.id)}
          >
            {words.end}
          </button>
        ) : null}
      </div>
    </li>
  );
}
