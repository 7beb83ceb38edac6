/** The whole workspace as a file, out and back in (SYN6). */
import { useState } from 'preact/hooks';
import type { Failure } from '../api/failure.ts';
import { useSession } from '../session.ts';
import { Failed } from '../ui/Failed.tsx';
import { Field } from '../ui/Field.tsx';
import { Panel } from '../ui/Panel.tsx';
import type { ConnectionsProps } from './Connections.tsx';
import { restoreBackup } from './resources.ts';
import { Sure } from './Sure.tsx';

export function Backup({ words }: Pick<ConnectionsProps, 'words'>) {
  const { words: common } = useSession();
  const [file, setFile] = useState<File | null>(null);
  const [isSure, setSure] = useState(false);
  const [state, setState] = useState<'' | 'sending' | 'restoring'>('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const { records: said } = words;
  const restore = async () => {
    setSure(false);
    setFailure(null);
    if (!file) return;
    setState('sending');
    const answer = await restoreBackup(file);
    setState(answer.ok ? 'restoring' : '');
    if (!answer.ok) setFailure(answer.failure);
  };
  return (
    <Panel title={said.backup} about={said.backupAbout}>
      <div class="form">
        <div class="buttons">
          <a class="button" href="/v1/export" download="combinado-backup.ndjson">
            {said.download}
          </a>
        </div>
        <Field label={said.restore} hint={said.restoreAbout}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".ndjson"
              onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
            />
          )}
        </Field>
        {failure ? <Failed failure={failure} words={common} /> : null}
        <p class="told" role="status">
          {state === '' ? '' : state === 'sending' ? words.imports.sending : said.restoring}
        </p>
        <div class="buttons">
          <button
            type="button"
            class="danger"
            disabled={!file || state === 'sending'}
            onClick={() => setSure(true)}
          >
            {said.restore}
          </button>
        </div>
      </div>
      {isSure ? (
        <Sure
          title={said.sureRestore}
          text={said.sureRestoreText}
          act={said.restore}
          onYes={() => void restore()}
          onClose={() => setSure(false)}
        />
      ) : null}
    </Panel>
  );
}
