/** A body for each route that takes one, as somebody would really send it; a test holds them to the schemas. */
import type { Route } from '../access.ts';

const LEAD = '01a204bd-84b7-76c0-8440-716fb37ffd40';
const MEMBER = '01a204bc-f643-70c6-bed6-24e9c8fb178a';
const AT = 1_772_463_600_000;
const HOUR_MS = 3_600_000;
const DEFINITIONS = { '…': 'as GET /v1/definitions/current answers it, changed' };
const MAPPING = {
  fields: [{ ours: 'company', theirs: 'company', keeper: 'theirs' }],
  people: {},
  owner: null,
  stageFrom: null,
  write: { attempts: true, stage: true, score: true },
  read: { activities: true, deals: true },
  gone: { there: 'keep', here: 'keep' },
};

export const EXAMPLES: Readonly<Partial<Record<Route, unknown>>> = {
  'POST /v1/setup': { workspace: 'Acme', language: 'en', admin: { name: 'Dana' } },
  'POST /v1/recover': { workspace: '5w3vx89qp6dz' },
  'POST /v1/token': {
    grant_type: 'authorization_code',
    code: 'cmbc_5w3vx89qp6dz_GMaaErRKfxyNT51rGYcYtG4P3elznbtIXxM7Dos3pmk',
    code_verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
    redirect_uri: 'http://127.0.0.1:8000/',
  },
  'POST /v1/pair': { code: '5w3vx89qp6dz-8K2MXWQP' },
  'POST /v1/invites': { memberId: MEMBER },
  'POST /v1/invites/accept': { token: 'cmbi_5w3vx89qp6dz_EbM-EGdQJGDLCgv48Jh0J1pB4umH9itlXaux7ojRi2A' },
  'POST /v1/members': { name: 'Ana', side: 'sales', role: 'sdr', perDay: 12, email: 'ana@acme.example' },
  'PATCH /v1/members/:id': { role: 'manager', perDay: null },
  'POST /v1/teams': { id: 'sdr', label: 'SDRs', side: 'sales', members: [MEMBER] },
  'POST /v1/absences': { memberId: MEMBER, from: AT, until: AT + 48 * HOUR_MS, reason: 'training' },
  'POST /v1/notices/read': { all: true },
  'POST /v1/definitions': { definitions: DEFINITIONS, note: 'MQL from 60 points' },
  'PUT /v1/definitions/draft': { definitions: DEFINITIONS },
  'POST /v1/definitions/draft': { version: 3 },
  'POST /v1/definitions/draft/validate': DEFINITIONS,
  'POST /v1/definitions/draft/preview': { choices: { leads: 'stay', clocks: 'new' } },
  'POST /v1/definitions/draft/sign': { hash: 'MwEWWaZAxSW8l-MeF_teylHt4_oQLJLP9ZpBOUrGfio' },
  'POST /v1/definitions/draft/publish': {
    note: 'MQL from 60 points',
    choices: { leads: 'stay', clocks: 'new' },
  },
  'POST /v1/closures': { team: 'sdr', start: AT, end: AT + HOUR_MS, reason: 'no power in the office' },
  'POST /v1/backlog/release': { perOwner: 5, dryRun: true },
  'POST /v1/leads': {
    leads: [
      {
        emails: ['bia@clinic.example'],
        phones: ['+55 11 91234-5678'],
        externalIds: [{ system: 'hubspot', object: 'contact', id: '51' }],
        fields: { name: 'Bia Souza', company: 'Clínica Sol', employees: 120 },
        source: 'webinar',
        campaign: 'winter',
      },
    ],
  },
  'POST /v1/leads/acts': { leadIds: [LEAD], act: { kind: 'accept' } },
  'POST /v1/leads/:id/merge': { absorb: '01a204bd-84b7-76c0-8440-716fb37ffd41' },
  'POST /v1/leads/:id/unmerge': { absorbed: '01a204bd-84b7-76c0-8440-716fb37ffd41' },
  'POST /v1/leads/:id/stage': { stage: 'sql', reason: 'budget agreed' },
  'POST /v1/leads/:id/owner': { owner: MEMBER },
  'POST /v1/leads/:id/field': { field: 'budget', value: 5_000 },
  'POST /v1/leads/:id/snooze': { untilOn: '2026-03-09', reason: 'holiday' },
  'POST /v1/leads/:id/opt-out': { channel: 'sms' },
  'POST /v1/leads/:id/opt-in': { channel: 'sms', basis: 'asked for it on the phone' },
  'POST /v1/leads/:id/material': { persona: 'owner', material: 'price-list' },
  'POST /v1/leads/:id/attempts': { channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
  'POST /v1/leads/:id/replies': { channel: 'email' },
  'POST /v1/handoffs/:id/answer': { answer: 'accepted', mark: 'great' },
  'POST /v1/handoffs/:id/correct': { answer: 'disqualified', reason: 'not_a_fit' },
  'POST /v1/handoffs/:id/contest': { evidence: 'they asked for a demo on Monday' },
  'POST /v1/handoffs/:id/decide': { outcome: 'overturned' },
  'POST /v1/handoffs/:id/comment': { text: 'how did the call go?' },
  'POST /v1/assignments': { leadIds: [LEAD], owner: MEMBER },
  'POST /v1/signals': {
    signals: [{ email: 'bia@clinic.example', signal: 'demo_requested', at: AT, campaign: 'winter' }],
  },
  'POST /v1/attempts': {
    attempts: [{ email: 'bia@clinic.example', channel: 'call', outcome: 'connected', at: AT, by: MEMBER }],
  },
  'POST /v1/replies': { replies: [{ email: 'bia@clinic.example', channel: 'email', at: AT }] },
  'POST /v1/deals': {
    deals: [{ email: 'bia@clinic.example', dealId: 'd-17', amount: 12_000, currency: 'BRL', outcome: 'won' }],
  },
  'POST /v1/hooks': {
    kind: 'form',
    label: 'Website',
    mapping: {
      emails: ['/email'],
      fields: { name: { from: '/name' } },
      signals: [{ signal: 'demo_requested' }],
    },
  },
  'PATCH /v1/hooks/:id': { label: 'Website, contact page' },
  'POST /v1/hooks/:id/try': { body: { email: 'bia@clinic.example', name: 'Bia' } },
  'POST /v1/subscriptions': {
    label: 'Sales channel',
    url: 'https://hooks.slack.example/services/T0/B0/x',
    events: ['handoff.opened', 'notice.clock_escalation'],
    format: 'slack',
  },
  'PATCH /v1/subscriptions/:id': { paused: true },
  'POST /v1/connections': { vendor: 'hubspot', label: 'HubSpot' },
  'PUT /v1/connections/:id/mapping': { mapping: MAPPING },
  'POST /v1/connections/:id/preview': { mapping: MAPPING },
  'POST /v1/proposals': {
    title: 'Answer within two hours',
    about: { kind: 'other' },
    text: 'Four is too late.',
  },
  'POST /v1/proposals/:id/vote': { vote: 'for' },
  'POST /v1/sessions': { kind: 'session', heldOn: '2026-03-02' },
  'PATCH /v1/sessions/:id': { notes: 'All there', attendees: [MEMBER] },
  'POST /v1/sessions/:id/decisions': {
    text: 'Two hours from April on',
    outcome: 'adopted',
    owner: MEMBER,
    dueOn: '2026-04-01',
  },
  'POST /v1/persons/export': { email: 'bia@clinic.example' },
  'POST /v1/persons/erase': { phone: '+55 11 91234-5678' },
  'PUT /v1/retention': { leads: 1_095, imports: 30 },
  'POST /v1/sync/push': { epoch: '01a204bc-f463-7517-91a7-e480be3f703b', clientId: LEAD, commands: [] },
  'POST /v1/lookup': { hashes: [281_474_976_710_655] },
  'POST /v1/me/unseal': {
    ephemeral: 'BJT+GEkBPoHav3a+K6FyUFU8m6AlCNzjcsGZW73saz/KywjFYcBEpUI2Rh/LjgjDGiyqPfPGCYcwEr6+WTzg9Eg=',
  },
};

/** Files, by the kinds a route takes. */
export const FILE_EXAMPLES: Readonly<Partial<Record<Route, Readonly<Record<string, string>>>>> = {
  'POST /v1/imports': {
    'text/csv': 'Name,E-mail,Company,Last call\nBia Souza,bia@clinic.example,Clínica Sol,2026-02-27\n',
    'application/x-ndjson': '{"emails":["bia@clinic.example"],"fields":{"name":"Bia Souza"}}\n',
  },
  'POST /v1/imports/guess': { 'text/csv': 'Name,E-mail\nBia Souza,bia@clinic.example\n' },
  'POST /v1/restore': { 'application/x-ndjson': 'the file GET /v1/export gave\n' },
};

/** What stands for `{…}` of an address. */
export const PATH_EXAMPLES: Readonly<Record<string, string>> = {
  id: LEAD,
  version: '3',
  name: 'compliance',
  letter: '1',
  feed: 'cmbf_….ics',
  workspace: '5w3vx89qp6dz',
  hook: 'hook_OE3av57CbGlV22Oj2kvNVNTNMeZnh6Zl',
  connection: '01a204bd-84b7-76c0-8440-716fb37ffd42',
};

/** Parameters worth showing in a first request. */
export const QUERY_EXAMPLES: Readonly<Partial<Record<Route, string>>> = {
  'GET /v1/leads': '?stage=mql&limit=50',
  'GET /v1/leads/:id': '?at=1772463600000',
  'GET /v1/definitions/diff': '?from=2&to=3',
  'GET /v1/reports': '?names=today,worked',
  'GET /v1/reports/:name': '?from=2026-02-01&to=2026-02-28&format=csv',
  'GET /v1/review': '?from=2026-01-01&to=2026-03-31',
  'GET /v1/audit': '?action=member.added',
  'GET /v1/admin/outbox': '?state=dead',
  'POST /v1/imports': '?dryRun=true',
  'GET /v1/imports/:id/errors': '?format=csv',
};
