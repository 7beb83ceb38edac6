/**
 * RD Station CRM: contacts, tasks and deals by API v2; webhooks hint at what to read; stage, score and attempts
 * written back. Contacts and conversions of RD Station Marketing are a system of their own (`rdmarketing.ts`).
 */
import { addressWith } from './addressWith.ts';
import * as z from 'zod';
import { MINUTE_MS } from '../../shared/time.ts';
import type { Answer, Connector, Described, Line, TheirField, Tokens } from './connector.ts';
import { codeOf, isSecret } from './ownSecret.ts';
import { API, customFields, type Field, list, text } from './rdstation/api.ts';
import { hintsOf } from './rdstation/hooks.ts';
import { readPage, readSome } from './rdstation/reading.ts';
import { ORGANIZATION } from './rdstation/records.ts';
import { writeAll, WRITES_TO } from './rdstation/writing.ts';
import { TokenAnswer, tokensIn } from './tokenAnswer.ts';

const AUTHORIZE = 'https://accounts.rdstation.com/oauth/authorize';
const TOKEN = 'https://api.rd.services/oauth2/token';

export const rdstation: Connector = {
  vendor: 'rdstation',
  label: 'RD Station CRM',
  hosts: ['api.rd.services', 'accounts.rdstation.com'],
  access: 'code',
  settings: [],
  streams: [
    { id: 'contacts', about: 'people', object: 'contact' },
    { id: 'tasks', about: 'activities' },
    { id: 'deals', about: 'deals' },
  ],
  everyMs: 3 * MINUTE_MS,
  limits: [{ most: 120, perMs: MINUTE_MS }],
  mostWrites: 10,
  writesTo: WRITES_TO,
  usual: { name: ['name'], company: [ORGANIZATION], role: ['job_title'], jobTitle: ['job_title'] },

  authorizeUrl({ app, redirectUri, state }) {
    return addressWith(AUTHORIZE, {
      response_type: 'code',
      client_id: app.clientId,
      redirect_uri: redirectUri,
      state,
    });
  },

  async exchange(line, { code, redirectUri }) {
    const tokens = await tokensBy(line, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
    });
    if (!tokens.ok) return tokens;
    // Nothing says whose account it is: the users in it do, and they outlive a token.
    const users = await line.send({
      method: 'GET',
      url: `${API}/users`,
      headers: { Authorization: `Bearer ${tokens.value.access}` },
      bare: true,
      reads: z.object({ data: z.array(z.object({ id: z.string(), email: z.string().nullish() })) }),
    });
    if (!users.ok) return users;
    const first = users.value.data.map(({ id }) => id).toSorted()[0] ?? 'account';
    return { ok: true, value: { tokens: tokens.value, account: { id: first, name: 'RD Station CRM' } } };
  },

  /** Each refresh token is good once. */
  refresh: (line, { refresh }) =>
    tokensBy(line, { grant_type: 'refresh_token', refresh_token: refresh ?? '' }),

  async describe(line) {
    const added = await customFields(line);
    if (!added.ok) return added;
    const people = await usersOf(line);
    if (!people.ok) return people;
    const own = Object.values<string>(WRITES_TO);
    const fields = [...STANDARD, ...added.value.filter(({ slug }) => !own.includes(slug)).map(fieldOf)];
    return { ok: true, value: { fields, people: people.value } };
  },

  /** Webhooks are entered by their admin; the fields we write into, we make. */
  async prepare(line, { write }) {
    const there = await customFields(line);
    if (!there.ok) return there;
    const wanted = [...(write.stage ? [WRITES_TO.stage] : []), ...(write.score ? [WRITES_TO.score] : [])];
    for (const slug of wanted) {
      if (there.value.some((field) => field.slug === slug)) continue;
      const type = slug === WRITES_TO.score ? 'number' : 'text';
      const made = await line.send({
        method: 'POST',
        url: `${API}/custom_fields`,
        json: { data: { name: slug.replace('_', ' '), entity: 'contact', type } },
        reads: z.unknown(),
      });
      if (!made.ok) return made;
    }
    return { ok: true, value: null };
  },

  /** Taken away in their own list of applications; unused, its tokens end by themselves. */
  remove: async () => ({ ok: true, value: null }),

  verify: async ({ url }, { own }) => isSecret(codeOf(url), own),
  hints: hintsOf,
  codeInAddress: true,

  read: readPage,
  readThese: readSome,
  write: writeAll,
};

async function tokensBy(line: Line, grant: Readonly<Record<string, string>>): Promise<Answer<Tokens>> {
  const { clientId, clientSecret } = line.app;
  const answer = await line.send({
    method: 'POST',
    url: TOKEN,
    form: { ...grant, client_id: clientId, client_secret: clientSecret },
    bare: true,
    reads: TokenAnswer.required(),
  });
  if (!answer.ok) return answer;
  return { ok: true, value: tokensIn(answer.value, null, line.now) };
}

const STANDARD: readonly TheirField[] = [
  { id: 'name', label: 'Name', type: 'text', writable: true },
  { id: 'job_title', label: 'Job title', type: 'text', writable: true },
  { id: ORGANIZATION, label: 'Organization', type: 'text', writable: false },
];

const TYPES: Readonly<Record<string, TheirField['type']>> = {
  number: 'number',
  date: 'date',
  option: 'choice',
};

function fieldOf({ name, slug, type, options }: Field): TheirField {
  const listed = (options ?? []).map((value) => ({ value, label: value }));
  return {
    id: slug,
    label: name,
    type: TYPES[type ?? ''] ?? 'text',
    writable: true,
    ...(listed.length > 0 ? { options: listed } : {}),
  };
}

async function usersOf(line: Line): Promise<Answer<Described['people']>> {
  const people: Described['people'][number][] = [];
  for (let page = 1; ; page += 1) {
    const some = await list(line, 'users', { page });
    if (!some.ok) return some;
    for (const user of some.value.items) {
      const [ref, email] = [text(user, 'id'), text(user, 'email')];
      if (ref !== null)
        people.push({
          ref,
          name: text(user, 'name') ?? email ?? ref,
          email,
          active: user['active'] !== false,
        });
    }
    if (!some.value.hasNext) return { ok: true, value: people };
  }
}
