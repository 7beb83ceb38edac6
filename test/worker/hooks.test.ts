/** Webhooks in (ACC5): signed ones and forms, stored first, once in thirty days, by a bounded mapping. */
import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { HookMapping } from '../../shared/protocol/hooks.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import { addLead, json, MONDAY, openWorkspace, ORIGIN, send, type Opened } from './api.ts';
import { isSigned } from '../../worker/workspace/inbox/inboxSignature.ts';
import { objectOf, rows } from './database.ts';

interface Made {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

const MAPPING: HookMapping = {
  emails: ['/contact/email'],
  phones: ['/contact/phone'],
  externalId: { system: 'shop', object: 'person', from: '/contact/id' },
  fields: { name: { from: '/contact/name' }, company: { value: 'Acme' } },
  source: { from: '/utm', words: { g: 'google' } },
  at: '/at',
  signals: [
    {
      signal: 'demo_requested',
      when: [{ from: '/event', is: 'demo' }],
      properties: { page: { from: '/page' } },
    },
  ],
};
const FORM: HookMapping = {
  emails: ['/email'],
  fields: { name: { from: '/name' }, employees: { from: '/size' } },
  signals: [{ signal: 'demo_requested' }],
};

async function hookOf(
  { admin }: Opened,
  kind: 'standard' | 'form' = 'standard',
  mapping: HookMapping = kind === 'form' ? FORM : MAPPING,
): Promise<Made> {
  return json('POST', '/v1/hooks', { token: admin, body: { kind, label: 'Ours', mapping } });
}

interface Posting {
  readonly id?: string;
  readonly at?: number;
  readonly now?: number;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let messages = 0;

function post({ url, secret }: Pick<Made, 'url' | 'secret'>, body: unknown, posting: Posting = {}) {
  messages += 1;
  const { id = `m${messages}`, at = MONDAY, now = MONDAY } = posting;
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  return send('POST', url.slice(ORIGIN.length), {
    now,
    raw,
    headers: {
      'Content-Type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1_000)),
      'webhook-signature': new Webhook(posting.secret ?? secret).sign(id, new Date(at), raw),
      ...posting.headers,
    },
  });
}

function fill({ url }: Pick<Made, 'url'>, fields: Record<string, string>, now = MONDAY) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  return send('POST', url.slice(ORIGIN.length), {
    now,
    headers,
    raw: new URLSearchParams(fields).toString(),
  });
}

/** The chore reads what waits at the next wake. */
async function leadsOf({ admin }: Opened, now = MONDAY) {
  const { leads } = await json('GET', '/v1/leads', { token: admin, now });
  return leads;
}

async function deliveriesOf({ admin }: Opened, { id }: Made, now = MONDAY) {
  return (await json('GET', `/v1/hooks/${id}/deliveries`, { token: admin, now })).deliveries;
}

const sample = {
  event: 'demo',
  at: '2026-03-02T14:00:00Z',
  utm: 'g',
  page: '/pricing',
  contact: { id: 7, email: ' Ana@Clinic.example ', phone: '+1 212 555 0100', name: 'Ana' },
};

describe('[ACC5] a signed message', () => {
  test('is stored as it came, answered, and read afterwards', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    const answer = await post(hook, sample);
    expect([answer.status, await answer.json()]).toEqual([202, { accepted: true }]);
    const [raw] = await rows<{ body: string; state: string }>(
      workspace.workspaceId,
      'select body, state from inbox',
    );
    expect(raw).toEqual({ body: JSON.stringify(sample), state: 'waiting' });

    const [lead] = await leadsOf(workspace);
    const { state } = await json('GET', `/v1/leads/${lead.id}`, { token: workspace.admin });
    expect(state).toMatchObject({
      emails: ['ana@clinic.example'],
      phones: ['+12125550100'],
      externalIds: [{ system: 'shop', object: 'person', id: '7' }],
      fields: { name: 'Ana', company: 'Acme' },
      source: 'google',
      lastSignal: { signal: 'demo_requested', at: Date.parse(sample.at) },
    });
    expect(await deliveriesOf(workspace, hook)).toMatchObject([
      { state: 'done', leads: 1, signals: 1, errors: [], receivedAt: MONDAY, processedAt: MONDAY },
    ]);
    // Read, its body is gone.
    expect(await rows(workspace.workspaceId, 'select body from inbox')).toEqual([{ body: null }]);
  });

  test('completes the lead it speaks of', async () => {
    const workspace = await openWorkspace();
    const leadId = await addLead(workspace.admin, { emails: ['ana@clinic.example'], fields: {} });
    const hook = await hookOf(workspace);
    await post(hook, sample);
    expect((await leadsOf(workspace)).map(({ id }: { id: string }) => id)).toEqual([leadId]);
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: workspace.admin });
    expect(state.fields['name']).toBe('Ana');
  });

  test('sent again within thirty days does nothing, by whatever body', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    for (const at of [MONDAY, MONDAY, MONDAY + 29 * DAY_MS]) {
      const again = await post(hook, { ...sample, page: String(at) }, { id: 'same', at, now: at });
      expect(again.status).toBe(202);
      await leadsOf(workspace, at);
    }
    const signals = "select count(*) as n from facts where kind = 'signal.seen'";
    expect(await rows(workspace.workspaceId, signals)).toEqual([{ n: 1 }]);
    const later = MONDAY + 31 * DAY_MS;
    await post(hook, sample, { id: 'same', at: later, now: later });
    await leadsOf(workspace, later);
    expect(await rows(workspace.workspaceId, signals)).toEqual([{ n: 2 }]);
  });

  test('is read once, though the object was evicted before', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    await post(hook, sample);
    await evictDurableObject(objectOf(workspace.workspaceId));
    expect((await leadsOf(workspace)).length).toBe(1);
    await evictDurableObject(objectOf(workspace.workspaceId));
    expect((await deliveriesOf(workspace, hook)).length).toBe(1);
    expect((await leadsOf(workspace)).length).toBe(1);
  });

  test.each([0, 1, 2, 7])('read by an alarm delivered %i times, once', async (times) => {
    const now = Date.now();
    const workspace = await openWorkspace(now - MINUTE_MS);
    const hook = await hookOf(workspace);
    await post(hook, sample, { at: now, now });
    for (let delivery = 0; delivery < times; delivery += 1)
      await runInDurableObject(objectOf(workspace.workspaceId), (object) => object.alarm());
    await leadsOf(workspace, Date.now());
    const counted = await rows(
      workspace.workspaceId,
      "select count(*) as n from facts where kind in ('lead.captured', 'signal.seen')",
    );
    expect(counted).toEqual([{ n: 2 }]);
  });

  test.each([
    ['299 s old', -299, 202],
    ['300 s old', -300, 202],
    ['301 s old', -301, 401],
    ['300 s ahead', 300, 202],
    ['301 s ahead', 301, 401],
  ])('%s', async (_, seconds, status) => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    const posted = await post(hook, sample, { at: MONDAY + seconds * SECOND_MS });
    expect(posted.status).toBe(status);
  });

  test('unknown workspace, unknown hook, revoked hook, no signature, another secret: one answer', async () => {
    const [workspace, other] = [await openWorkspace(), await openWorkspace()];
    const [hook, revoked, foreign] = [await hookOf(workspace), await hookOf(workspace), await hookOf(other)];
    await send('DELETE', `/v1/hooks/${revoked.id}`, { token: workspace.admin });
    const at = (workspaceId: string, hookId: string) => ({
      url: `${ORIGIN}/hooks/${workspaceId}/${hookId}`,
      secret: hook.secret,
    });
    const answers = await Promise.all([
      post(at('abcdefghjkmn', hook.id), sample),
      post(at('not-a-workspace', hook.id), sample),
      post(at(workspace.workspaceId, 'hook_unknown'), sample),
      // Nobody's workspace opens anybody's hook.
      post({ ...at(workspace.workspaceId, foreign.id), secret: foreign.secret }, sample),
      post({ ...hook, secret: foreign.secret }, sample),
      post(revoked, sample),
      post(hook, sample, { headers: { 'webhook-signature': '' } }),
      fill(hook, { email: 'a@b.example' }),
    ]);
    const texts = await Promise.all(answers.map(async (one) => `${one.status} ${await one.text()}`));
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toMatch(/^401 /);
    expect(await leadsOf(workspace)).toEqual([]);
  });

  test('one of several signatures is enough, also after one of an unknown version', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    const body = JSON.stringify(sample);
    const right = new Webhook(hook.secret).sign('several', new Date(MONDAY), body);
    const wrong = new Webhook(`whsec_${btoa('another secret')}`).sign('several', new Date(MONDAY), body);
    const headers = { 'webhook-signature': `v2,abc v1a,def ${wrong} ${right}` };
    expect((await post(hook, body, { id: 'several', headers })).status).toBe(202);
    const onlyWrong = { 'webhook-signature': `v2,abc ${wrong}` };
    expect((await post(hook, body, { id: 'several2', headers: onlyWrong })).status).toBe(401);
  });

  test('the sample of the Standard Webhooks library is taken', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    // Its secret, id, instant, payload and signature, as its own tests and documentation give them.
    await runInDurableObject(objectOf(workspace.workspaceId), (_, state) => {
      state.storage.sql.exec("update hooks set secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'");
    });
    const at = 1_614_265_330_000;
    const response = await send('POST', hook.url.slice(ORIGIN.length), {
      now: at,
      raw: '{"test": 2432232314}',
      headers: {
        'Content-Type': 'application/json',
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
    });
    expect(response.status).toBe(202);
  });
});

