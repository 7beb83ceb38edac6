/**
 * A request for every route of the access table, and where it names something, how to make one: what
 * the matrix in `access.test.ts` is generated from. A new route needs its line here.
 */
import { STARTERS } from '../../shared/definitions/starters.ts';
import { HOUR_MS } from '../../shared/time.ts';
import type { ConnectionMapping } from '../../shared/protocol/connections.ts';
import type { Route } from '../../worker/access.ts';
import { addLead, askForDemo, json, MONDAY, type Sent, type Team } from './api.ts';

export interface Sample extends Pick<Sent, 'body' | 'raw' | 'headers'> {
  /** After the path, with its question mark. */
  readonly query?: string;
  /** What stands in the path where the table says `:something`, when it is no id of a workspace's own. */
  readonly fixed?: string;
  /** Makes what `:id` stands for, in the workspace of a team. */
  readonly make?: (team: Team) => Promise<string>;
  /** Ends the token it is sent with. */
  readonly signsOut?: true;
}

const as = (body: unknown, more: Sample = {}): Sample => ({ body, ...more });
const json200 = (team: Team, method: string, path: string, body?: unknown) =>
  json(method, path, { token: team.admin, ...(body === undefined ? {} : { body }) });

const lead = (team: Team) => addLead(team.admin, { owner: team.sdr.id });

const MAPPING: ConnectionMapping = {
  fields: [{ ours: 'company', theirs: 'company', keeper: 'theirs' }],
  people: {},
  owner: null,
  stageFrom: null,
  write: { attempts: true, stage: true, score: true },
  read: { activities: true, deals: true },
  gone: { there: 'keep', here: 'keep' },
};

const make = {
  lead,
  member: async (team: Team) => team.colleague.id,
  async device(team: Team) {
    const { devices } = await json('GET', '/v1/devices', { token: team.colleague.token });
    return devices[0].id as string;
  },
  async handoff(team: Team) {
    const id = await lead(team);
    await askForDemo(team.admin, id);
    const { state } = await json200(team, 'GET', `/v1/leads/${id}`);
    return state.handoffs[0].id as string;
  },
  async attempt(team: Team) {
    const attempts = [{ leadId: await lead(team), channel: 'call', outcome: 'no_answer' }];
    const { results } = await json200(team, 'POST', '/v1/attempts', { attempts });
    return results[0].id as string;
  },
  async connection(team: Team) {
    const body = { vendor: 'hubspot', label: 'HubSpot' };
    return (await json200(team, 'POST', '/v1/connections', body)).connection.id as string;
  },
  async absence(team: Team) {
    const { absence } = await json200(team, 'POST', '/v1/absences', { until: MONDAY + HOUR_MS });
    return absence.id as string;
  },
  async proposal(team: Team) {
    const { id } = await json200(team, 'POST', '/v1/proposals', { title: 'Less', about: { kind: 'other' } });
    return id as string;
  },
  async session(team: Team) {
    // One at a time is open; the last one goes.
    const { sessions } = await json200(team, 'GET', '/v1/sessions');
    const open = sessions.find(({ closedAt }: { closedAt: number | null }) => closedAt === null);
    if (open) await json200(team, 'POST', `/v1/sessions/${open.id}/close`, {});
    const body = { kind: 'session', heldOn: '2026-03-02' };
    return (await json200(team, 'POST', '/v1/sessions', body)).session.id as string;
  },
  async closure(team: Team) {
    const body = { start: MONDAY, end: MONDAY + HOUR_MS, reason: 'no power' };
    const { closure } = await json200(team, 'POST', '/v1/closures', body);
    return closure.id as string;
  },
  async job(team: Team) {
    await json200(team, 'PUT', '/v1/definitions/draft', { definitions: STARTERS.en });
    const preview = () => json200(team, 'POST', '/v1/definitions/draft/preview', {});
    // Jobs are numbered: so many that no other workspace here has one of this number.
    for (let others = 0; others < 9; others += 1) await preview();
    return (await preview()).job as string;
  },
  async import(team: Team) {
    const made = await json('POST', '/v1/imports', {
      token: team.admin,
      raw: 'email\nsomeone.else@example.org\n',
      headers: { 'Content-Type': 'text/csv' },
    });
    return made.id as string;
  },
  async subscription(team: Team) {
    const body = { label: 'Chat', url: 'https://hooks.example.org/x', events: ['handoff.opened'] };
    return (await json200(team, 'POST', '/v1/subscriptions', body)).id as string;
  },
  async hook(team: Team) {
    const body = { kind: 'form', label: 'Form', mapping: { emails: ['/email'] } };
    return (await json200(team, 'POST', '/v1/hooks', body)).id as string;
  },
  async signedHook(team: Team) {
    const body = { kind: 'standard', label: 'CRM', mapping: { emails: ['/email'] } };
    return (await json200(team, 'POST', '/v1/hooks', body)).id as string;
  },
  async sent(team: Team) {
    await json200(team, 'POST', `/v1/subscriptions/${await make.subscription(team)}/test`, {});
    const page = await json200(team, 'GET', '/v1/admin/outbox');
    return page.entries[0].id as string;
  },
} as const;

