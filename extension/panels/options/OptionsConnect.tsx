/** Connecting to the workspace: its address, the sign-in window, a pairing code where none opens. */
import { useState } from 'preact/hooks';
import type { Catalog } from '../../../shared/messages/catalog.ts';
import type { Connection } from '../../messages.ts';
import type { OptionsPort } from './optionsPort.ts';

interface Props {
  readonly connection: Connection;
  readonly messages: Catalog;
  readonly port: OptionsPort;
  readonly onConnection: (connection: Connection) => void;
}

export function OptionsConnect(props: Props) {
  const { connection, messages, port, onConnection } = props;
  const { connect } = messages.options;
  if (connection.state === 'signed_out') return <SignIn {...props} connection={connection} />;
  const { name, workspace, origin } = connection;
  return (
    <>
      <p>
        <strong>{connect.as(name, workspace)}</strong>
      </p>
      <p class="hint">{connect.at(origin)}</p>
      <button
        class="small"
        type="button"
        aria-describedby="sign-out-hint"
        onClick={() => void port.disconnect().then((changed) => changed && onConnection(changed))}
      >
        {connect.signOut}
      </button>
      <p id="sign-out-hint" class="hint">
        {connect.signOutHint}
      </p>
    </>
  );
}

type SignedOut = Extract<Connection, { state: 'signed_out' }>;

function SignIn({ connection, messages, port, onConnection }: Props & { connection: SignedOut }) {
  const { connect } = messages.options;
  const [address, setAddress] = useState(connection.preset ?? '');
  const [code, setCode] = useState('');
  const [waiting, setWaiting] = useState(false);

  async function wait(answer: Promise<Connection | undefined>): Promise<void> {
    setWaiting(true);
    const changed = await answer;
    setWaiting(false);
    onConnection(changed ?? { state: 'signed_out', message: messages.errors.unreachable });
  }

  return (
    <>
      <p class="hint">{connect.intro}</p>
      <form
        class="line"
        onSubmit={(event) => {
          event.preventDefault();
          void wait(port.connect(address));
        }}
      >
        <label class="field">
          {connect.address}
          <input
            name="address"
            inputMode="url"
            autocomplete="url"
            spellcheck={false}
            placeholder="combinado.example.com"
            required
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <button class="primary" type="submit" disabled={waiting}>
          {connect.button}
        </button>
      </form>
      <p role="status" class="hint">
        {waiting ? connect.waiting : ''}
      </p>
      <p role="alert" class="problem">
        {waiting ? '' : connection.message}
      </p>
      {connection.unreachable && (
        // Only the browser can tell whether it is the network or its own rules; asking costs one click.
        <button class="small" type="button" onClick={() => void allow(port, address, wait)}>
          {connect.allow}
        </button>
      )}
      <details>
        <summary>{connect.noWindow}</summary>
        <p class="hint" id="code-hint">
          {connect.codeHint}
        </p>
        <form
          class="line"
          onSubmit={(event) => {
            event.preventDefault();
            void wait(port.pair(address, code));
          }}
        >
          <label class="field">
            {connect.code}
            <input
              name="code"
              autocomplete="one-time-code"
              spellcheck={false}
              required
              aria-describedby="code-hint"
              value={code}
              onInput={(event) => setCode(event.currentTarget.value)}
            />
          </label>
          <button class="small" type="submit" disabled={waiting || address.trim() === ''}>
            {connect.pair}
          </button>
        </form>
      </details>
    </>
  );
}

async function allow(
  port: OptionsPort,
  address: string,
  wait: (answer: Promise<Connection | undefined>) => Promise<void>,
): Promise<void> {
  if ((await port.giveAddress(address)) === 'given') await wait(port.connect(address));
}
