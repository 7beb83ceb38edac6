/** What was done about leads, there and here, each told to the other once; the vendor is its fake. */
import { describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { json, send } from './api.ts';
import { answeringVendors, connect, iso, leadsOf, mappingWith, person, stateOf } from './connected.ts';

answeringVendors();

describe('what was done about them', () => {
  test('[ATT7] calls, mails, meetings, messages and done tasks are tries with their own time', async () => {
    const connected = await connect();
    const { hubspot, live, clock, sam, team } = connected;
    const contact = hubspot.addContact(person('Ada'));
    const at = clock.now - HOUR_MS;
    const by = { hubspot_owner_id: sam };
    const log = (kind: string, minutes: number, properties: Record<string, string>) =>
      hubspot.addActivity(
        kind,
        { hs_timestamp: iso(at + minutes * MINUTE_MS), ...by, ...properties },
        contact,
      );
    log('calls', 0, {
      hs_call_status: 'COMPLETED',
      hs_call_disposition: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
    });
    log('calls', 6, { hs_call_status: 'IN_PROGRESS' });
    log('emails', 10, { hs_email_direction: 'EMAIL', hs_email_status: 'SENT', hs_email_message_id: '<a@x>' });
    log('emails', 20, { hs_email_direction: 'INCOMING_EMAIL' });
    log('communications', 30, { hs_communication_channel_type: 'WHATS_APP' });
    log('communications', 31, { hs_communication_channel_type: 'SMS' });
    log('communications', 32, { hs_communication_channel_type: 'LINKEDIN_MESSAGE' });
    log('postal_mail', 33, {});
    log('tasks', 40, { hs_task_status: 'COMPLETED', hs_task_type: 'LINKED_IN_MESSAGE' });
    log('tasks', 41, { hs_task_status: 'NOT_STARTED', hs_task_type: 'CALL' });
    log('meetings', 50, { hs_meeting_outcome: 'COMPLETED', hs_meeting_start_time: iso(at + 50 * MINUTE_MS) });
    log('emails', 55, { hs_email_direction: 'EMAIL', hs_email_status: 'SENT', hs_sequence_id: '9' });
    const view = await live();
    expect(view.counts).toMatchObject({ attempts: 10, replies: 1 });
    const [lead] = await leadsOf(connected);
    const { attempts } = await stateOf(connected, lead?.id ?? '');
    const seen = attempts.map((one: Record<string, unknown>) => [one['channel'], one['outcome'], one['at']]);
    expect(seen).toContainEqual(['call', 'connected', at]);
    expect(seen).toContainEqual(['email', 'sent', at + 10 * MINUTE_MS]);
    expect(seen).toContainEqual(['whatsapp', 'sent', at + 30 * MINUTE_MS]);
    expect(seen).toContainEqual(['sms', 'sent', at + 31 * MINUTE_MS]);
    expect(seen).toContainEqual(['linkedin', 'sent', at + 32 * MINUTE_MS]);
    expect(seen).toContainEqual(['other', 'sent', at + 33 * MINUTE_MS]);
    expect(seen).toContainEqual(['linkedin', 'sent', at + 40 * MINUTE_MS]);
    expect(seen).toContainEqual(['meeting', 'connected', at + 50 * MINUTE_MS]);
    const automatic = attempts.filter((one: { automatic: boolean }) => one.automatic);
    expect(automatic).toHaveLength(1);
    expect(new Set(attempts.map((one: { by: string }) => one.by))).toEqual(new Set([team.sdr.id]));
    // Read again, nothing is added.
    expect((await live(10 * MINUTE_MS, 3)).counts).toMatchObject({ attempts: 10, replies: 1 });
  });

  test('[ATT7] a call the page saw and HubSpot has is one, and is written there no second time', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team, sam } = connected;
    const contact = hubspot.addContact(person('Bea'));
    await live();
    const [lead] = await leadsOf(connected);
    const at = clock.now;
    hubspot.addActivity(
      'calls',
      { hs_timestamp: iso(at), hs_call_status: 'COMPLETED', hubspot_owner_id: sam },
      contact,
    );
    await json('POST', `/v1/leads/${lead?.id}/attempts`, {
      token: team.sdr.token,
      now: at,
      body: { channel: 'call', outcome: 'connected', evidence: 'clicked' },
    });
    await live(5 * MINUTE_MS, 5);
    const { attempts } = await stateOf(connected, lead?.id ?? '');
    expect(attempts).toHaveLength(1);
    expect(attempts[0].outcome).toBe('connected');
    expect(hubspot.records.all('calls')).toHaveLength(1);
  });

  test('whoever did it and is nobody here yet is asked about, and then it counts', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team, id, sam } = connected;
    const unknown = hubspot.addOwner('Una', 'Known', 'una@example.test');
    const contact = hubspot.addContact(person('Cy'));
    hubspot.addActivity(
      'calls',
      { hs_timestamp: iso(clock.now), hs_call_status: 'COMPLETED', hubspot_owner_id: unknown },
      contact,
    );
    expect(await live()).toMatchObject({ letters: 1, counts: { attempts: 0 } });
    const people = { [sam]: team.sdr.id, [unknown]: team.colleague.id };
    const body = { mapping: mappingWith({ people }) };
    await json('PUT', `/v1/connections/${id}/mapping`, { token: team.admin, body, now: clock.now });
    expect(await live()).toMatchObject({ letters: 0, counts: { attempts: 1 } });
  });

  test('what is corrected or deleted over there is withdrawn here', async () => {
    const connected = await connect();
    const { hubspot, live, clock, sam } = connected;
    const contact = hubspot.addContact(person('Di'));
    const call = hubspot.addActivity(
      'calls',
      { hs_timestamp: iso(clock.now), hs_call_status: 'COMPLETED', hubspot_owner_id: sam },
      contact,
    );
    await live();
    const [lead] = await leadsOf(connected);
    const standing = async () =>
      (await stateOf(connected, lead?.id ?? '')).attempts.filter(
        (one: { withdrawn: boolean }) => !one.withdrawn,
      );
    hubspot.records.update(call, { hs_call_disposition: 'f240bbac-87c9-4f6e-bf70-924b57d47db7' });
    await live();
    expect(await standing()).toMatchObject([{ outcome: 'connected' }]);
    hubspot.records.archive(call);
    await connected.tell([
      { subscriptionType: 'object.deletion', objectTypeId: '0-48', objectId: Number(call.id) },
    ]);
    await live(1_000);
    expect(await standing()).toEqual([]);
  });

  test('deals, open and won', async () => {
    const connected = await connect();
    const { hubspot, live } = connected;
    const contact = hubspot.addContact(person('Ed'));
    const deal = hubspot.addActivity(
      'deals',
      { amount: '500', deal_currency_code: 'EUR', hs_is_closed: 'false' },
      contact,
    );
    await live();
    const [lead] = await leadsOf(connected);
    const dealsOf = async () =>
      (
        await json('GET', `/v1/leads/${lead?.id}/facts`, {
          token: connected.team.admin,
          now: connected.clock.now,
        })
      ).facts
        .filter(({ kind }: { kind: string }) => kind === 'deal.changed')
        .map(({ body }: { body: object }) => body);
    expect(await dealsOf()).toMatchObject([{ amount: 500, currency: 'EUR', outcome: 'open' }]);
    hubspot.records.update(deal, {
      hs_is_closed: 'true',
      hs_is_closed_won: 'true',
      closedate: iso(connected.clock.now),
    });
    await live();
    expect(await dealsOf()).toMatchObject([{ outcome: 'open' }, { amount: 500, outcome: 'won' }]);
    const { counts } = await live(5 * MINUTE_MS, 5);
    expect(counts).toMatchObject({ deals: 2 });
  });
});

