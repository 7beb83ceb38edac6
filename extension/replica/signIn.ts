/**
 * Signing a device in without a password (ACC4): the browser's own web-auth window with PKCE, or
 * eight characters read off a page where no such window opens.
 */
import { browser } from 'wxt/browser';
import type { Session } from './session.ts';
import { exchangeCode, exchangePairing, type Answer, type ApiFailure } from './workerApi.ts';
import type { TokenResponse } from '../../shared/protocol/api.ts';

export type SignInFailure =
  | ApiFailure
  /** The person closed the window or said no. */
  | { readonly kind: 'cancelled' }
  /** This browser cannot open it: offer the pairing code. */
  | { readonly kind: 'no_window' };

export type SignedIn =
  { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly failure: SignInFailure };

/** Opens the worker's sign-in page and waits for the person. */
export async function signIn(origin: string): Promise<SignedIn> {
  const verifier = randomText(48);
  const state = randomText(24);
  const redirectUri = browser.identity.getRedirectURL('signed-in');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: browser.runtime.id,
    redirect_uri: redirectUri,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    state,
  });
  const opened = await openWindow(`${origin}/v1/authorize?${query}`);
  if ('failure' in opened) return { ok: false, failure: opened.failure };
  const returned = new URL(opened.url).searchParams;
  const code = returned.get('code');
  // Another state means another window's answer, or somebody's attempt to sign us in as themselves.
  if (returned.get('state') !== state || code === null) return { ok: false, failure: { kind: 'cancelled' } };
  return signedIn(origin, await exchangeCode(origin, { code, verifier, redirectUri, device: deviceName() }));
}

export async function pair(origin: string, code: string): Promise<SignedIn> {
  return signedIn(origin, await exchangePairing(origin, code.replace(/\s/g, ''), deviceName()));
}

function signedIn(origin: string, answer: Answer<TokenResponse>): SignedIn {
  return answer.ok
    ? { ok: true, session: { origin, ...answer.value } }
    : { ok: false, failure: answer.failure };
}

async function openWindow(
  url: string,
): Promise<{ readonly url: string } | { readonly failure: SignInFailure }> {
  try {
    const returned = await browser.identity.launchWebAuthFlow({ url, interactive: true });
    return returned === undefined ? { failure: { kind: 'cancelled' } } : { url: returned };
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    if (/could not be loaded|network/i.test(text)) return { failure: { kind: 'unreachable' } };
    // Chrome and Firefox each have a sentence of their own for a person who closed the window.
    const cancelled = /did not approve|cancell?ed|denied|closed/i.test(text);
    return { failure: { kind: cancelled ? 'cancelled' : 'no_window' } };
  }
}

/** Shown in the member's list of devices, so that a lost one can be told from the others. */
function deviceName(): string {
  const agent = navigator.userAgent;
  const name = /Firefox\//.test(agent) ? 'Firefox' : /Edg\//.test(agent) ? 'Edge' : 'Chrome';
  const system = /Windows|Mac OS X|Android|CrOS|Linux/.exec(agent)?.[0] ?? '';
  return `${name} ${system}`.trim();
}

async function challengeOf(verifier: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function randomText(bytes: number): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(bytes)));
}

function base64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
