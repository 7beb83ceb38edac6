/**
 * Dynamics 365 Sales: leads, contacts, activities and opportunities by the Dataverse Web API with change
 * tracking; webhooks only hint at what to read; stage, score, owner and attempts written back.
 */
import * as z from 'zod';
import { addressWith } from './addressWith.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import type { Answer, Connector, Delivery, Hint, Line, Tokens } from './connector.ts';
import { described } from './dynamics/described.ts';
import { missingColumns } from './dynamics/ownColumns.ts';
import { readPage, readSome, STREAMS } from './dynamics/reading.ts';
import { siteOf } from './dynamics/rows.ts';
import { UUID } from './uuid.ts';
import { writeAll } from './dynamics/writing.ts';
import { codeOf, isSecret } from './ownSecret.ts';

const LOGIN = 'https://login.microsoftonline.com';

export const dynamics: Connector = {
  vendor: 'dynamics',
  label: 'Dynamics 365',
  hosts: ['login.microsoftonline.com', '.dynamics.com'],
  access: 'client',
  settings: [
    { id: 'organization', pattern: /^[a-z0-9-]{1,63}\.(?:api\.)?crm\d{0,2}\.dynamics\.com$/ },
    { id: 'tenant', pattern: /^[A-Za-z0-9.-]{1,253}$/ },
  ],
  streams: [
    { id: 'leads', about: 'people', object: 'lead' },
    { id: 'contacts', about: 'people', object: 'contact' },
    { id: 'phonecalls', about: 'activities' },
    { id: 'emails', about: 'activities' },
    { id: 'appointments', about: 'activities' },
    { id: 'tasks', about: 'activities' },
    { id: 'letters', about: 'activities' },
    { id: 'faxes', about: 'activities' },
    { id: 'socialactivities', about: 'activities' },
    { id: 'opportunities', about: 'deals' },
  ],
  everyMs: 2 * MINUTE_MS,
  // An attempt takes two requests.
  // https://learn.microsoft.com/power-apps/developer/data-platform/api-limits: of one user, on one web server.
  limits: [{ most: 6_000, perMs: 5 * MINUTE_MS }],
  mostWrites: 15,
  writesTo: { stage: 'combinado_stage', score: 'combinado_score' },
  usual: {
    name: ['fullname'],
    company: ['companyname'],
    country: ['address1_country'],
    state: ['address1_stateorprovince'],
    city: ['address1_city'],
    role: ['jobtitle'],
    jobTitle: ['jobtitle'],
    industry: ['industrycode'],
    employees: ['numberofemployees'],
    budget: ['budgetamount', 'revenue'],
    source: ['leadsourcecode'],
    campaign: ['_campaignid_value'],
  },

  pageOf: ({ site }, { object, id }) =>
    site ? addressWith(`${site}/main.aspx`, { pagetype: 'entityrecord', etn: object, id }) : null,

  authorizeUrl: () => null,

  async exchange(line) {
    const tokens = await tokensBy(line);
    if (!tokens.ok) return tokens;
    const site = siteOf(line);
    const ask = <T>(rest: string, reads: z.ZodType<T>) =>
      line.send({
        method: 'GET',
        url: `${site}/api/data/v9.2/${rest}`,
        headers: { Authorization: `Bearer ${tokens.value.access}` },
        bare: true,
        reads,
      });
    const who = await ask('WhoAmI', z.object({ OrganizationId: z.string() }));
    if (!who.ok) return who;
    const named = await ask(
      'organizations?$select=name',
      z.object({ value: z.array(z.object({ name: z.string() })) }),
    );
    if (!named.ok) return named;
    const { OrganizationId: id } = who.value;
    const name = named.value.value[0]?.name ?? 'Dynamics 365';
    return { ok: true, value: { tokens: tokens.value, account: { id, name, site } } };
  },

  /** Nothing to refresh: access is asked for again. */
  refresh: (line) => tokensBy(line),

  describe: described,
  /** Webhooks are registered by their own admin; what we write into, we make. */
  prepare: (line, { write }) => missingColumns(line, write),
  /** The application user is taken away by their admin; a token of an hour runs out by itself. */
  remove: async () => ({ ok: true, value: null }),

  verify: async ({ url, header }, { own }) => isSecret(header('combinado-secret') ?? codeOf(url), own),
  hints: hintsOf,
  codeInAddress: true,

  read: readPage,
  readThese: readSome,
  write: writeAll,
};

const TokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

async function tokensBy(line: Line): Promise<Answer<Tokens>> {
  const answer = await line.send({
    method: 'POST',
    url: `${LOGIN}/${encodeURIComponent(line.settings['tenant'] ?? '')}/oauth2/v2.0/token`,
    form: {
      grant_type: 'client_credentials',
      client_id: line.app.clientId,
      client_secret: line.app.clientSecret,
      scope: `${siteOf(line)}/.default`,
    },
    bare: true,
    reads: TokenAnswer,
  });
  if (!answer.ok) return answer;
  const { access_token: access, expires_in: seconds } = answer.value;
  return {
    ok: true,
    value: { access, refresh: null, expiresAt: line.now + Math.trunc(seconds) * SECOND_MS },
  };
}

const Context = z.object({
  MessageName: z.string(),
  PrimaryEntityName: z.string(),
  PrimaryEntityId: z.string(),
  OrganizationId: z.string(),
  OperationId: z.string().optional(),
  RequestId: z.string().nullish(),
});

/** The execution context of one step. What else it holds may have been cut away, and is not looked at. */
function hintsOf({ body }: Delivery): readonly Hint[] | undefined {
  const context = Context.safeParse(parsed(body)).data;
  if (context === undefined) return undefined;
  const { MessageName, PrimaryEntityName, PrimaryEntityId: id, OrganizationId: account } = context;
  const stream = Object.entries(STREAMS).find(([, table]) => table === PrimaryEntityName)?.[0];
  if (stream === undefined || !UUID.test(id)) return [];
  const key = [context.OperationId ?? context.RequestId ?? '', MessageName, PrimaryEntityName, id].join(':');
  return [{ key, stream, id: id.toLowerCase(), account }];
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
