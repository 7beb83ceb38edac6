import { describe, expect, test } from 'vitest';
import { PULL_BYTES, PullResponse } from '../../shared/protocol/sync.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, openWorkspace, publishSigned, send } from './api.ts';
import { attempt, factsOf } from './attempt.ts';
import { Device } from './outbox.ts';

const versionsOf = (pages: readonly { versions: readonly { version: number }[] }[]) =>
  pages.flatMap(({ versions }) => versions.map(({ version }) => version));

describe('[SYN4] [FCT1] versions', () => {
  /** Version 2 in force at first, one more a day. */
  async function published(team: Awaited<ReturnType<typeof openTeam>>, day: number) {
    const now = MONDAY + day * DAY_MS;
    const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin, now });
    const next = { ...definitions, title: `Day ${day}` };
    await publishSigned(team.admin, [team.marketer.token, team.manager.token], next, now);
    return now;
  }

  test('come from the one in force at the oldest first hand-off among one’s own leads', async () => {
    const team = await openTeam();
    await published(team, 1);
    const second = await published(team, 2);
    const leadId = await addLead(team.admin, { owner: team.sdr.id, now: second });
    await askForDemo(team.admin, leadId, second);
    const last = await published(team, 3);
    const device = new Device(team.sdr.token);
    expect(versionsOf(await device.pullAll(last))).toEqual([4, 5]);
    // A colleague without a lead needs what is in force, nothing else.
    expect(versionsOf(await new Device(team.colleague.token).pullAll(last))).toEqual([5]);
    const soon = await published(team, 4);
    expect(versionsOf(await device.pullAll(soon))).toEqual([6]);
  });

  test('older ones follow when an older lead comes into view', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.colleague.id });
    await askForDemo(team.admin, leadId);
    await published(team, 1);
    const last = await published(team, 2);
    const device = new Device(team.sdr.token);
    expect(versionsOf(await device.pullAll(last))).toEqual([4]);
    const assigned = { leadId, owner: team.sdr.id };
    const [row] = (await new Device(team.manager.token).pullAll(last)).flatMap(({ leads }) => leads);
    const manager = new Device(team.manager.token);
    await manager.pullAll(last);
    await manager.give('owner.assign', assigned, { baseRevision: row?.revision }, last);
    const pages = await device.pullAll(last);
    expect(versionsOf(pages).toSorted()).toEqual([2, 3]);
    expect(pages.flatMap(({ leads }) => leads)).toMatchObject([{ id: leadId, whole: true }]);
    expect(versionsOf(await device.pullAll(last))).toEqual([]);
  });
});

test('[OVR5] what a version says of sites travels beside its body, for devices that know no such part', async () => {
  const team = await openTeam();
  const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin, now: MONDAY });
  const sites = [{ id: 'gmail', off: true }];
  const signers = [team.marketer.token, team.manager.token];
  await publishSigned(team.admin, signers, { ...definitions, sites }, MONDAY);
  const pages = await new Device(team.sdr.token).pullAll(MONDAY);
  expect(pages.flatMap((page) => page.sites ?? [])).toMatchObject([{ rules: sites }]);
  for (const version of pages.flatMap((page) => page.versions))
    expect('sites' in version.definitions).toBe(false);
});

