/** Each field of ours beside one of theirs, and who keeps it. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { RESERVED_FIELDS } from '../../../shared/lead/vocabulary.ts';
import { reservedLabel } from '../../../shared/messages/reservedFields.ts';
import type { SystemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import {
  KEEPERS,
  type ConnectionFields,
  type ConnectionMapping,
  type Keeper,
} from '../../../shared/protocol/connections.ts';
import { useSession } from '../session.ts';
import { Select } from '../ui/Select.tsx';

interface Props {
  readonly known: ConnectionFields;
  readonly mapping: ConnectionMapping;
  readonly definitions: Definitions;
  readonly said: SystemsWords['mapping'];
  readonly onChange: (some: Partial<ConnectionMapping>) => void;
}

export function MappedFields({ known, mapping, definitions, said, onChange }: Props) {
  const { language } = useSession();
  const named = new Map(definitions.fields.map(({ id, label }) => [id, label]));
  const ours = [...new Set([...RESERVED_FIELDS, ...named.keys()])];
  const theirs = known.fields
    .map(({ id, label }) => [id, label] as const)
    .toSorted((a, b) => a[1].localeCompare(b[1]));
  // Kept, so that it is seen and another one chosen.
  const lost = (field: string | undefined) =>
    field === undefined || known.fields.some(({ id }) => id === field)
      ? []
      : [[field, said.fieldGone(field)] as const];
  const put = (id: string, field: string, keeper: Keeper) => {
    const others = mapping.fields.filter((pair) => pair.ours !== id);
    const words = known.mapping.fields.find((pair) => pair.ours === id && pair.theirs === field)?.words;
    const pair = { ours: id, theirs: field, keeper, ...(words === undefined ? {} : { words }) };
    onChange({ fields: field === '' ? others : [...others, pair] });
  };
  return (
    <table class="mapped">
      <caption>{said.fields}</caption>
      <thead>
        <tr>
          <th scope="col">{said.ours}</th>
          <th scope="col">{said.theirs}</th>
          <th scope="col">{said.keeper}</th>
        </tr>
      </thead>
      <tbody>
        {ours.map((id) => {
          const pair = mapping.fields.find((one) => one.ours === id);
          const label = named.get(id) ?? reservedLabel(id, language) ?? id;
          return (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>
                <Select
                  label={`${said.theirs}: ${label}`}
                  value={pair?.theirs ?? ''}
                  options={[['', said.notMapped] as const, ...lost(pair?.theirs), ...theirs]}
                  onChoose={(field) => put(id, field, pair?.keeper ?? 'theirs')}
                />
              </td>
              <td>
                {pair ? (
                  <Select<Keeper>
                    label={`${said.keeper}: ${label}`}
                    value={pair.keeper}
                    options={KEEPERS.map((keeper) => [keeper, said.keepers[keeper]] as const)}
                    onChoose={(keeper) => put(id, pair.theirs, keeper)}
                  />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
