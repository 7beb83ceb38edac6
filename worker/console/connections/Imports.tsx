/** Files of leads: chosen, their columns told apart, checked or taken in, and followed row by row (TRI2). */
import { useState } from 'preact/hooks';
import type { GuessResponse, ImportQuery } from '../../../shared/protocol/imports.ts';
import { useCache, useQuery } from '../api/hooks.ts';
import type { Failure } from '../api/failure.ts';
import { useSession } from '../session.ts';
import { Awaited } from '../ui/Awaited.tsx';
import { Failed } from '../ui/Failed.tsx';
import { Field } from '../ui/Field.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Columns } from './Columns.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { ImportEntry } from './ImportEntry.tsx';
import { guessColumns, imports, sendFile, typeOf } from './resources.ts';

interface Chosen {
  readonly file: File;
  /** Null: NDJSON says itself what it holds. */
  readonly guess: GuessResponse | null;
}

export function Imports({ words, when, version }: ConnectionsProps) {
  const { words: common } = useSession();
  const cache = useCache();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [taken, setTaken] = useState(0);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = useQuery(imports);
  const { imports: said } = words;

  const choose = async (file: File | undefined) => {
    setChosen(null);
    setFailure(null);
    if (!file) return;
    if (typeOf(file) !== 'text/csv') return setChosen({ file, guess: null });
    const guessed = await guessColumns(file);
    if (guessed.ok) setChosen({ file, guess: guessed.value });
    else setFailure(guessed.failure);
  };
  const send = async (query: ImportQuery) => {
    if (!chosen) return;
    setSending(true);
    setFailure(null);
    const sent = await sendFile({ file: chosen.file, query });
    setSending(false);
    cache.reload(imports.key);
    if (!sent.ok) return setFailure(sent.failure);
    // After a check it stays, to be taken in as it was checked.
    if (query.dryRun === 'true') return;
    setChosen(null);
    setTaken((before) => before + 1);
  };
  return (
    <div class="stack">
      <Panel title={words.parts.imports} about={said.about}>
        <Field label={said.choose} hint={said.chooseHint}>
          {(control) => (
            <input
              {...control}
              // Taken in, it is chosen no more.
              key={taken}
              type="file"
              accept=".csv,.tsv,.txt,.ndjson,.jsonl,text/csv"
              disabled={isSending}
              onChange={({ currentTarget }) => void choose(currentTarget.files?.[0])}
            />
          )}
        </Field>
        {failure ? <Failed failure={failure} words={common} /> : null}
        {chosen ? (
          <Columns
            key={`${chosen.file.name} ${chosen.file.lastModified}`}
            name={chosen.file.name}
            guess={chosen.guess}
            definitions={version.definitions}
            busy={isSending}
            words={words}
            onSend={(query) => void send(query)}
          />
        ) : null}
        <p role="status" class="minor">
          {isSending ? said.sending : ''}
        </p>
      </Panel>
      <Panel title={said.list}>
        <Awaited read={read} lines={4} empty={read.value?.imports.length === 0 ? said.empty : null} />
        <ul class="entries">
          {(read.value?.imports ?? []).map((one) => (
            <ImportEntry key={one.id} shown={one} words={words} when={when} />
          ))}
        </ul>
      </Panel>
    </div>
  );
}
