/** What a device seals for a member, only that member gets the key of (PRI3). */
import { describe, expect, test } from 'vitest';
import { SEAL_INFO } from '../../shared/protocol/seal.ts';
import { json, openTeam, send } from './api.ts';
import { rows } from './database.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const text = (bytes: ArrayBuffer | Uint8Array) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const bytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** As a device does it: the key it seals with, and what it keeps to get it back. */
async function sealFor(token: string): Promise<{ readonly key: string; readonly ephemeral: string }> {
  const { publicKey } = await json('GET', '/v1/me/seal', { token });
  const pair = (await crypto.subtle.generateKey(CURVE, true, ['deriveBits'])) as CryptoKeyPair;
  const ephemeral = new Uint8Array((await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer);
  const theirs = await crypto.subtle.importKey('raw', bytes(publicKey), CURVE, false, []);
  const agreement = { name: 'ECDH', public: theirs };
  const agreed = await crypto.subtle.deriveBits(agreement, pair.privateKey, 256);
  const secret = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveBits']);
  const salt = new Uint8Array([...ephemeral, ...bytes(publicKey)]);
  const info = new TextEncoder().encode(SEAL_INFO);
  const derived = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, secret, 256);
  return { key: text(derived), ephemeral: text(ephemeral) };
}

describe('[PRI3] a sealed outbox', () => {
  test('the same member gets its key back, on another device too, and nobody else does', async () => {
    const { admin, sdr, colleague } = await openTeam();
    const { key, ephemeral } = await sealFor(sdr.token);
    const ask = (token: string) => json('POST', '/v1/me/unseal', { token, body: { ephemeral } });
    expect(await ask(sdr.token)).toEqual({ key });
    expect(await ask(sdr.token)).toEqual({ key });
    for (const token of [admin, colleague.token]) expect((await ask(token)).key).not.toBe(key);
  });

  test('the public half stays the same, and the private one is in no answer', async () => {
    const { sdr, workspaceId } = await openTeam();
    const first = await json('GET', '/v1/me/seal', { token: sdr.token });
    const { ephemeral } = await sealFor(sdr.token);
    const opened = await json('POST', '/v1/me/unseal', {
      token: sdr.token,
      body: { ephemeral },
      headers: { 'Idempotency-Key': 'seal-once' },
    });
    expect(await json('GET', '/v1/me/seal', { token: sdr.token })).toEqual(first);
    expect(Object.keys(first)).toEqual(['publicKey']);
    expect(Object.keys(opened)).toEqual(['key']);
    const [held] = await rows(workspaceId, 'select private_key as key from seals');
    const kept = await rows(workspaceId, 'select * from answers');
    expect(held).toBeDefined();
    expect(JSON.stringify([first, opened, kept])).not.toContain(String(held?.['key']));
  });

  test.each([
    ['too short', 'AAAA'],
    ['no point of the curve', btoa(String.fromCharCode(4, ...Array.from({ length: 64 }, () => 7)))],
  ])('[ACC6] what is %s is named, not a fault of ours', async (_, ephemeral) => {
    const { sdr } = await openTeam();
    const response = await send('POST', '/v1/me/unseal', { token: sdr.token, body: { ephemeral } });
    expect([400, 422]).toContain(response.status);
    expect(JSON.stringify(await response.json())).toContain('/ephemeral');
  });
});
