/** One of the members who are here, or nobody. */
import type { MemberView } from '../../../shared/protocol/people.ts';
import type { Control } from '../ui/Field.tsx';

interface Props {
  readonly control: Control;
  readonly people: readonly MemberView[];
  /** What '' is called; left out where somebody has to be named. */
  readonly none?: string;
  readonly value: string;
  readonly onChoose: (member: string) => void;
}

export function MemberSelect({ control, people, none, value, onChoose }: Props) {
  return (
    <select
      {...control}
      required={none === undefined}
      value={value}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {none === undefined ? null : <option value="">{none}</option>}
      {people
        .filter(({ active }) => active)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  );
}
