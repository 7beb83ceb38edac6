/** Who is signed in on this device, and to which worker. The token lives here and in request headers only. */
import { browser } from 'wxt/browser';
import * as z from 'zod';

const Session = z.object({
  /** Scheme, host and port of the worker, e.g. `https://combinado.example.com`. */
  origin: z.url(),
  token: z.string().min(1),
  workspaceId: z.string(),
  memberId: z.string(),
});
export type Session = z.infer<typeof Session>;

/** Why nobody is signed in; each has a sentence with a next step. */
export type SignedOutReason = 'never' | 'by_hand' | 'by_worker';
const Reason = z.enum(['never', 'by_hand', 'by_worker']);

const KEY = 'session';
const REASON_KEY = 'signedOut';

export async function readSession(): Promise<Session | undefined> {
  const stored = await browser.storage.local.get(KEY);
  return Session.safeParse(stored[KEY]).data;
}

export async function writeSession(session: Session): Promise<void> {
  await browser.storage.local.set({ [KEY]: session });
  await browser.storage.local.remove(REASON_KEY);
}

export async function dropSession(reason: Exclude<SignedOutReason, 'never'>): Promise<void> {
  await browser.storage.local.remove(KEY);
  await browser.storage.local.set({ [REASON_KEY]: reason });
}

export async function signedOutReason(): Promise<SignedOutReason> {
  const stored = await browser.storage.local.get(REASON_KEY);
  return Reason.safeParse(stored[REASON_KEY]).data ?? 'never';
}

/** Whose commands and copy these are: the same person in another workspace is somebody else. */
export function memberKey(session: Pick<Session, 'workspaceId' | 'memberId'>): string {
  return `${session.workspaceId}/${session.memberId}`;
}
