/** What a line is about: everything the agreement knows, by kind, and nothing else. */
import { reservedLabel } from '../../../../../shared/messages/reservedFields.ts';
import type { Leaf } from '../../../../../shared/predicate/predicate.ts';
import { useSession } from '../../../session.ts';
import type { Building } from './building.ts';
import { fieldsOf, isThere, mayAsk, PLAIN, type PlainSubject, type Subject, subjectOf } from './subject.ts';

interface Props {
  readonly building: Building;
  readonly leaf: Leaf;
  readonly onChoose: (subject: Subject) => void;
}

const KINDS: readonly PlainSubject[] = ['emailDomain', 'segment', 'persona', 'product'];
const POINTS: readonly PlainSubject[] = ['score', 'fit', 'engagement'];
const WAY: readonly PlainSubject[] = ['stageIs', 'stageWas', 'attempts', 'account'];

export function SubjectSelect({ building, leaf, onChoose }: Props) {
  const { language } = useSession();
  const { said, definitions, decides } = building;
  const here = subjectOf(leaf);
  const plain = (names: readonly PlainSubject[]) =>
    names
      .filter((name) => name === here || (mayAsk(name, decides) && isThere(name, definitions)))
      .map((name) => [name, said.subjects[name]] as const);
  const groups: readonly (readonly [string, readonly (readonly [Subject, string])[]])[] = [
    [
      said.groups.fields,
      fieldsOf(definitions).map(({ id, label }) => [
        `field ${id}` as const,
        label || (reservedLabel(id, language) ?? id),
      ]),
    ],
    [said.groups.signals, definitions.signals.map(({ id, label }) => [`signal ${id}` as const, label || id])],
    [said.groups.kinds, plain(KINDS)],
    [said.groups.points, plain(POINTS)],
    [said.groups.way, plain(WAY)],
  ];
  const isKnown = groups.some(([, options]) => options.some(([subject]) => subject === here));
  return (
    <select
      aria-label={said.subject}
      value={here}
      onChange={({ currentTarget: { value } }) => {
        const chosen = groups.flatMap(([, options]) => options).find(([subject]) => subject === value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {isKnown ? null : (
        <option value={here}>
          {PLAIN.some((name) => name === here) ? here : here.slice(here.indexOf(' ') + 1)}
        </option>
      )}
      {groups.map(([label, options]) =>
        options.length === 0 ? null : (
          <optgroup key={label} label={label}>
            {options.map(([subject, name]) => (
              <option key={subject} value={subject}>
                {name}
              </option>
            ))}
          </optgroup>
        ),
      )}
    </select>
  );
}
