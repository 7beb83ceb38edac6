/** The state of the device, to read or to send to whoever helps: counts and times, nobody's data. */
import { useEffect, useState } from 'preact/hooks';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { settingsWords } from '../../../shared/messages/settings/index.ts';
import type { Connection } from '../../messages.ts';
import type { OptionsPort } from './optionsPort.ts';
import { Part } from '../../../shared/ui/Part.tsx';

interface Props {
  readonly connection: Connection;
  readonly messages: Catalog;
  readonly port: OptionsPort;
}

export function OptionsState({ connection, messages, port }: Props) {
  const { diagnostics } = messages.options;
  const [copied, setCopied] = useState(false);
  const lines = linesOf(connection, messages, port.version);
  const [details, setDetails] = useState('');
  useEffect(() => void port.diagnostics().then((read) => setDetails(read ?? '')), [port, connection]);
  const text = [lines.map(([label, value]) => `${label}: ${value}`).join('\n'), details].join('\n\n').trim();
  return (
    <Part id="state" title={diagnostics.title}>
      <dl class="state">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {details && (
        <details>
          <summary>{settingsWords(messages.language).details}</summary>
          <pre tabIndex={0}>{details}</pre>
        </details>
      )}
      <button class="small" type="button" onClick={() => void port.copy(text).then(() => setCopied(true))}>
        {diagnostics.copy}
      </button>{' '}
      <span role="status">{copied ? diagnostics.copied : ''}</span>
    </Part>
  );
}

function linesOf(
  connection: Connection,
  messages: Catalog,
  version: string,
): [label: string, value: string][] {
  const { diagnostics } = messages.options;
  const at = (instant: number | null) =>
    instant === null
      ? diagnostics.none
      : new Date(instant).toLocaleString(messages.language, { dateStyle: 'medium', timeStyle: 'medium' });
  if (connection.state === 'signed_out') return [[diagnostics.version, version]];
  const { pending, oldestPendingAt, rejected, syncedAt, problem } = connection;
  return [
    [diagnostics.pending, String(pending)],
    [diagnostics.oldest, at(oldestPendingAt)],
    [diagnostics.rejected, String(rejected)],
    [diagnostics.lastSync, at(syncedAt)],
    [diagnostics.problem, problem ?? diagnostics.none],
    [diagnostics.version, version],
  ];
}