describe('[ACC5] messages with one bit changed', () => {
  /** A generator with a seed, so that a failing one comes again. */
  function* chance(seed: number): Generator<number> {
    let state = seed;
    for (;;) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      yield state;
    }
  }

  const text = JSON.stringify(sample);
  const id = 'msg_2b8xT0v1';
  const timestamp = String(MONDAY / 1_000);

  /** The id, the instant, the signature and the body, one bit of one of them changed. */
  function* changed(secret: string, most: number): Generator<readonly Uint8Array[]> {
    const signature = new Webhook(secret).sign(id, new Date(MONDAY), text);
    const parts = [id, timestamp, signature, text].map((part) => new TextEncoder().encode(part));
    const bits = parts.reduce((sum, part) => sum + part.length * 8, 0);
    let count = 0;
    for (const random of chance(20_261_122)) {
      if (count === most) return;
      count += 1;
      let bit = random % bits;
      yield parts.map((part) => {
        const copy = part.slice();
        if (bit >= 0 && bit < part.length * 8) copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        bit -= part.length * 8;
        return copy;
      });
    }
  }

  const latin = (part: Uint8Array = new Uint8Array()) => String.fromCharCode(...part);

  test('ten thousand of them are no signature', () => {
    const secret = `whsec_${btoa('a secret of twenty-four b')}`;
    let refused = 0;
    for (const [a, b, c, body = new Uint8Array()] of changed(secret, 10_000)) {
      const signed = { id: latin(a), timestamp: latin(b), signature: latin(c) };
      if (!isSigned(secret, signed, new TextDecoder().decode(body), MONDAY)) refused += 1;
    }
    expect(refused).toBe(10_000);
    const signature = new Webhook(secret).sign(id, new Date(MONDAY), text);
    expect(isSigned(secret, { id, timestamp, signature }, text, MONDAY)).toBe(true);
  });

  test('none of them gets in', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    const statuses = new Set<number>();
    for (const [a, b, c, body = new Uint8Array()] of changed(hook.secret, 600)) {
      const headers = {
        'webhook-id': latin(a),
        'webhook-timestamp': latin(b),
        'webhook-signature': latin(c),
      };
      // What no header can hold never gets as far as us.
      if (Object.values(headers).some((value) => /[^\x20-\x7e]/.test(value) || value.trim() !== value))
        continue;
      const response = await send('POST', hook.url.slice(ORIGIN.length), {
        raw: body,
        headers: { 'Content-Type': 'application/json', ...headers },
      });
      statuses.add(response.status);
    }
    // Bytes that are no text any more are not even read.
    expect(statuses).toEqual(new Set([401, 415]));
    expect(await rows(workspace.workspaceId, 'select * from inbox')).toEqual([]);
    expect((await post(hook, text, { id })).status).toBe(202);
  });
});

