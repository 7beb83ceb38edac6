/** Which signal each kind of event is that a system tells of. */
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { SystemsWords } from '../../../shared/messages/consoleSystems/index.ts';
import type { ConnectionFields, ConnectionMapping } from '../../../shared/protocol/connections.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';

interface Props {
  readonly known: ConnectionFields;
  readonly mapping: ConnectionMapping;
  readonly definitions: Definitions;
  readonly said: SystemsWords['mapping'];
  readonly onChange: (some: Pick<ConnectionMapping, 'signals'>) => void;
}

export function MappedEvents({ known: { events }, mapping, definitions, said, onChange }: Props) {
  if (events.length === 0) return null;
  const signals = mapping.signals ?? {};
  const choose = (event: string, signal: string) => {
    const { [event]: _, ...others } = signals;
    onChange({ signals: signal === '' ? others : { ...others, [event]: signal } });
  };
  return (
    <fieldset class="apart">
      <legend>{said.events}</legend>
      <p class="minor">{said.eventsHint}</p>
      {events.map(({ id, label }) => (
        <Field key={id} label={label}>
          {(control) => (
            <Select
              control={control}
              value={signals[id] ?? ''}
              options={[
                ['', said.notMapped] as const,
                ...definitions.signals.map((signal) => [signal.id, signal.label] as const),
              ]}
              onChoose={(signal) => choose(id, signal)}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