describe('[SYN4] pulling', () => {
  test('gives what folding needs, then only what changed', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    const first = PullResponse.parse(await device.pull());
    // Nothing was handed off before the version in force.
    expect(first.versions.map(({ version }) => version)).toEqual([2]);
    expect(first.room?.members).toHaveLength(5);
    expect(first.me).toMatchObject({ memberId: team.sdr.id, role: 'sdr', workspaceId: team.workspaceId });
    expect(first.leads).toMatchObject([{ id: leadId, whole: true }]);
    expect(first.leads[0]?.facts).toEqual(await factsOf(team.admin, leadId));

    const nothing = await device.pull();
    expect(nothing).toMatchObject({ leads: [], removed: [], versions: [], more: false });
    expect(nothing.room).toBeUndefined();

    await askForDemo(team.marketer.token, leadId);
    const delta = await device.pull();
    expect(delta.leads).toMatchObject([{ id: leadId, whole: false }]);
    const kinds = delta.leads[0]?.facts.map(({ kind }) => kind) ?? [];
    expect(kinds).toContain('signal.seen');
    expect(kinds).toContain('handoff.opened');
    expect(kinds).not.toContain('lead.captured');
  });

  test('tells the last number of this client', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const device = new Device(team.sdr.token);
    expect((await device.pull()).lastN).toBe(0);
    await device.give('attempt.log', attempt(leadId));
    expect((await device.pull()).lastN).toBe(1);
  });

  test('pages hold 900 kB at most and together everything once', async () => {
    const team = await openTeam();
    const need = 'x'.repeat(2_000);
    const ids: string[] = [];
    for (let batch = 0; batch < 3; batch += 1) {
      const leads = Array.from({ length: 200 }, (_, index) => ({
        emails: [`page${batch}-${index}@example.org`],
        fields: { name: need, need, company: need },
      }));
      const { results } = await json('POST', '/v1/leads', { token: team.admin, body: { leads } });
      ids.push(...results.map(({ id }: { id: string }) => id));
    }
    const device = new Device(team.manager.token);
    const got: string[] = [];
    for (let more = true; more;) {
      const query = device.cursor ? `?cursor=${device.cursor}` : '';
      const response = await send('GET', `/v1/sync/pull${query}`, { token: team.manager.token });
      const text = await response.text();
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(PULL_BYTES);
      const page: PullResponse = JSON.parse(text);
      got.push(...page.leads.map(({ id }) => id));
      device.cursor = page.cursor;
      ({ more } = page);
    }
    expect(got.toSorted()).toEqual(ids.toSorted());
  });

  test('a fact that came while pages were being read is not skipped', async () => {
    const team = await openTeam();
    const need = 'x'.repeat(2_000);
    const leads = Array.from({ length: 300 }, (_, index) => ({
      emails: [`skip${index}@example.org`],
      fields: { name: need, need },
    }));
    const { results } = await json('POST', '/v1/leads', { token: team.admin, body: { leads } });
    const device = new Device(team.manager.token);
    await device.pullAll();
    // All of them change, then the last one again: its first change lies before the page it comes on.
    const last = results.at(-1).id;
    const again = leads.map((lead) => ({
      ...lead,
      fields: { company: `${need}y`.slice(1), name: 'n'.repeat(2_000) },
    }));
    await json('POST', '/v1/leads', { token: team.admin, body: { leads: again.toReversed() } });
    const page = await device.pull();
    expect(page.more).toBe(true);
    await askForDemo(team.admin, last);
    const rest = [page, ...(await device.pullAll())].flatMap((one) => one.leads);
    const kinds = rest.filter(({ id }) => id === last).flatMap(({ facts }) => facts.map(({ kind }) => kind));
    expect(kinds).toContain('lead.changed');
    expect(kinds).toContain('signal.seen');
  });

  test('a lead too long for a page comes in parts', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const note = 'n'.repeat(2_000);
    for (let batch = 0; batch < 2; batch += 1) {
      const attempts = Array.from({ length: 300 }, (_, index) => ({
        leadId,
        channel: 'other',
        outcome: 'no_answer',
        automatic: true,
        note,
        at: MONDAY - (batch * 300 + index) * MINUTE_MS,
      }));
      await json('POST', '/v1/attempts', { token: team.admin, body: { attempts } });
    }
    const device = new Device(team.sdr.token);
    const parts = (await device.pullAll()).flatMap(({ leads }) => leads);
    expect(parts.map(({ whole }) => whole)).toEqual([true, ...parts.slice(1).map(() => false)]);
    expect(parts.length).toBeGreaterThan(1);
    const facts = parts.flatMap((part) => part.facts);
    expect(facts).toEqual(await factsOf(team.admin, leadId));
  });

  test('an sdr gets own and unassigned leads; the others get all', async () => {
    const team = await openTeam();
    const mine = await addLead(team.admin, { owner: team.sdr.id });
    const theirs = await addLead(team.admin, { owner: team.colleague.id });
    const nobodys = await addLead(team.admin);
    const seenBy = async (token: string) =>
      (await new Device(token).pullAll()).flatMap(({ leads }) => leads.map(({ id }) => id)).toSorted();
    expect(await seenBy(team.sdr.token)).toEqual([mine, nobodys].toSorted());
    expect(await seenBy(team.marketer.token)).toEqual([mine, theirs, nobodys].toSorted());
  });

  test('a lead that leaves the view is removed, and comes back whole', async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin, { owner: team.sdr.id });
    const emails = ['other@elsewhere.example'];
    const other = await addLead(team.admin, { owner: team.colleague.id, emails });
    const device = new Device(team.sdr.token);
    await device.pullAll();
    const boss = new Device(team.manager.token);
    const assign = (owner: string | null) =>
      boss.give('owner.assign', { leadId, owner }, { baseRevision: 1_000_000 });
    await assign(team.colleague.id);
    const gone = await device.pull();
    expect(gone.removed).toEqual([leadId]);
    expect(gone.leads).toEqual([]);
    expect((await device.pull()).removed).toEqual([]);
    await assign(team.sdr.id);
    const back = await device.pull();
    expect(back.removed).toEqual([]);
    expect(back.leads).toMatchObject([{ id: leadId, whole: true }]);
    expect(JSON.stringify([gone, back])).not.toContain(other);
  });

  test("an unassigned lead a colleague takes leaves everybody else's view", async () => {
    const team = await openTeam();
    const leadId = await addLead(team.admin);
    const device = new Device(team.sdr.token);
    expect((await device.pull()).leads).toHaveLength(1);
    const take = { leadId, owner: team.colleague.id };
    const taken = await new Device(team.colleague.token).give('owner.assign', take, {
      baseRevision: 1_000_000,
    });
    expect(taken).toMatchObject({ result: 'applied' });
    expect((await device.pull()).removed).toEqual([leadId]);
  });

  test('a new version and a new member come with the next pull', async () => {
    const team = await openWorkspace();
    const device = new Device(team.admin);
    await device.pullAll();
    await json('POST', '/v1/members', {
      token: team.admin,
      body: { name: 'New', side: 'sales', role: 'sdr' },
    });
    expect((await device.pull()).room?.members).toHaveLength(2);
    const { definitions } = await json('GET', '/v1/definitions/current', { token: team.admin });
    const body = { definitions: { ...definitions, title: 'Changed' }, note: 'a title' };
    await json('POST', '/v1/definitions', { token: team.admin, body });
    expect((await device.pull()).versions).toMatchObject([{ version: 2, definitions: { title: 'Changed' } }]);
  });
});
