/** Which of a sender's names is which field of the agreement. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import { reservedLabel } from '../../../shared/messages/reservedFields.ts';
import { useSession } from '../session.ts';
import { Select } from '../ui/Select.tsx';
import type { FieldPair } from './hookRequest.ts';

/** Fields every lead has; where it came from is told elsewhere. */
const KEPT = ['name', 'company', 'country', 'state', 'city', 'persona', 'product'] as const;

interface Props {
  readonly pairs: readonly FieldPair[];
  readonly definitions: Definitions;
  readonly words: ConnectionsWords;
  readonly onChange: (pairs: readonly FieldPair[]) => void;
}

export function FieldPairs({ pairs, definitions, words: { incoming: said }, onChange }: Props) {
  const { language } = useSession();
  const everybodys = KEPT.filter((id) => !definitions.fields.some((field) => field.id === id));
  const options = [
    ...everybodys.map((id) => [id, reservedLabel(id, language) ?? id] as const),
    ...definitions.fields.map(({ id, label }) => [id, label] as const),
  ];
  const next = options.find(([id]) => pairs.every(({ field }) => field !== id))?.[0];
  const put = (place: number, pair: FieldPair) => onChange(pairs.with(place, pair));
  return (
    <fieldset class="pairs">
      <legend>{said.fields}</legend>
      <p class="minor">{said.fieldsHint}</p>
      {pairs.map((pair, place) => (
        <div class="pair-row" key={place}>
          <input
            aria-label={said.key}
            required
            value={pair.key}
            onInput={({ currentTarget }) => put(place, { ...pair, key: currentTarget.value })}
          />
          <Select
            label={said.field}
            value={pair.field}
            options={options}
            onChoose={(field) => put(place, { ...pair, field })}
          />
          <button
            type="button"
            class="quiet"
            aria-label={said.removeField(pair.key)}
            onClick={() => onChange(pairs.toSpliced(place, 1))}
          >
            ×
          </button>
        </div>
      ))}
      {next === undefined ? null : (
        <button type="button" class="quiet" onClick={() => onChange([...pairs, { key: '', field: next }])}>
          + {said.addField}
        </button>
      )}
    </fieldset>
  );
}