describe('[ACC5] a new secret', () => {
  test('is shown once, and the old one is good for a day beside it', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    const rotated = await json('POST', `/v1/hooks/${hook.id}/rotate`, { token: workspace.admin });
    expect(rotated).toMatchObject({ overlapEndsAt: MONDAY + DAY_MS });
    expect(rotated.secret).not.toBe(hook.secret);
    const status = async (secret: string, now: number) =>
      (await post(hook, sample, { secret, at: now, now })).status;
    expect(await status(rotated.secret, MONDAY)).toBe(202);
    expect(await status(hook.secret, MONDAY + DAY_MS - 1_000)).toBe(202);
    expect(await status(hook.secret, MONDAY + DAY_MS)).not.toBe(202);
    expect(await status(rotated.secret, MONDAY + DAY_MS)).toBe(202);
    const shown = await send('GET', '/v1/hooks', { token: workspace.admin });
    expect(await shown.text()).not.toContain('whsec_');
  });

  test('there is none of a form, nor of what was revoked', async () => {
    const workspace = await openWorkspace();
    const form = await hookOf(workspace, 'form');
    const token = workspace.admin;
    expect((await send('POST', `/v1/hooks/${form.id}/rotate`, { token })).status).toBe(409);
    const hook = await hookOf(workspace);
    await send('DELETE', `/v1/hooks/${hook.id}`, { token });
    expect((await send('POST', `/v1/hooks/${hook.id}/rotate`, { token })).status).toBe(404);
    expect((await post(hook, sample)).status).not.toBe(202);
  });
});

