/** Who of theirs is who of ours. */
import type { SystemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type { ConnectionFields, ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { useQuery } from '../api/hooks.ts';
import { members } from '../api/resources.ts';
import { Select } from '../ui/Select.tsx';

interface Props {
  readonly known: ConnectionFields;
  readonly mapping: ConnectionMapping;
  readonly said: SystemsWords['mapping'];
  readonly onChange: (some: Partial<ConnectionMapping>) => void;
}

/** No member has such an id. */
const NOBODY = '-';

export function MappedPeople({ known, mapping, said, onChange }: Props) {
  const everybody = useQuery(members).value?.members ?? [];
  const put = (ref: string, chosen: string) => {
    const { [ref]: _, ...others } = mapping.people;
    if (chosen === '') onChange({ people: others });
    else onChange({ people: { ...others, [ref]: chosen === NOBODY ? null : chosen } });
  };
  const shown = known.people.filter(({ ref, active }) => active || mapping.people[ref] !== null);
  if (shown.length === 0) return null;
  return (
    <table class="mapped">
      <caption>{said.people}</caption>
      <thead>
        <tr>
          <th scope="col">{said.theirs}</th>
          <th scope="col">{said.ours}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ ref, name }) => {
          const member = mapping.people[ref];
          return (
            <tr key={ref}>
              <th scope="row">{name}</th>
              <td>
                <Select
                  label={name}
                  value={member === null ? NOBODY : (member ?? '')}
                  options={[
                    ['', said.askLater] as const,
                    [NOBODY, said.nobody] as const,
                    ...everybody.map(({ id, name: called }) => [id, called] as const),
                  ]}
                  onChoose={(chosen) => put(ref, chosen)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
