/** What the day says when it has no list to show: not connected, nothing owed, still fetching. */
import type { Catalog } from '../../../shared/messages/catalog.ts';
import { dayWords } from '../../../shared/messages/day/index.ts';
import { deviceWords } from '../../../shared/messages/device.ts';
import type { Connection } from '../../messages.ts';

type SignedOut = Extract<Connection, { state: 'signed_out' }>;

interface NotConnectedProps {
  readonly connection: SignedOut;
  readonly messages: Catalog;
  readonly onConnect: () => void;
}

/** Never signed in, signed out, revoked: what happened, what became of what was not sent, one button. */
export function NotConnected({ connection, messages, onConnect }: NotConnectedProps) {
  const { popup } = messages;
  const { message, waiting = 0 } = connection;
  return (
    <main class="day" aria-labelledby="day-title">
      <header class="day-head">
        <h1 id="day-title">{popup.title}</h1>
      </header>
      <div class="part empty">
        <p>{message ?? popup.signedOut}</p>
        {message === null && <p class="hint">{popup.signedOutHint}</p>}
        {waiting > 0 && <p class="notice rest">{deviceWords(messages.language).waiting(waiting)}</p>}
        <div class="actions one">
          <button type="button" class="primary" onClick={onConnect}>
            {popup.connect}
          </button>
        </div>
      </div>
    </main>
  );
}

interface EmptyProps {
  /** False until the first pull. */
  readonly ready: boolean;
  readonly messages: Catalog;
  readonly onSites: () => void;
}

/** Nothing is owed: says so, and how to come to something. */
export function EmptyDay({ ready, messages, onSites }: EmptyProps) {
  const { popup } = messages;
  const { first, teach } = dayWords(messages.language);
  if (!ready)
    return (
      <div class="part empty">
        <p role="status">{first}</p>
      </div>
    );
  return (
    <div class="part empty">
      <p>{popup.empty}</p>
      <p class="hint">{popup.emptyHint}</p>
      <h2>{teach.title}</h2>
      <ol class="steps">
        {teach.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <button type="button" class="small" onClick={onSites}>
        {teach.sites}
      </button>
    </div>
  );
}