describe('[ACC5] an unsigned form', () => {
  test('adds a lead and its signals, with numbers read out of text', async () => {
    const workspace = await openWorkspace();
    const form = await hookOf(workspace, 'form');
    expect(form.secret).toBeNull();
    expect(form.id.length).toBeGreaterThan(30);
    expect((await fill(form, { email: 'ana@clinic.example', name: 'Ana', size: '120' })).status).toBe(202);
    const [lead] = await leadsOf(workspace);
    const { facts } = await json('GET', `/v1/leads/${lead.id}/facts`, { token: workspace.admin });
    const captured = facts.find(({ kind }: { kind: string }) => kind === 'lead.captured');
    expect(captured.body).toMatchObject({ cause: 'form', fields: { name: 'Ana', employees: 120 } });
    expect(captured.actor).toBe(form.id);
  });

  test('changes nothing of a lead that is there, and adds its signal', async () => {
    const workspace = await openWorkspace();
    const leadId = await addLead(workspace.admin, {
      emails: ['ana@clinic.example'],
      fields: { name: 'Ana' },
    });
    const form = await hookOf(workspace, 'form');
    await fill(form, { email: 'ana@clinic.example', name: 'Mallory', size: '1' });
    await leadsOf(workspace);
    const { state } = await json('GET', `/v1/leads/${leadId}`, { token: workspace.admin });
    expect(state.fields).toEqual({ name: 'Ana' });
    expect(state.lastSignal).toMatchObject({ signal: 'demo_requested' });
    const kinds = await rows<{ kind: string }>(workspace.workspaceId, 'select distinct kind from facts');
    expect(kinds.map(({ kind }) => kind)).not.toContain('lead.changed');
  });

  test('counts from its arrival, whatever instant it states', async () => {
    const workspace = await openWorkspace();
    const form = await hookOf(workspace, 'form', { ...FORM, at: '/at' });
    await fill(form, { email: 'ana@clinic.example', at: '2020-01-01T00:00:00Z' });
    const [lead] = await leadsOf(workspace);
    const { state } = await json('GET', `/v1/leads/${lead.id}`, { token: workspace.admin });
    expect([state.capturedAt, state.lastSignal.at]).toEqual([MONDAY, MONDAY]);
  });

  test('the same form filled in the same way counts once', async () => {
    const workspace = await openWorkspace();
    const form = await hookOf(workspace, 'form');
    for (let again = 0; again < 3; again += 1) await fill(form, { email: 'ana@clinic.example', name: 'Ana' });
    expect(await rows(workspace.workspaceId, 'select count(*) as n from inbox')).toEqual([{ n: 1 }]);
  });

  test('takes sixty a minute', async () => {
    const workspace = await openWorkspace();
    const form = await hookOf(workspace, 'form');
    const statuses: number[] = [];
    for (let one = 0; one < 62; one += 1) {
      const filled = await fill(form, { email: `p${one}@clinic.example` });
      statuses.push(filled.status);
    }
    expect(statuses.filter((status) => status === 202).length).toBe(60);
    expect(statuses.slice(60)).toEqual([429, 429]);
    expect((await fill(form, { email: 'late@clinic.example' }, MONDAY + MINUTE_MS)).status).toBe(202);
  });
});

