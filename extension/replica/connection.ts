/** Whether and how this device is connected, in words with a next step. */
import type { Language } from '../../shared/lead/vocabulary.ts';
import { messagesFor } from '../../shared/messages/catalog.ts';
import { deviceWords } from '../../shared/messages/device.ts';
import type { Connection } from '../messages.ts';
import { originOf } from './origin.ts';
import { pendingOf, rejectedOf } from './outbox.ts';
import { copyFor } from './pull.ts';
import type { Replica } from './replica.ts';
import { sealedWaiting } from './sealedOutbox.ts';
import { memberKey, signedOutReason } from './session.ts';
import { managed } from './siteRules.ts';
import type { SyncFailure } from './sync.ts';
import { pair, signIn, type SignedIn, type SignInFailure } from './signIn.ts';

export async function connectionOf(replica: Replica): Promise<Connection> {
  const { database, language } = replica;
  const { problems } = messagesFor(language).options;
  const session = await replica.session();
  if (!session) {
    const reason = await signedOutReason();
    const waiting = await sealedWaiting(database);
    const words = deviceWords(language);
    const why = { never: null, by_hand: null, by_worker: problems.byWorker, too_long: words.tooLong }[reason];
    const waits = waiting > 0 ? words.waiting(waiting) : null;
    const message = [why, waits].filter(Boolean).join(' ') || null;
    const { worker } = await managed();
    return { state: 'signed_out', message, waiting, ...(worker ? { preset: worker } : {}) };
  }
  const member = memberKey(session);
  const [copy, pending, rejected] = await Promise.all([
    copyFor(database, member),
    pendingOf(database, member),
    rejectedOf(database, member),
  ]);
  const failure = replica.sync.failure();
  return {
    state: 'signed_in',
    origin: session.origin,
    name: copy?.me.name ?? session.memberId,
    workspace: copy?.me.workspaceName ?? session.workspaceId,
    syncedAt: copy?.syncedAt ?? null,
    pending: pending.length,
    oldestPendingAt: pending.reduce<number | null>((oldest, { at }) => Math.min(oldest ?? at, at), null),
    rejected: rejected.length,
    problem: failure && failureWords(failure, language),
  };
}

/** Signs in at a typed address: by the sign-in window, or with a pairing code when there is one. */
export async function connect(replica: Replica, typed: string, code: string | null): Promise<Connection> {
  const { problems } = messagesFor(replica.language).options;
  const address = originOf(typed);
  if ('problem' in address) {
    const message = address.problem === 'insecure' ? problems.insecure : problems.notAnAddress;
    return { state: 'signed_out', message };
  }
  const signed: SignedIn = await (code === null ? signIn(address.origin) : pair(address.origin, code));
  if (!signed.ok) return { state: 'signed_out', ...said(signed.failure, code !== null, replica.language) };
  await replica.begin(signed.session);
  return connectionOf(replica);
}

function said(failure: SignInFailure, paired: boolean, language: Language) {
  const { problems } = messagesFor(language).options;
  // Any flat no to a code means the code; to the sign-in window it is the worker's own reason.
  const badCode = paired && (failure.kind === 'refused' || failure.kind === 'signed_out');
  return {
    message: badCode ? problems.badCode : failureWords(failure, language),
    unreachable: failure.kind === 'unreachable',
  };
}

export function failureWords(failure: SignInFailure | SyncFailure, language: Language): string {
  const { problems } = messagesFor(language).options;
  switch (failure.kind) {
    case 'unreachable':
      return problems.unreachable;
    case 'busy':
      return problems.busy;
    case 'signed_out':
      return problems.byWorker;
    case 'refused':
      return problems.refused(failure.title);
    case 'other_protocol':
      return deviceWords(language).otherProtocol;
    case 'not_combinado':
      return problems.notCombinado;
    case 'cancelled':
      return problems.cancelled;
    case 'no_window':
      return problems.noWindow;
    case 'storage':
      return problems.storage;
  }
}
