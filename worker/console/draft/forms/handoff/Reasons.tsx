/** Reasons sales may give for a return, and for a snooze: each a name and what follows from it. */
import { idFrom } from '../idFrom.ts';
import { EntryList } from '../pieces/EntryList.tsx';
import { CheckLine, PickLine } from '../pieces/lines.tsx';
import { NameLine } from '../pieces/NameLine.tsx';
import type { HandoffProps } from './Handoff.tsx';

const ANSWERS = ['recycled', 'disqualified'] as const;

export function Reasons({ said, ...part }: HandoffProps) {
  const { definitions, problems, change, telling, inForce } = part;
  const { reasons } = definitions.handoff;
  const taken = reasons.map(({ id }) => id);
  const known = new Set(inForce.definitions.handoff.reasons.map(({ id }) => id));
  return (
    <EntryList
      {...part}
      label={said.reasons}
      pointer="/handoff/reasons"
      entries={reasons}
      nameOf={({ label }) => label}
      about={({ unreachable }) => (unreachable ? said.afterTries : null)}
      beside={({ answer }) => <span class="tag">{telling.catalog.words.answers[answer]}</span>}
      add={said.addReason}
      fresh={() => ({
        id: idFrom(said.freshReason, taken),
        label: said.freshReason,
        answer: 'recycled' as const,
      })}
    >
      {(reason, at) => (
        <>
          <div class="pair">
            <NameLine {...part} pointer={at} entry={reason} taken={taken} isFree={!known.has(reason.id)} />
            <PickLine
              label={said.answer}
              pointer={`${at}/answer`}
              problems={problems}
              change={change}
              value={reason.answer}
              options={ANSWERS.map((answer) => [answer, said.answers[answer]] as const)}
            />
          </div>
          <CheckLine
            label={said.asUnreachable}
            pointer={`${at}/unreachable`}
            problems={problems}
            change={change}
            value={reason.unreachable}
          />
        </>
      )}
    </EntryList>
  );
}

export function SnoozeReasons({ said, ...part }: HandoffProps) {
  const { reasons } = part.definitions.handoff.snooze;
  const taken = reasons.map(({ id }) => id);
  const known = new Set(part.inForce.definitions.handoff.snooze.reasons.map(({ id }) => id));
  return (
    <EntryList
      {...part}
      label={said.snooze.reasons}
      pointer="/handoff/snooze/reasons"
      entries={reasons}
      nameOf={({ label }) => label}
      add={said.snooze.addReason}
      fresh={() => ({ id: idFrom(said.snooze.freshReason, taken), label: said.snooze.freshReason })}
    >
      {(reason, at) => (
        <NameLine {...part} pointer={at} entry={reason} taken={taken} isFree={!known.has(reason.id)} />
      )}
    </EntryList>
  );
}
