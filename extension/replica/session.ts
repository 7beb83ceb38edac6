/** Who is signed in on this device, and to which worker. The token lives here and in request headers only. */
import { browser } from 'wxt/browser';
import * as z from 'zod';

const Session = z.object({
  /** Scheme, host and port of the worker, e.g. `https://combinado.example.com`. */
  origin: z.url(),
  token: z.string().min(1),
  workspaceId: z.string(),
  memberId: z.string(),
  /** Device time at which the token was handed out; unknown to those signed in before tokens changed. */
  tokenAt: z.number().optional(),
  /** The token before it. */
  earlier: z.string().optional(),
});
export type Session = z.infer<typeof Session>;

/** Why nobody is signed in; each has a sentence with a next step. */
const Reason = z.enum(['never', 'by_hand', 'by_worker', 'too_long']);
export type SignedOutReason = z.infer<typeof Reason>;

const KEY = 'session';
const REASON_KEY = 'signedOut';

export async function readSession(): Promise<Session | undefined> {
  const stored = await browser.storage.local.get(KEY);
  return Session.safeParse(stored[KEY]).data;
}

export function writeSession(session: Session): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.set({ [KEY]: { ...session, tokenAt: Date.now() } });
    await browser.storage.local.remove(REASON_KEY);
  });
}

export function dropSession(reason: Exclude<SignedOutReason, 'never'>): Promise<void> {
  return inTurn(async () => {
    await browser.storage.local.remove(KEY);
    await browser.storage.local.set({ [REASON_KEY]: reason });
  });
}

/** Unless somebody signed out or in meanwhile: their session is not ours to touch. */
export async function replaceToken(of: Session, token: string, at: number): Promise<void> {
  await change(of, (held) => ({ ...held, token, tokenAt: at, earlier: held.token }));
}

export async function postponeChange(of: Session, at: number): Promise<void> {
  await change(of, (held) => ({ ...held, tokenAt: at }));
}

/** Undefined when there is none. */
export function returnToEarlier(of: Session): Promise<Session | undefined> {
  return change(of, ({ earlier, tokenAt: _, ...held }) => earlier && { ...held, token: earlier });
}

function change(
  of: Session,
  changed: (held: Session) => Session | '' | undefined,
): Promise<Session | undefined> {
  return inTurn(async () => {
    const held = await readSession();
    const next = held?.token === of.token ? changed(held) : undefined;
    if (!next) return undefined;
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}

let last: Promise<unknown> = Promise.resolve();

/** One change of the session after the other, so that a late one cannot bring back what was dropped. */
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const turn = last.then(run, run);
  last = turn.catch(() => undefined);
  return turn;
}

export async function signedOutReason(): Promise<SignedOutReason> {
  const stored = await browser.storage.local.get(REASON_KEY);
  return Reason.safeParse(stored[REASON_KEY]).data ?? 'never';
}

/** Whose commands and copy these are: the same person in another workspace is somebody else. */
export function memberKey(session: Pick<Session, 'workspaceId' | 'memberId'>): string {
  return `${session.workspaceId}/${session.memberId}`;
}
