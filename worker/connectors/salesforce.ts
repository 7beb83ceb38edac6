/**
 * Salesforce: leads and contacts, tasks, meetings and opportunities, by the REST API at a pinned version;
 * outbound messages only hint at what to read; stage, score, owner and attempts written back.
 */
import { addressWith } from './addressWith.ts';
import * as z from 'zod';
import { MINUTE_MS } from '../../shared/time.ts';
import type { Connector, Stream } from './connector.ts';
import { codeOf, isSecret } from './ownSecret.ts';
import { loginHost, PRODUCTION, tokensBy } from './salesforce/access.ts';
import { described } from './salesforce/described.ts';
import { ACKNOWLEDGED, hintsOf } from './salesforce/hints.ts';
import { ownFieldsThere, WRITES_TO } from './salesforce/ownFields.ts';
import { readPage, readSome } from './salesforce/reading.ts';
import { API } from './salesforce/rows.ts';
import { writeAll } from './salesforce/writing.ts';

const STREAMS: readonly Stream[] = [
  { id: 'leads', about: 'people', object: 'Lead' },
  { id: 'contacts', about: 'people', object: 'Contact' },
  { id: 'tasks', about: 'activities' },
  { id: 'meetings', about: 'activities' },
  { id: 'messages', about: 'activities' },
  { id: 'deals', about: 'deals' },
];

export const salesforce: Connector = {
  vendor: 'salesforce',
  label: 'Salesforce',
  hosts: ['.salesforce.com'],
  access: 'code',
  // `test.salesforce.com` for a sandbox, or the org's own address.
  settings: [{ id: 'login', pattern: /^(?:login|test|[\w-]{1,80}(?:\.sandbox)?\.my)\.salesforce\.com$/ }],
  streams: STREAMS,
  everyMs: 2 * MINUTE_MS,
  // By the day only, and 25 that take long at once: one after the other is what is sent.
  limits: [],
  mostWrites: 100,
  writesTo: WRITES_TO,
  usual: {
    name: ['Name'],
    company: ['Company'],
    country: ['Country', 'CountryCode'],
    state: ['State', 'StateCode'],
    city: ['City'],
    role: ['Title'],
    jobTitle: ['Title'],
    industry: ['Industry'],
    employees: ['NumberOfEmployees'],
    budget: ['Budget__c', 'AnnualRevenue'],
    source: ['LeadSource'],
    campaign: ['Campaign__c', 'utm_campaign__c'],
  },

  pageOf: ({ site }, { object, id }) => (site ? `${site}/lightning/r/${object}/${id}/view` : null),

  authorizeUrl({ app, redirectUri, state, challenge, settings }) {
    return addressWith(`https://${settings['login'] ?? PRODUCTION}/services/oauth2/authorize`, {
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: redirectUri,
      scope: 'api refresh_token',
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
  },

  async exchange(line, { code, redirectUri, verifier }) {
    const grant = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    };
    const given = await tokensBy(line, grant, null);
    if (!given.ok) return given;
    const { tokens, instanceUrl, organization } = given.value;
    const named = await line.send({
      method: 'GET',
      url: `${instanceUrl}${API}/query`,
      query: { q: 'SELECT Name FROM Organization' },
      headers: { Authorization: `Bearer ${tokens.access}` },
      bare: true,
      reads: z.object({ records: z.array(z.object({ Name: z.string() })) }),
    });
    if (!named.ok) return named;
    const name = named.value.records[0]?.Name ?? 'Salesforce';
    return { ok: true, value: { tokens, account: { id: organization, name, site: instanceUrl } } };
  },

  async refresh(line, { refresh }) {
    const grant = { grant_type: 'refresh_token', refresh_token: refresh ?? '' };
    const given = await tokensBy(line, grant, refresh);
    return given.ok ? { ok: true, value: given.value.tokens } : given;
  },

  describe: described,

  /** Outbound messages and fields are made by the org's own admin; that the fields are there is seen to. */
  prepare: (line, { write }) => ownFieldsThere(line, write),

  async remove(line, { refresh, access }) {
    const url = `https://${loginHost(line)}/services/oauth2/revoke`;
    const gone = await line.send({
      method: 'POST',
      url,
      form: { token: refresh ?? access },
      bare: true,
      reads: z.unknown(),
    });
    // A token they know nothing of is as good as given back.
    return gone.ok || gone.trouble === 'invalid' ? { ok: true, value: null } : gone;
  },

  verify: async ({ url }, { own }) => isSecret(codeOf(url), own),
  hints: hintsOf,
  codeInAddress: true,
  received: ACKNOWLEDGED,

  read: readPage,

  readThese: readSome,
  write: writeAll,
};
