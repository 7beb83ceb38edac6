/**
 * RD Station Marketing: contacts and what they converted on, by its API 2.0 and hinted at by its webhooks
 * (converted, marked as an opportunity); stage and score written back into fields of the contact. It keeps no
 * attempts and no deals: those are the CRM's (`rdstation.ts`), which has credentials of its own.
 * https://developers.rdstation.com/reference/autenticacao
 */
import * as z from 'zod';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { addressWith } from './addressWith.ts';
import type { Answer, Connector, Line, Tokens } from './connector.ts';
import { codeOf, isSecret } from './ownSecret.ts';
import { API } from './rdmarketing/api.ts';
import { describe } from './rdmarketing/described.ts';
import { askForWebhooks, dropWebhooks, hintsOf } from './rdmarketing/hooks.ts';
import { readPage, readSome } from './rdmarketing/reading.ts';
import { COMPANY } from './rdmarketing/records.ts';
import { makeFields, writeAll, WRITES_TO } from './rdmarketing/writing.ts';
import { TokenAnswer, tokensIn } from './tokenAnswer.ts';

export const rdmarketing: Connector = {
  vendor: 'rdmarketing',
  label: 'RD Station Marketing',
  hosts: ['api.rd.services'],
  access: 'code',
  settings: [],
  streams: [{ id: 'contacts', about: 'people', object: 'contact' }],
  everyMs: 5 * MINUTE_MS,
  // https://developers.rdstation.com/reference/limite-de-requisicoes-da-api: of the smaller plans.
  limits: [{ most: 120, perMs: MINUTE_MS }],
  perPerson: { most: 24, perMs: DAY_MS },
  // Each is up to four requests.
  mostRead: 5,
  mostWrites: 10,
  noAttempts: true,
  events: [
    { id: 'CONVERSION', label: 'Conversão' },
    { id: 'OPPORTUNITY', label: 'Oportunidade' },
  ],
  writesTo: WRITES_TO,
  usual: {
    name: ['name'],
    company: [COMPANY],
    role: ['job_title'],
    jobTitle: ['job_title'],
    city: ['city'],
    state: ['state'],
    country: ['country'],
  },

  authorizeUrl: ({ app, redirectUri, state }) =>
    addressWith(`${API}/auth/dialog`, { client_id: app.clientId, redirect_uri: redirectUri, state }),

  async exchange(line, { code }) {
    const tokens = await tokensBy(line, 'code', { code });
    if (!tokens.ok) return tokens;
    const ask = <T>(path: string, reads: z.ZodType<T>) =>
      line.send({
        method: 'GET',
        url: `${API}${path}`,
        headers: { Authorization: `Bearer ${tokens.value.access}` },
        bare: true,
        reads,
      });
    const named = await ask('/marketing/account_info', z.object({ name: z.string() }));
    if (!named.ok) return named;
    // No page says which account it is, but each has a script of its own, whatever it is called.
    const script = await ask('/marketing/tracking_code', z.object({ path: z.string().min(1) }));
    if (!script.ok) return script;
    const account = { id: script.value.path, name: named.value.name };
    return { ok: true, value: { tokens: tokens.value, account } };
  },

  /** Good until it is revoked. */
  refresh: (line, { refresh }) => tokensBy(line, 'refresh_token', { refresh_token: refresh ?? '' }),

  describe,

  async prepare(line, mapping, hook) {
    const made = await makeFields(line, mapping);
    return made.ok ? askForWebhooks(line, hook) : made;
  },

  async remove(line, tokens, own) {
    const dropped = await dropWebhooks(line, own);
    if (!dropped.ok && dropped.trouble !== 'unauthorised') return dropped;
    const revoked = await line.send({
      method: 'POST',
      url: `${API}/auth/revoke`,
      form: { token: tokens.access, token_type_hint: 'access_token' },
      reads: z.unknown(),
    });
    return revoked.ok || revoked.trouble === 'unauthorised' ? { ok: true, value: null } : revoked;
  },

  verify: async ({ url }, { own }) => isSecret(codeOf(url), own),
  hints: ({ body }) => hintsOf(body),
  codeInAddress: true,

  read: (line, _stream, cursor, mapping) => readPage(line, cursor, mapping),
  readThese: (line, _stream, ids, mapping) => readSome(line, ids, mapping),
  write: writeAll,
};

async function tokensBy(
  line: Line,
  by: 'code' | 'refresh_token',
  given: Readonly<Record<string, string>>,
): Promise<Answer<Tokens>> {
  const { clientId, clientSecret } = line.app;
  const answer = await line.send({
    method: 'POST',
    url: `${API}/auth/token`,
    query: { token_by: by },
    json: { client_id: clientId, client_secret: clientSecret, ...given },
    bare: true,
    reads: TokenAnswer,
  });
  if (!answer.ok) return answer;
  return { ok: true, value: tokensIn(answer.value, given['refresh_token'] ?? null, line.now) };
}