/** Some point of the curve: an ephemeral half as a device would send it. */
const POINT = 'BJT+GEkBPoHav3a+K6FyUFU8m6AlCNzjcsGZW73saz/KywjFYcBEpUI2Rh/LjgjDGiyqPfPGCYcwEr6+WTzg9Eg=';
const csv = { 'Content-Type': 'text/csv' };

export const SAMPLES: Readonly<Record<Route, Sample>> = {
  'POST /v1/setup': as({ workspace: 'Acme', language: 'en', admin: { name: 'Ada' } }),
  'POST /v1/recover': as({}),
  'GET /v1/oidc/callback': {},
  'POST /v1/token': as({
    grant_type: 'authorization_code',
    code: 'none',
    code_verifier: 'v'.repeat(43),
    redirect_uri: 'http://127.0.0.1:1/',
  }),
  'POST /v1/pair': as({ code: 'none' }),
  'POST /v1/invites/accept': as({ token: 'none' }),
  'GET /v1/sync/socket': { query: '?ticket=none', headers: { Upgrade: 'websocket' } },
  'GET /v1/authorize': {
    query: `?response_type=code&redirect_uri=${encodeURIComponent('http://127.0.0.1:1/')}&code_challenge=${'c'.repeat(43)}&code_challenge_method=S256`,
  },
  'POST /v1/authorize': {
    raw: new URLSearchParams({
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:1/',
      code_challenge: 'c'.repeat(43),
      code_challenge_method: 'S256',
    }).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  },
  'GET /v1/pair/new': {},
  'POST /v1/pair/new': {},
  'DELETE /v1/session': { signsOut: true },
  'GET /v1/me': {},
  'GET /v1/me/day': {},
  'GET /v1/me/recorded': {},
  'GET /v1/me/seal': {},
  'POST /v1/me/unseal': as({ ephemeral: POINT }),
  'GET /v1/members': {},
  'POST /v1/members': as({ name: 'New', side: 'sales', role: 'sdr' }),
  'PATCH /v1/members/:id': as({ perDay: 9 }, { make: make.member }),
  'GET /v1/room': {},
  'GET /v1/teams': {},
  'POST /v1/teams': as({ id: 'team', label: 'Team', side: 'sales' }),
  'POST /v1/invites': as({ memberId: 'nobody' }),
  'GET /v1/devices': {},
  'DELETE /v1/devices': { signsOut: true },
  'POST /v1/devices/rotate': as({}),
  'DELETE /v1/devices/:id': { make: make.device },
  'GET /v1/definitions': {},
  'POST /v1/definitions': as({ definitions: STARTERS.en, note: '' }),
  'GET /v1/definitions/current': {},
  'GET /v1/definitions/draft': {},
  'PUT /v1/definitions/draft': as({ definitions: STARTERS.en }),
  'DELETE /v1/definitions/draft': {},
  'POST /v1/definitions/draft': as({ version: 1 }),
  'POST /v1/definitions/draft/validate': as({ definitions: STARTERS.en }),
  'POST /v1/definitions/draft/preview': as({}),
  'GET /v1/definitions/diff': {},
  'GET /v1/definitions/materials': {},
  'POST /v1/definitions/draft/sign': as({ hash: 'none' }),
  'POST /v1/definitions/draft/publish': as({ note: '' }),
  'GET /v1/definitions/:version': { fixed: '1' },
  'GET /v1/leads': {},
  'POST /v1/leads': as({ leads: [{ emails: ['someone@example.org'] }] }),
  'GET /v1/leads/:id': { make: make.lead },
  'GET /v1/leads/:id/facts': { make: make.lead },
  'GET /v1/leads/:id/next-fields': { make: make.lead },
  'GET /v1/leads/:id/account': { make: make.lead },
  'GET /v1/leads/duplicates': {},
  'POST /v1/leads/:id/merge': as({ absorb: 'unknown' }, { make: make.lead }),
  'POST /v1/leads/:id/unmerge': as({ absorbed: 'unknown' }, { make: make.lead }),
  'POST /v1/leads/:id/stage': as({ stage: 'mql' }, { make: make.lead }),
  'POST /v1/leads/:id/stage/release': as({}, { make: make.lead }),
  'POST /v1/leads/:id/owner': as({ owner: null }, { make: make.lead }),
  'POST /v1/leads/:id/field': as({ field: 'budget', value: 5 }, { make: make.lead }),
  'POST /v1/leads/:id/snooze': as({ untilOn: '2026-03-05', reason: 'none' }, { make: make.lead }),
  'POST /v1/leads/:id/resume': as({}, { make: make.lead }),
  'POST /v1/leads/:id/opt-out': as({ channel: 'sms' }, { make: make.lead }),
  'POST /v1/leads/:id/opt-in': as({ channel: 'sms', basis: 'asked for it' }, { make: make.lead }),
  'POST /v1/leads/:id/nurture': as({}, { make: make.lead }),
  'POST /v1/leads/:id/material': as({ persona: 'none', material: 'none' }, { make: make.lead }),
  'POST /v1/leads/:id/attempts': as(
    { channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
    { make: make.lead },
  ),
  'POST /v1/leads/:id/replies': as({ channel: 'email' }, { make: make.lead }),
  'POST /v1/handoffs/:id/answer': as({ answer: 'accepted' }, { make: make.handoff }),
  'POST /v1/handoffs/:id/correct': as({ answer: 'accepted' }, { make: make.handoff }),
  'POST /v1/handoffs/:id/contest': as({ evidence: 'see the call' }, { make: make.handoff }),
  'POST /v1/handoffs/:id/decide': as({ outcome: 'upheld' }, { make: make.handoff }),
  'POST /v1/handoffs/:id/comment': as({ text: 'how did the call go?' }, { make: make.handoff }),
  'GET /v1/handoffs': {},
  'POST /v1/attempts/:id/refuse': as({}, { make: make.attempt }),
  'POST /v1/attempts/:id/withdraw': as({}, { make: make.attempt }),
  'POST /v1/leads/acts': as({ leadIds: ['unknown'], act: { kind: 'accept' } }),
  'POST /v1/assignments': as({ leadIds: ['unknown'], owner: null }),
  'GET /v1/absences': {},
  'POST /v1/absences': as({ until: MONDAY + HOUR_MS }),
  'GET /v1/absences/:id': { make: make.absence },
  'POST /v1/absences/:id/end': as({}, { make: make.absence }),
  'POST /v1/absences/:id/redistribute': as({}, { make: make.absence }),
  'GET /v1/backlog': {},
  'POST /v1/backlog/release': as({ perOwner: 5, dryRun: true }),
  'DELETE /v1/backlog/release': {},
  'GET /v1/lookup/filter': {},
  'POST /v1/lookup': as({ hashes: [1] }),
  'GET /v1/proposals': {},
  'POST /v1/proposals': as({ title: 'Less', about: { kind: 'other' } }),
  'GET /v1/proposals/:id': { make: make.proposal },
  'POST /v1/proposals/:id/vote': as({ vote: 'for' }, { make: make.proposal }),
  'POST /v1/proposals/:id/withdraw': as({}, { make: make.proposal }),
  'GET /v1/sessions': {},
  'POST /v1/sessions': as({ kind: 'session', heldOn: '2026-03-02' }),
  'GET /v1/sessions/:id': { make: make.session },
  'PATCH /v1/sessions/:id': as({ notes: 'All there' }, { make: make.session }),
  'POST /v1/sessions/:id/agenda': as({}, { make: make.session }),
  'POST /v1/sessions/:id/decisions': as(
    { text: 'Agreed', outcome: 'adopted', owner: 'nobody' },
    { make: make.session },
  ),
  'POST /v1/sessions/:id/close': as({}, { make: make.session }),
  'POST /v1/signals': as({ signals: [{ leadId: 'unknown', signal: 'demo_requested' }] }),
  'POST /v1/attempts': as({ attempts: [{ leadId: 'unknown', channel: 'call', outcome: 'no_answer' }] }),
  'POST /v1/replies': as({ replies: [{ leadId: 'unknown', channel: 'email' }] }),
  'POST /v1/deals': as({
    deals: [{ leadId: 'unknown', dealId: 'd1', amount: 1, currency: 'USD', outcome: 'open' }],
  }),
  'POST /v1/sync/push': as({ epoch: 'x', clientId: crypto.randomUUID(), commands: [] }),
  'GET /v1/sync/pull': {},
  'POST /v1/sync/ticket': as({}),
  'GET /v1/audit': {},
  'GET /v1/closures': {},
  'POST /v1/closures': as({ start: MONDAY, end: MONDAY + HOUR_MS, reason: 'no power' }),
  'DELETE /v1/closures/:id': { make: make.closure },
  'GET /v1/jobs': {},
  'GET /v1/jobs/:id': { make: make.job },
  'GET /v1/jobs/:id/leads': { make: make.job, query: `?cell=${encodeURIComponent('["move"]')}` },
  'POST /v1/jobs/:id/cancel': as({}, { make: make.job }),
  'DELETE /v1/leads/:id': { make: make.lead },
  'GET /v1/leads/:id/export': { make: make.lead },
  'POST /v1/persons/export': as({ email: 'nobody@example.org' }),
  'POST /v1/persons/erase': as({ email: 'nobody@example.org' }),
  'GET /v1/notices': {},
  'POST /v1/notices/read': as({ all: true }),
  'GET /v1/admin/outbox': {},
  'POST /v1/admin/outbox/:id/retry': as({}, { make: make.sent }),
  'GET /v1/subscriptions': {},
  'POST /v1/subscriptions': as({
    label: 'Chat',
    url: 'https://hooks.example.org/x',
    events: ['handoff.opened'],
  }),
  'GET /v1/subscriptions/:id': { make: make.subscription },
  'PATCH /v1/subscriptions/:id': as({ label: 'Chat 2' }, { make: make.subscription }),
  'DELETE /v1/subscriptions/:id': { make: make.subscription },
  'POST /v1/subscriptions/:id/rotate': as({}, { make: make.subscription }),
  'POST /v1/subscriptions/:id/test': as({}, { make: make.subscription }),
  'GET /v1/subscriptions/:id/deliveries': { make: make.subscription },
  'GET /v1/connections': {},
  'POST /v1/connections': as({ vendor: 'hubspot', label: 'HubSpot' }),
  'GET /v1/connections/callback': { query: '?state=cmbc_222222222222_none&code=x' },
  'GET /v1/connections/:id': { make: make.connection },
  'DELETE /v1/connections/:id': { make: make.connection },
  'POST /v1/connections/:id/authorize': { make: make.connection },
  'GET /v1/connections/:id/fields': { make: make.connection },
  'PUT /v1/connections/:id/mapping': as({ mapping: MAPPING }, { make: make.connection }),
  'POST /v1/connections/:id/preview': as({ mapping: MAPPING }, { make: make.connection }),
  'POST /v1/connections/:id/pause': { make: make.connection },
  'POST /v1/connections/:id/resume': { make: make.connection },
  'GET /v1/connections/:id/letters': { make: make.connection },
  'POST /v1/connections/:id/letters/:letter/retry': { make: make.connection },
  'POST /connections/:workspace/:connection': as([]),
  'GET /v1/hooks': {},
  'POST /v1/hooks': as({ kind: 'form', label: 'Form', mapping: { emails: ['/email'] } }),
  'GET /v1/hooks/:id': { make: make.hook },
  'PATCH /v1/hooks/:id': as({ label: 'Form 2' }, { make: make.hook }),
  'DELETE /v1/hooks/:id': { make: make.hook },
  'POST /v1/hooks/:id/rotate': as({}, { make: make.signedHook }),
  'POST /v1/hooks/:id/try': as({ body: { email: 'a@example.org' } }, { make: make.hook }),
  'GET /v1/hooks/:id/deliveries': { make: make.hook },
  'POST /hooks/:workspace/:hook': as({ email: 'a@example.org' }, { fixed: 'none' }),
  'POST /v1/me/calendar-feed': as({}),
  'DELETE /v1/me/calendar-feed': {},
  'GET /v1/calendar/:feed': { fixed: 'none' },
  'GET /v1/imports': {},
  'POST /v1/imports': { raw: 'email\nsomeone@example.org\n', headers: csv },
  'POST /v1/imports/guess': { raw: 'email\nsomeone@example.org\n', headers: csv },
  'GET /v1/imports/:id': { make: make.import },
  'GET /v1/imports/:id/errors': { make: make.import },
  'POST /v1/imports/:id/cancel': as({}, { make: make.import }),
  'GET /v1/first-week': {},
  'GET /v1/first-week/evidence': {},
  'GET /v1/reports': { query: '?names=today,worked' },
  'GET /v1/reports/:name': { fixed: 'today' },
  'GET /v1/reports/leaks/records': { query: '?why=failed' },
  'GET /v1/reports/:name/leads': { fixed: 'today', query: '?cell=%5B%22late%22%5D' },
  'GET /v1/review': {},
  'GET /v1/export': {},
  'POST /v1/restore': { raw: '{}\n', headers: { 'Content-Type': 'application/x-ndjson' } },
  'GET /v1/retention': {},
  'PUT /v1/retention': as({}),
  'GET /v1/admin/health': {},
  'GET /v1/admin/refold': {},
};
