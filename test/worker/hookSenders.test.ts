/** Senders known by name (ACC5): Typeform and Webflow, which sign their own way, and Marketo, which signs nothing. */
import { describe, expect, test } from 'vitest';
import type { HookKind, HookMapping } from '../../shared/protocol/hooks.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { isTypeforms, isWebflows } from '../../worker/workspace/inbox/inboxSignature.ts';
import { readAs } from '../../worker/workspace/inbox/senders.ts';
import { json, MONDAY, openWorkspace, ORIGIN, send, type Opened } from './api.ts';
import { rows } from './database.ts';
import { oneBitOff, oneBitOffIn, refusals } from '../vendors/oneBitOff.ts';

const SECRET = 'a secret that is only in tests';

/** As Typeform's and Webflow's own pages compute it, by another way than the worker does. */
async function hmac(secret: string, text: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), how, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}
const typeformOf = async (secret: string, body: string) =>
  `sha256=${btoa(String.fromCharCode(...(await hmac(secret, body))))}`;
const webflowOf = async (secret: string, at: string, body: string) =>
  Array.from(await hmac(secret, `${at}:${body}`), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Of the shape their pages show. */
const TYPEFORM = {
  event_id: 'LtWXD3crgy',
  event_type: 'form_response',
  form_response: {
    form_id: 'lT4Z3j',
    token: 'a3a12ec67a1365927098a606107fac15',
    submitted_at: '2026-03-02T13:17:02Z',
    hidden: { utm_source: 'newsletter' },
    calculated: { score: 9 },
    definition: { id: 'lT4Z3j', title: 'Talk to us', fields: [] },
    answers: [
      { type: 'text', text: 'Laura', field: { id: 'DlXFaesGBpoF', type: 'short_text', ref: 'name' } },
      {
        type: 'email',
        email: 'laura@example.com',
        field: { id: 'SMEUb7VJz92Q', type: 'email', ref: 'mail' },
      },
      {
        type: 'phone_number',
        phone_number: '+14155550142',
        field: { id: 'a', type: 'phone_number', ref: 'tel' },
      },
      { type: 'number', number: 120, field: { id: 'b', type: 'number', ref: 'size' } },
      { type: 'boolean', boolean: false, field: { id: 'c', type: 'yes_no', ref: 'customer' } },
      {
        type: 'choice',
        choice: { label: 'London' },
        field: { id: 'd', type: 'multiple_choice', ref: 'city' },
      },
      { type: 'choices', choices: { labels: ['Ads', 'SEO'], other: 'PR' }, field: { id: 'e', ref: 'needs' } },
    ],
  },
};
const WEBFLOW = {
  triggerType: 'form_submission',
  payload: {
    name: 'Contact Us',
    siteId: '65427cf400e02b306eaa049c',
    data: { 'First Name': 'Zaphod', email: 'zaphod@heartofgold.example', 'Phone Number': 15_550_000_000 },
    submittedAt: '2026-03-02T13:51:16.151Z',
    id: '6321ca84df3949bfc6752327',
  },
};

interface Made {
  readonly id: string;
  readonly url: string;
  readonly secret: string | null;
}

const make = ({ admin }: Opened, kind: HookKind, mapping: HookMapping, secret?: string): Promise<Made> =>
  json('POST', '/v1/hooks', {
    token: admin,
    body: { kind, label: kind, mapping, ...(secret === undefined ? {} : { secret }) },
  });

const post = (
  { url }: Pick<Made, 'url'>,
  raw: string,
  headers: Record<string, string>,
  { now = MONDAY, type = 'application/json' } = {},
) => send('POST', url.slice(ORIGIN.length), { raw, now, headers: { 'Content-Type': type, ...headers } });

async function leadOf({ admin }: Opened, now = MONDAY) {
  const { leads } = await json('GET', '/v1/leads', { token: admin, now });
  return (await json('GET', `/v1/leads/${leads[0]?.id}`, { token: admin, now })).state;
}

describe('[ACC5] Typeform', () => {
  const MAPPING: HookMapping = {
    emails: ['/email'],
    phones: ['/phone'],
    fields: {
      name: { from: '/answers/name' },
      city: { from: '/answers/city' },
      employees: { from: '/answers/size' },
    },
    source: { from: '/hidden/utm_source' },
    at: '/submitted_at',
    signals: [
      {
        signal: 'demo_requested',
        properties: { needs: { from: '/answers/needs' }, form: { from: '/form' } },
      },
    ],
  };

  test('answers are found by their question, whatever place they have', async () => {
    const workspace = await openWorkspace();
    const hook = await make(workspace, 'typeform', MAPPING);
    const body = JSON.stringify(TYPEFORM);
    const signature = await typeformOf(hook.secret ?? '', body);
    expect((await post(hook, body, { 'Typeform-Signature': signature })).status).toBe(202);
    expect(await leadOf(workspace)).toMatchObject({
      emails: ['laura@example.com'],
      phones: ['+14155550142'],
      fields: { name: 'Laura', city: 'London', employees: 120 },
      source: 'newsletter',
      lastSignal: { signal: 'demo_requested', at: Date.parse('2026-03-02T13:17:02Z') },
    });
    expect(readAs('typeform', TYPEFORM)).toMatchObject({
      score: 9,
      answers: { customer: false, needs: 'Ads, SEO, PR' },
    });
  });

  test('delivered again it is one; unsigned, or by another secret, it is none', async () => {
    const workspace = await openWorkspace();
    const hook = await make(workspace, 'typeform', MAPPING);
    const body = JSON.stringify(TYPEFORM);
    const right = await typeformOf(hook.secret ?? '', body);
    const statuses: number[] = [];
    for (const headers of [
      {},
      { 'Typeform-Signature': await typeformOf('another', body) },
      { 'Typeform-Signature': right.slice('sha256='.length) },
      { 'Typeform-Signature': right },
      { 'Typeform-Signature': right },
    ])
      statuses.push((await post(hook, body, headers as Record<string, string>)).status);
    expect(statuses).toEqual([401, 401, 401, 202, 202]);
    await leadOf(workspace);
    const signals = "select count(*) as n from facts where kind = 'signal.seen'";
    expect(await rows(workspace.workspaceId, signals)).toEqual([{ n: 1 }]);
  });
});

describe('[ACC5] Webflow', () => {
  const MAPPING: HookMapping = {
    emails: ['/email'],
    phones: ['/Phone Number'],
    fields: { name: { from: '/First Name' } },
    signals: [{ signal: 'demo_requested', properties: { form: { from: '/form' } } }],
  };

  test('is taken by its own secret, within five minutes, by the names of its fields', async () => {
    const workspace = await openWorkspace();
    const hook = await make(workspace, 'webflow', MAPPING, SECRET);
    // It is theirs: nobody is shown it again.
    expect(hook.secret).toBeNull();
    const body = JSON.stringify(WEBFLOW);
    const signedAt = async (at: number, secret = SECRET) => ({
      'X-Webflow-Timestamp': String(at),
      'X-Webflow-Signature': await webflowOf(secret, String(at), body),
    });
    const statuses: number[] = [];
    for (const headers of [
      await signedAt(MONDAY - 5 * MINUTE_MS - 1),
      await signedAt(MONDAY + 5 * MINUTE_MS + 1),
      await signedAt(MONDAY, 'another secret of some length'),
      { ...(await signedAt(MONDAY)), 'X-Webflow-Timestamp': String(MONDAY + 1) },
      await signedAt(MONDAY - 5 * MINUTE_MS),
    ])
      statuses.push((await post(hook, body, headers)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 202]);
    expect(await leadOf(workspace)).toMatchObject({
      emails: ['zaphod@heartofgold.example'],
      fields: { name: 'Zaphod' },
      lastSignal: { signal: 'demo_requested' },
    });
    // A number without its country is nobody's, which is no reason to lose the lead.
    const { deliveries } = await json('GET', `/v1/hooks/${hook.id}/deliveries`, { token: workspace.admin });
    expect(deliveries).toMatchObject([
      {
        state: 'done',
        leads: 1,
        errors: [{ pointer: '/phones/0', detail: 'left out, because it is no phone number' }],
      },
    ]);
  });

  test('its secret has to be told, and no other sender brings one', async () => {
    const workspace = await openWorkspace();
    const mapping = { emails: ['/email'] };
    for (const [kind, secret] of [
      ['webflow', undefined],
      ['typeform', SECRET],
      ['key', SECRET],
      ['form', SECRET],
    ] as const)
      expect(await make(workspace, kind, mapping, secret)).toMatchObject({
        status: 422,
        errors: [{ pointer: '/secret' }],
      });
    const hook = await make(workspace, 'webflow', mapping, SECRET);
    const rotated = await send('POST', `/v1/hooks/${hook.id}/rotate`, { token: workspace.admin });
    expect(rotated.status).toBe(409);
    const listed = await send('GET', '/v1/hooks', { token: workspace.admin });
    expect(await listed.text()).not.toContain(SECRET);
  });
});

describe('[ACC5] Marketo', () => {
  const MAPPING: HookMapping = {
    emails: ['/email'],
    phones: ['/phone'],
    externalId: { system: 'marketo', object: 'lead', from: '/id' },
    fields: { name: { from: '/name' }, company: { from: '/company' } },
    signals: [{ signal: 'demo_requested' }],
  };
  /** A template as it leaves: strings in quotes, numbers as they are, nothing where a token had no value. */
  const BODY = `{ "email": "ann@acme.example", "name": "Ann \\"A\\" Lee", "company": "", "id": 1042, "sent": "2026-03-02 09:00:00" }`;

  test.each([
    ['application/json', BODY],
    // Its own media type, unless a header says otherwise.
    ['application/x-www-form-urlencoded', BODY],
    [
      'application/x-www-form-urlencoded',
      'email=ann%40acme.example&name=Ann+%22A%22+Lee&company=&id=1042&sent=2026-03-02+09%3A00%3A00',
    ],
  ])('as %s: answered at once in JSON, and the lead is completed', async (type, body) => {
    const workspace = await openWorkspace();
    const hook = await make(workspace, 'key', MAPPING);
    const key = { 'X-Combinado-Key': hook.secret ?? '' };
    const answer = await post(hook, body, key, { type });
    expect(answer.status).toBe(202);
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(await answer.json()).toEqual({ accepted: true });
    expect(await leadOf(workspace)).toMatchObject({
      emails: ['ann@acme.example'],
      fields: { name: 'Ann "A" Lee' },
      externalIds: [{ system: 'marketo', object: 'lead', id: '1042' }],
      lastSignal: { signal: 'demo_requested' },
    });
    const later = BODY.replace('"company": ""', '"company": "Acme"').replace('09:00', '09:05');
    expect((await post(hook, later, key)).status).toBe(202);
    expect(await leadOf(workspace)).toMatchObject({ fields: { company: 'Acme' } });
  });

  test('without the key, or with another, nothing comes in; a new one is taken beside the old for a day', async () => {
    const workspace = await openWorkspace();
    const hook = await make(workspace, 'key', MAPPING);
    const other = await make(workspace, 'key', MAPPING);
    const statusOf = async (key?: string) =>
      (await post(hook, BODY, key === undefined ? {} : { 'X-Combinado-Key': key })).status;
    expect([await statusOf(), await statusOf(''), await statusOf(other.secret ?? '')]).toEqual([
      401, 401, 401,
    ]);
    const rotated = await json('POST', `/v1/hooks/${hook.id}/rotate`, { token: workspace.admin });
    expect([await statusOf(rotated.secret), await statusOf(hook.secret ?? '')]).toEqual([202, 202]);
  });

  test('10,000 one-bit changes of the key are refused', { timeout: 120_000 }, async () => {
    const { isProven } = await import('../../worker/workspace/inbox/inboxSignature.ts');
    const key = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const proven = (given: string) =>
      isProven(
        'key',
        key,
        { signed: null, body: BODY, proofs: { typeform: null, webflow: null, key: given } },
        MONDAY,
      );
    expect(proven(key)).toBe(true);
    expect(await refusals(10_000, (n) => proven(oneBitOff(key, n)))).toBe(10_000);
  });
});

describe('[ACC5] messages with one bit changed', () => {
  /** Long enough for ten thousand different ones of one message. */
  const LONG = 'Tell us more. '.repeat(110);

  test('10,000 of Typeform’s are refused', async () => {
    const body = JSON.stringify({ ...TYPEFORM, note: LONG });
    const sent = { body, signature: await typeformOf(SECRET, body) };
    expect(isTypeforms(SECRET, sent.signature, sent.body)).toBe(true);
    const isTaken = (n: number) => {
      const off = oneBitOffIn(sent, n);
      return isTypeforms(SECRET, off.signature, off.body);
    };
    expect(await refusals(10_000, isTaken)).toBe(10_000);
  });

  test('10,000 of Webflow’s are refused', async () => {
    const timestamp = String(MONDAY);
    const body = JSON.stringify({ ...WEBFLOW, note: LONG });
    const sent = { body, timestamp, signature: await webflowOf(SECRET, timestamp, body) };
    expect(isWebflows(SECRET, sent, sent.body, MONDAY)).toBe(true);
    const isTaken = (n: number) => {
      const off = oneBitOffIn(sent, n);
      return isWebflows(SECRET, off, off.body, MONDAY);
    };
    expect(await refusals(10_000, isTaken)).toBe(10_000);
  });

  test('without a secret nobody’s are good', async () => {
    const body = JSON.stringify(TYPEFORM);
    const signature = await typeformOf(SECRET, body);
    expect(isTypeforms(null, signature, body)).toBe(false);
    const at = String(MONDAY);
    const webflow = { timestamp: at, signature: await webflowOf(SECRET, at, body) };
    expect(isWebflows(null, webflow, body, MONDAY)).toBe(false);
  });
});
