/** A report as CSV, of just what the screen counts. */
import { useState } from 'preact/hooks';
import type { LoopWords } from '../../../shared/messages/consoleLoop/index.ts';
import type { ReportName } from '../../../shared/protocol/reports.ts';
import type { Scope } from '../api/reports.ts';
import { useSession } from '../session.ts';
import { saveCsv } from './resources.ts';

interface Props {
  readonly report: ReportName;
  readonly scope: Scope;
  /** Of the panel it stands in. */
  readonly title: string;
  readonly words: LoopWords;
}

export function ExportButton({ report, scope, title, words }: Props) {
  const { words: shell } = useSession();
  const [state, setState] = useState<'still' | 'busy' | 'failed'>('still');
  const save = async () => {
    setState('busy');
    setState((await saveCsv(report, scope)) ? 'still' : 'failed');
  };
  return (
    <>
      <span role="status">{state === 'busy' ? words.exporting : null}</span>
      {state === 'failed' ? (
        <span role="alert" class="tone-late">
          {shell.failures.broken}
        </span>
      ) : null}
      <button
        type="button"
        class="quiet"
        aria-label={words.exportOf(title)}
        disabled={state === 'busy'}
        onClick={() => void save()}
      >
        {words.export}
      </button>
    </>
  );
}