describe('back there', () => {
  test('stage, score and what people log, once, and none of it comes back as news', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team, sam } = connected;
    const contact = hubspot.addContact({ ...person('Flo'), numemployees: '10' });
    await live();
    const [lead] = await leadsOf(connected);
    await live();
    expect(contact.properties['combinado_stage']).toBeTruthy();
    await json('POST', `/v1/leads/${lead?.id}/attempts`, {
      token: team.sdr.token,
      now: clock.now,
      body: { channel: 'call', outcome: 'left_message', evidence: 'clicked' },
    });
    await live(13_000);
    const [call] = hubspot.records.all('calls');
    expect(call?.properties).toMatchObject({
      hs_call_direction: 'OUTBOUND',
      hs_call_disposition: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
      hubspot_owner_id: sam,
    });
    expect(hubspot.records.linked('calls', call?.id ?? '', 'contacts')).toEqual([contact.id]);
    const before = await connected.view();
    const after = await live(10 * MINUTE_MS, 10);
    expect(after.counts).toMatchObject({
      created: before.counts.created,
      changed: before.counts.changed,
      attempts: 0,
    });
    expect(after.counts.written).toBe(before.counts.written);
    expect((await stateOf(connected, lead?.id ?? '')).attempts).toHaveLength(1);
  });

  test('[ATT1] what is undone within ten seconds was never told; later it is taken back', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team } = connected;
    hubspot.addContact(person('Gil'));
    await live();
    const [lead] = await leadsOf(connected);
    const log = async () => {
      await json('POST', `/v1/leads/${lead?.id}/attempts`, {
        token: team.sdr.token,
        now: clock.now,
        body: { channel: 'call', outcome: 'no_answer', evidence: 'clicked' },
      });
      return (await stateOf(connected, lead?.id ?? '')).attempts.at(-1).id as string;
    };
    const undo = (attempt: string) =>
      send('POST', `/v1/attempts/${attempt}/withdraw`, { token: team.sdr.token, now: clock.now, body: {} });
    const first = await log();
    clock.now += 5_000;
    await undo(first);
    await live(5 * MINUTE_MS, 5);
    expect(hubspot.requests.filter((one) => one.includes('/calls/batch/upsert'))).toEqual([]);
    const second = await log();
    await live(2 * MINUTE_MS, 4);
    expect(hubspot.records.all('calls')).toHaveLength(1);
    await undo(second);
    await live(2 * MINUTE_MS, 4);
    expect(hubspot.records.all('calls')).toHaveLength(0);
  });

  test('a write that can never be taken is put aside and tried again when told to', async () => {
    const connected = await connect();
    const { hubspot, live, clock, team, id } = connected;
    const contact = hubspot.addContact(person('Hal'));
    await live();
    const [lead] = await leadsOf(connected);
    await live();
    hubspot.records.archive(contact);
    await json('POST', `/v1/leads/${lead?.id}/field`, {
      token: team.admin,
      now: clock.now,
      body: { field: 'company', value: 'Else' },
    });
    await json('POST', `/v1/leads/${lead?.id}/stage`, {
      token: team.admin,
      now: clock.now,
      body: { stage: 'sql' },
    });
    const view = await live(1_000);
    expect(view.dead).toBe(1);
    const { letters } = await json('GET', `/v1/connections/${id}/letters`, {
      token: team.admin,
      now: clock.now,
    });
    expect(letters).toMatchObject([{ direction: 'out', what: 'values', leadId: lead?.id }]);
    contact.archivedAt = null;
    await send('POST', `/v1/connections/${id}/letters/${letters[0].id}/retry`, {
      token: team.admin,
      now: clock.now,
    });
    expect((await live(1_000)).dead).toBe(0);
    expect(contact.properties['combinado_stage']).toBe('Sales qualified lead');
  });
});