describe('[ACC5] mappings', () => {
  test('are tried on a sample without anything being written', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    const tried = await json('POST', `/v1/hooks/${hook.id}/try`, {
      token: workspace.admin,
      body: { body: sample },
    });
    expect(tried.messages).toMatchObject([
      {
        does: 'creates',
        error: null,
        lead: { emails: ['Ana@Clinic.example'], fields: { name: 'Ana', company: 'Acme' }, source: 'google' },
        signals: [{ signal: 'demo_requested', properties: { page: '/pricing' } }],
      },
    ]);
    expect(await leadsOf(workspace)).toEqual([]);
    const wrong = { body: { contact: { email: ['a'], name: 'x' } } };
    const shown = await json('POST', `/v1/hooks/${hook.id}/try`, { token: workspace.admin, body: wrong });
    expect(shown.errors).toEqual([
      {
        pointer: '/contact/email',
        detail: 'there is a list or an object here, not one value',
        reason: { code: 'not_one_value' },
      },
    ]);
    expect(shown.messages[0].error).not.toBeNull();
    const each = { ...MAPPING, each: '/items' };
    const many = { body: { items: [sample, sample] }, mapping: each };
    const listed = await json('POST', `/v1/hooks/${hook.id}/try`, { token: workspace.admin, body: many });
    expect(listed.messages.length).toBe(2);
  });

  test('can be changed; the address stays', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    const mapping = { emails: ['/mail'] };
    const change = { token: workspace.admin, body: { mapping } };
    expect(await json('PATCH', `/v1/hooks/${hook.id}`, change)).toMatchObject({ id: hook.id, mapping });
    await post(hook, { mail: 'other@clinic.example' });
    expect((await leadsOf(workspace)).length).toBe(1);
    const wrong = { token: workspace.admin, body: { mapping: { fields: { shoe: { value: 1 } } } } };
    expect(await json('PATCH', `/v1/hooks/${hook.id}`, wrong)).toMatchObject({ status: 422 });
  });

  test('[ACC6] naming what the agreement does not have are refused, each fault with its pointer', async () => {
    const { admin } = await openWorkspace();
    const mapping = { fields: { shoe: { from: '/a' } }, signals: [{ signal: 'nothing' }] };
    const refused = await json('POST', '/v1/hooks', {
      token: admin,
      body: { kind: 'form', label: 'x', mapping },
    });
    expect(refused.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/mapping',
      '/mapping/fields/shoe',
      '/mapping/signals/0/signal',
    ]);
  });

  test('errors of a delivery are shown with pointers, never with values', async () => {
    const workspace = await openWorkspace();
    const hook = await hookOf(workspace);
    await post(hook, { contact: { email: 'nonsense-of-ana' } });
    const now = MONDAY + SECOND_MS;
    await post(hook, '{"broken": ', { now });
    await leadsOf(workspace, now);
    const deliveries = await deliveriesOf(workspace, hook, now);
    expect(deliveries).toMatchObject([
      { state: 'failed', errors: [{ pointer: '', detail: 'this is no JSON' }] },
      { state: 'failed', errors: [{ pointer: '/emails/0', detail: 'this is no e-mail address' }] },
    ]);
    expect(JSON.stringify(deliveries)).not.toContain('nonsense');
  });

  test('reach no prototype and run nothing', async () => {
    const workspace = await openWorkspace();
    const mapping = {
      emails: ['/__proto__/email', '/constructor/name', '/email'],
      fields: { name: { from: '/__proto__' } },
    };
    const hook = await hookOf(workspace, 'standard', mapping);
    await post(hook, '{"email": "a@b.example", "__proto__": {"email": "evil@b.example"}}');
    const [lead] = await leadsOf(workspace);
    const { state } = await json('GET', `/v1/leads/${lead.id}`, { token: workspace.admin });
    expect(state.emails).toContain('a@b.example');
    expect({}).not.toHaveProperty('email');
  });
});

test('[ACC1] ids of hooks nobody has answer as foreign ones; secrets are shown once', async () => {
  const [workspace, other] = [await openWorkspace(), await openWorkspace()];
  const hook = await hookOf(other);
  expect(hook.secret).toMatch(/^whsec_/);
  const listed = await send('GET', '/v1/hooks', { token: other.admin });
  expect(await listed.text()).not.toContain('whsec_');
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PATCH', '', {}],
    ['DELETE', '', undefined],
    ['GET', '/deliveries', undefined],
    ['POST', '/try', { body: {} }],
  ] as const) {
    const foreign = await json(method, `/v1/hooks/${hook.id}${path}`, { token: workspace.admin, body });
    expect(foreign).toEqual(await json(method, `/v1/hooks/unknown${path}`, { token: workspace.admin, body }));
    expect(foreign.status).toBe(404);
  }
});
