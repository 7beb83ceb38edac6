/** What of a mapping cannot be kept, under the name people know each field by. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import { reservedLabel } from '../../../shared/messages/reservedFields.ts';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Failure } from '../api/failure.ts';
import { useSession } from '../session.ts';
import { faultSaid } from './faults.ts';

interface Props {
  readonly failure: Failure | null;
  readonly mapping: ConnectionMapping;
  readonly definitions: Definitions;
}

export function MappingFaults({ failure, mapping, definitions }: Props) {
  const { language } = useSession();
  const errors = failure?.problem?.errors ?? [];
  if (errors.length === 0) return null;
  const nameOf = (pointer: string): string => {
    const index = /^\/mapping\/fields\/(\d+)\//.exec(pointer)?.[1];
    const id = index === undefined ? undefined : mapping.fields[Number(index)]?.ours;
    if (id === undefined) return '';
    return definitions.fields.find((one) => one.id === id)?.label ?? reservedLabel(id, language) ?? id;
  };
  return (
    <ul class="wrong">
      {errors.map((error) => {
        const name = nameOf(error.pointer);
        return (
          <li key={error.pointer}>
            {name === ''
              ? faultSaid(language, error)
              : `${name}: ${faultSaid(language, { ...error, pointer: '' })}`}
          </li>
        );
      })}
    </ul>
  );
}
