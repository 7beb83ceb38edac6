/**
 * HubSpot: contacts, what was done about them and their deals, read by the CRM API v3 and hinted at by
 * webhooks of the app; stage, score, owner and attempts written back.
 */
import { addressWith } from './addressWith.ts';
import * as z from 'zod';
import { SECOND_MS } from '../../shared/time.ts';
import type { Answer, Connector, Line, Stream, Tokens, VendorRequest } from './connector.ts';
import { describe } from './hubspot/described.ts';
import { hintsOf } from './hubspot/hints.ts';
import { API } from './hubspot/api.ts';
import { readArchived, readObjects, readSome } from './hubspot/reading.ts';
import { OBJECTS, OUR_ID, type HubspotObject } from './hubspot/records.ts';
import { isHubspots } from './hubspot/signature.ts';
import { writeAll } from './hubspot/writing.ts';
import { TokenAnswer, tokensIn } from './tokenAnswer.ts';

const SCOPES = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.schemas.contacts.read',
  'crm.schemas.contacts.write',
  'crm.objects.deals.read',
  'crm.objects.owners.read',
  'sales-email-read',
];
/** Of accounts whose plan has them; without it everything else works. */
const OPTIONAL_SCOPES = ['crm.objects.leads.read'];

const STREAMS: readonly Stream[] = [
  { id: 'contacts', about: 'people', object: 'contact' },
  { id: 'leads', about: 'people', object: 'lead', asked: 'leads' },
  { id: 'calls', about: 'activities' },
  { id: 'emails', about: 'activities' },
  { id: 'meetings', about: 'activities' },
  { id: 'communications', about: 'activities' },
  { id: 'postal_mail', about: 'activities' },
  { id: 'tasks', about: 'activities' },
  { id: 'deals', about: 'deals' },
  { id: 'archived', about: 'gone' },
];

const WRITES_TO = { stage: 'combinado_stage', score: 'combinado_score' } as const;

export const hubspot: Connector = {
  vendor: 'hubspot',
  label: 'HubSpot',
  hosts: ['api.hubapi.com', 'app.hubspot.com'],
  access: 'code',
  settings: [],
  streams: STREAMS,
  everyMs: 60 * SECOND_MS,
  // https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines: of a public app, in one account.
  limits: [
    { most: 110, perMs: 10 * SECOND_MS },
    { most: 5, perMs: SECOND_MS, of: /\/search$/ },
  ],
  mostWrites: 100,
  writesTo: WRITES_TO,
  usual: {
    name: ['name'],
    company: ['company'],
    country: ['country'],
    state: ['state'],
    city: ['city'],
    role: ['jobtitle'],
    jobTitle: ['jobtitle'],
    industry: ['industry'],
    employees: ['numemployees'],
    budget: ['total_revenue', 'budget'],
    source: ['hs_analytics_source'],
    campaign: ['hs_analytics_source_data_1'],
  },

  // Whatever region the account is in, they send on to it.
  pageOf: ({ id: portal }, { object, id }) => {
    const kind = Object.values(OBJECTS).find((one) => one.object === object);
    return kind ? `https://app.hubspot.com/contacts/${portal}/record/${kind.type}/${id}` : null;
  },

  authorizeUrl({ app, redirectUri, state, challenge }) {
    return addressWith('https://app.hubspot.com/oauth/authorize', {
      client_id: app.clientId,
      redirect_uri: redirectUri,
      scope: SCOPES.join(' '),
      optional_scope: OPTIONAL_SCOPES.join(' '),
      state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
  },

  async exchange(line, { code, redirectUri, verifier }) {
    const tokens = await tokensBy(line, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    if (!tokens.ok) return tokens;
    const { access } = tokens.value;
    const account = await line.send({
      method: 'GET',
      url: `${API}/account-info/v3/details`,
      headers: { Authorization: `Bearer ${access}` },
      bare: true,
      reads: Details,
    });
    if (!account.ok) return account;
    const { portalId, uiDomain } = account.value;
    const name = `${uiDomain ?? 'HubSpot'} · ${portalId}`;
    return { ok: true, value: { tokens: tokens.value, account: { id: String(portalId), name } } };
  },

  refresh: (line, { refresh }) =>
    tokensBy(line, { grant_type: 'refresh_token', refresh_token: refresh ?? '' }, refresh),

  describe,

  async prepare(line) {
    const wanted = [
      ['contacts', WRITES_TO.stage, 'Combinado: stage', 'string', 'text', false],
      ['contacts', WRITES_TO.score, 'Combinado: score', 'number', 'number', false],
      ...(['calls', 'emails', 'meetings', 'communications', 'tasks'] as const).map(
        (object) => [object, OUR_ID, 'Combinado', 'string', 'text', true] as const,
      ),
    ] as const;
    for (const [object, name, label, type, fieldType, hasUniqueValue] of wanted) {
      const url = `${API}/crm/v3/properties/${object}`;
      const group = { name: 'combinado', label: 'Combinado' };
      const grouped = await unlessThere(line, { method: 'POST', url: `${url}/groups`, json: group });
      if (!grouped.ok) return grouped;
      const property = { name, label, type, fieldType, hasUniqueValue, groupName: group.name };
      const made = await unlessThere(line, { method: 'POST', url, json: property });
      if (!made.ok) return made;
    }
    return { ok: true, value: null };
  },

  /** Their properties stay, with what was written in them; the app goes, and its tokens with it. */
  async remove(line) {
    const url = `${API}/appinstalls/v3/external-install`;
    const gone = await line.send({ method: 'DELETE', url, reads: z.unknown() });
    return gone.ok || gone.trouble === 'unauthorised' ? { ok: true, value: null } : gone;
  },

  verify: (delivery, { app }, now) => isHubspots(delivery, app, now),
  hints: ({ body }) => hintsOf(body),

  read: (line, stream, cursor, mapping) =>
    isObject(stream) ? readObjects(line, stream, cursor, mapping) : readArchived(line, cursor),
  readThese: async (line, stream, ids, mapping) =>
    isObject(stream) ? readSome(line, stream, ids, mapping) : { ok: true, value: [] },
  write: writeAll,
};

const Details = z.object({ portalId: z.int(), uiDomain: z.string().optional() });

/** In the body, never in the address (OAuth v3). */
async function tokensBy(
  line: Line,
  grant: Readonly<Record<string, string>>,
  refresh: string | null = null,
): Promise<Answer<Tokens>> {
  const { clientId, clientSecret } = line.app;
  const answer = await line.send({
    method: 'POST',
    url: `${API}/oauth/v3/token`,
    form: { ...grant, client_id: clientId, client_secret: clientSecret },
    bare: true,
    reads: TokenAnswer,
  });
  if (!answer.ok) return answer;
  return { ok: true, value: tokensIn(answer.value, refresh, line.now) };
}

async function unlessThere(
  line: Line,
  request: Omit<VendorRequest<unknown>, 'reads'>,
): Promise<Answer<null>> {
  const made = await line.send({ ...request, reads: z.unknown() });
  return made.ok || made.trouble === 'conflict' ? { ok: true, value: null } : made;
}

function isObject(stream: string): stream is HubspotObject {
  return Object.hasOwn(OBJECTS, stream);
}
