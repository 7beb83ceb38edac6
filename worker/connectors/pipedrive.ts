/**
 * Pipedrive: persons, what was done about them and their deals by API v2, the inbox of leads by v1; webhooks with a
 * password of our own hint at what to read; stage, score, owner and attempts written back.
 */
import { addressWith } from './addressWith.ts';
import * as z from 'zod';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import type { Answer, Connector, Described, Line, TheirField, Tokens } from './connector.ts';
import { type Field, fieldsOf, site } from './pipedrive/api.ts';
import { askForHooks, hintsOf, isOurs } from './pipedrive/hooks.ts';
import { leadFields } from './pipedrive/leads.ts';
import { readPage, readSome } from './pipedrive/reading.ts';
import { NAMES, writeAll, WRITES_TO } from './pipedrive/writing.ts';
import { TokenAnswer, tokensIn } from './tokenAnswer.ts';

const OAUTH = 'https://oauth.pipedrive.com/oauth';

export const pipedrive: Connector = {
  vendor: 'pipedrive',
  label: 'Pipedrive',
  hosts: ['.pipedrive.com'],
  access: 'code',
  settings: [],
  streams: [
    // Leads first: one that named an organisation alone is the same when a person is put to it.
    { id: 'leads', about: 'people', object: 'lead', asked: 'leads' },
    { id: 'persons', about: 'people', object: 'person' },
    { id: 'activities', about: 'activities' },
    { id: 'deals', about: 'deals' },
  ],
  everyMs: 2 * MINUTE_MS,
  // https://pipedrive.readme.io/docs/core-api-concepts-rate-limiting: of the smallest plan.
  limits: [{ most: 20, perMs: 2 * SECOND_MS }],
  mostWrites: 25,
  writesTo: WRITES_TO,
  usual: { name: ['name'], company: ['org_id'], role: ['job_title'], jobTitle: ['job_title'] },

  pageOf: ({ site }, { object, id }) => (site ? `${site}/${object}/${id}` : null),

  authorizeUrl({ app, redirectUri, state }) {
    return addressWith(`${OAUTH}/authorize`, {
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: redirectUri,
      state,
    });
  },

  async exchange(line, { code, redirectUri }) {
    const given = await tokensBy(line, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    if (!given.ok) return given;
    const { tokens, domain } = given.value;
    const me = await line.send({
      method: 'GET',
      url: `${domain}/api/v1/users/me`,
      headers: { Authorization: `Bearer ${tokens.access}` },
      bare: true,
      reads: z.object({ data: z.object({ company_id: z.int(), company_name: z.string() }) }),
    });
    if (!me.ok) return me;
    const { company_id: id, company_name: name } = me.value.data;
    return { ok: true, value: { tokens, account: { id: String(id), name, site: domain } } };
  },

  async refresh(line, { refresh }) {
    const given = await tokensBy(line, { grant_type: 'refresh_token', refresh_token: refresh ?? '' });
    return given.ok ? { ok: true, value: given.value.tokens } : given;
  },

  async describe(line) {
    const fields = await fieldsOf(line);
    if (!fields.ok) return fields;
    const people = await usersOf(line);
    if (!people.ok) return people;
    const ofLeads = await leadFields(line);
    if (!ofLeads.ok) return ofLeads;
    const shown = fields.value.filter(({ name }) => !Object.values(NAMES).includes(name)).map(fieldOf);
    return { ok: true, value: { fields: [...shown, ...ofLeads.value], people: people.value } };
  },

  async prepare(line, { write, read }, hook) {
    const fields = await fieldsOf(line);
    if (!fields.ok) return fields;
    const wanted = [...(write.stage ? [WRITES_TO.stage] : []), ...(write.score ? [WRITES_TO.score] : [])];
    for (const id of wanted) {
      const name = NAMES[id];
      if (fields.value.some((field) => field.name === name)) continue;
      const made = await line.send({
        method: 'POST',
        url: `${site(line)}/api/v1/personFields`,
        json: { name, field_type: id === WRITES_TO.score ? 'double' : 'varchar' },
        reads: z.unknown(),
      });
      if (!made.ok) return made;
    }
    return askForHooks(line, hook, read.leads === true);
  },

  /** With the app go its webhooks. Fields stay, with what was written in them. */
  async remove(line, { refresh, access }) {
    const gone = await line.send({
      method: 'POST',
      url: `${OAUTH}/revoke`,
      headers: { Authorization: appOf(line) },
      form: { token: refresh ?? access },
      bare: true,
      reads: z.unknown(),
    });
    return gone.ok || gone.trouble === 'invalid' ? { ok: true, value: null } : gone;
  },

  verify: async (delivery, { own }) => isOurs(delivery, own),
  hints: hintsOf,

  read: readPage,
  readThese: readSome,
  write: writeAll,
};

function appOf({ app }: Line): string {
  return `Basic ${btoa(`${app.clientId}:${app.clientSecret}`)}`;
}

const TokensAndDomain = TokenAnswer.required().extend({ api_domain: z.url() });

async function tokensBy(
  line: Line,
  grant: Readonly<Record<string, string>>,
): Promise<Answer<{ tokens: Tokens; domain: string }>> {
  const answer = await line.send({
    method: 'POST',
    url: `${OAUTH}/token`,
    headers: { Authorization: appOf(line) },
    form: grant,
    bare: true,
    reads: TokensAndDomain,
  });
  if (!answer.ok) return answer;
  const tokens = tokensIn(answer.value, null, line.now);
  return { ok: true, value: { tokens, domain: new URL(answer.value.api_domain).origin } };
}

const TYPES: Readonly<Record<string, TheirField['type']>> = {
  double: 'number',
  int: 'number',
  monetary: 'number',
  date: 'date',
  enum: 'choice',
};

function fieldOf({ key, name, field_type: type, edit_flag: custom, options }: Field): TheirField {
  const listed = (options ?? []).map(({ id, label }) => ({ value: String(id), label }));
  return {
    id: key,
    label: name,
    type: TYPES[type] ?? 'text',
    writable: custom === true || key === 'name' || key === 'job_title',
    ...(listed.length > 0 ? { options: listed } : {}),
  };
}

const Users = z.object({
  data: z.array(
    z.object({
      id: z.int(),
      name: z.string().nullish(),
      email: z.string().nullish(),
      active_flag: z.boolean().nullish(),
    }),
  ),
});

async function usersOf(line: Line): Promise<Answer<Described['people']>> {
  const found = await line.send({ method: 'GET', url: `${site(line)}/api/v1/users`, reads: Users });
  if (!found.ok) return found;
  return {
    ok: true,
    value: found.value.data.map(({ id, name, email, active_flag }) => ({
      ref: String(id),
      name: name || email || String(id),
      email: email || null,
      active: active_flag !== false,
    })),
  };
}
