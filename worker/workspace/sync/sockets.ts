/** Sockets that say one thing: how far the workspace got (SYN5). They hibernate between two words. */
import type { Poke } from '../../../shared/protocol/sync.ts';
import { done, failure, type Outcome } from '../../outcome.ts';
import { addGrant, useGrant } from '../people/grants.ts';
import { authenticateDevice } from '../authenticate.ts';
import type { Who, Work } from '../work.ts';

/** Closed because what opened it was revoked: do not come back with it. */
export const REVOKED = 4001;

export function newTicket(work: Work, who: Who, { hash }: { hash: string }): Outcome<{ expiresAt: number }> {
  const { memberId, deviceId } = who;
  return done({ expiresAt: addGrant(work, { kind: 'ticket', hash, memberId, deviceId }) });
}

/** @returns the device the socket belongs to. */
export function useTicket(work: Work, { hash }: { hash: string }): Outcome<{ deviceId: string }> {
  const grant = useGrant(work, 'ticket', hash);
  const device = grant?.deviceId ? authenticateDevice(work, grant.deviceId) : undefined;
  return device
    ? done({ deviceId: device })
    : failure('bad-token', 'This ticket is unknown, used or expired.');
}

export function openSocket(state: DurableObjectState, deviceId: string): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  state.acceptWebSocket(server, [deviceId]);
  return new Response(null, { status: 101, webSocket: client });
}

/** @param devices those it is for; left out: all */
export function poke(state: DurableObjectState, head: number, devices?: readonly string[]): void {
  const text = JSON.stringify({ head } satisfies Poke);
  const sockets = devices?.flatMap((device) => state.getWebSockets(device)) ?? state.getWebSockets();
  for (const socket of sockets) send(socket, text);
}

export function closeSockets(state: DurableObjectState, deviceId: string): void {
  for (const socket of state.getWebSockets(deviceId)) socket.close(REVOKED, 'revoked');
}

/** A socket whose other end just went away is no fault of whoever wrote. */
function send(socket: WebSocket, text: string): void {
  try {
    socket.send(text);
  } catch {
    socket.close(1011, 'gone');
  }
}
