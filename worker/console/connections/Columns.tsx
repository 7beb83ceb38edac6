/** What each column of a file means, as guessed and as people correct it; then checked or taken in. */
import { useState } from 'preact/hooks';
import type { Definitions } from '../../../shared/definitions/definitions.ts';
import type { ConnectionsWords } from '../../../shared/messages/consoleConnections/index.ts';
import type { DateOrder, GuessResponse, ImportQuery } from '../../../shared/protocol/imports.ts';
import { useSession } from '../session.ts';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { targetsFor } from './targets.ts';

interface Props {
  readonly name: string;
  readonly guess: GuessResponse | null;
  readonly definitions: Definitions;
  readonly busy: boolean;
  readonly words: ConnectionsWords;
  readonly onSend: (query: ImportQuery) => void;
}

export function Columns({ name, guess, definitions, busy, words, onSend }: Props) {
  const { messages, language } = useSession();
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(guess?.mapping ?? {});
  const [dates, setDates] = useState<DateOrder>(guess?.dates ?? 'dayFirst');
  const { imports: said } = words;
  const send = (dryRun: boolean) =>
    onSend({ ...(guess ? { mapping, dates } : {}), dryRun: dryRun ? 'true' : 'false' });
  const mean = (column: string, target: string) =>
    setMapping((before) => {
      const { [column]: _, ...others } = before;
      return target === '' ? others : { ...others, [column]: target };
    });
  return (
    <form
      class="form columns"
      onSubmit={(event) => {
        event.preventDefault();
        send(false);
      }}
    >
      {guess ? (
        <div class="scroll">
          <table>
            <caption>{said.columns(name)}</caption>
            <thead>
              <tr>
                <th scope="col">{said.column}</th>
                <th scope="col">{said.samples}</th>
                <th scope="col">{said.means}</th>
              </tr>
            </thead>
            <tbody>
              {guess.columns.map((column) => (
                <tr key={column.name}>
                  <th scope="row">{column.name}</th>
                  <td class="samples">{column.samples.slice(0, 3).join(' · ')}</td>
                  <td>
                    <select
                      aria-label={`${column.name}: ${said.means}`}
                      value={mapping[column.name] ?? ''}
                      onChange={({ currentTarget }) => mean(column.name, currentTarget.value)}
                    >
                      <option value="">{said.ignore}</option>
                      {targetsFor(definitions, words, messages, language, column.target).map((group) => (
                        <optgroup key={group.label} label={group.label}>
                          {group.targets.map(([target, label]) => (
                            <option key={target} value={target}>
                              {label}
                            </option>
                          ))}
                        </optgroup>
                      ))}
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {guess && guess.dates === null ? (
        <Field label={said.dates}>
          {(control) => (
            <Select
              control={control}
              value={dates}
              options={[
                ['dayFirst', said.dayFirst],
                ['monthFirst', said.monthFirst],
              ]}
              onChoose={setDates}
            />
          )}
        </Field>
      ) : null}
      <p class="minor">{said.backlog}</p>
      <div class="buttons">
        <button type="submit" class="strong" disabled={busy}>
          {said.start}
        </button>
        <button type="button" disabled={busy} onClick={() => send(true)}>
          {said.check}
        </button>
      </div>
    </form>
  );
}
