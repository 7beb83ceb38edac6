import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { RECORDED, RECORDED_TOO, type RecordedResponse } from '../../shared/protocol/recorded.ts';
import { DAY_MS } from '../../shared/time.ts';
import { addLead, askForDemo, json, MONDAY, openTeam, publishSigned, send, signIn } from './api.ts';
import { dump, rows } from './database.ts';
import { Device } from './outbox.ts';

const read = (token: string, lang?: string): Promise<RecordedResponse> =>
  json('GET', `/v1/me/recorded${lang === undefined ? '' : `?lang=${lang}`}`, { token });
const part = (answer: RecordedResponse, id: string) => answer.recorded.find((one) => one.id === id);

test('[PRI5] a member is told what is recorded about them, and nothing about anybody else', async () => {
  const team = await openTeam();
  const second = await signIn(team.admin, team.sdr.id);
  const leadId = await addLead(team.admin, { owner: team.sdr.id });
  const device = new Device(team.sdr.token);
  await device.give('attempt.log', { leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' });
  await device.give('attempt.log', { leadId, channel: 'sms', outcome: 'sent', evidence: 'clicked' });
  await new Device(team.colleague.token).give('attempt.log', {
    leadId,
    channel: 'call',
    outcome: 'no_answer',
    evidence: 'clicked',
  });
  const mine = await read(team.sdr.token);
  expect(mine.memberId).toBe(team.sdr.id);
  expect(mine.recorded.map(({ id }) => id)).toEqual([...RECORDED]);
  expect(part(mine, 'work')).toMatchObject({ count: 2, kinds: { 'attempt.made': 2 } });
  expect(part(mine, 'commands')).toMatchObject({ count: 2, keptDays: 90 });
  expect(part(mine, 'address')?.count).toBe(0);
  expect(part(mine, 'acts')?.kinds).toMatchObject({ 'member.added': 1, 'invite.made': 2 });
  const own = await json('GET', '/v1/devices', { token: second });
  expect(mine.devices.map(({ id }) => id).toSorted()).toEqual(
    own.devices.map(({ id }: { id: string }) => id).toSorted(),
  );
  expect(part(mine, 'devices')?.count).toBe(own.devices.length);
  expect(JSON.stringify(mine)).not.toContain(team.colleague.id);
});

test('[PRI5] an admin is told about themselves, not about all', async () => {
  const team = await openTeam();
  const { devices } = await read(team.admin);
  const all = await json('GET', '/v1/devices', { token: team.admin });
  expect(devices.length).toBeLessThan(all.devices.length);
});

test('[PRI5] how long follows what the workspace decided', async () => {
  const team = await openTeam();
  await rows(team.workspaceId, "insert into retention (kind, days) values ('commands', 40), ('audit', null)");
  const mine = await read(team.sdr.token);
  expect(part(mine, 'commands')).toMatchObject({ keptDays: 40, kept: '40 days.' });
  expect(part(mine, 'acts')).toMatchObject({ keptDays: null });
});

test('[PRI5] it is said in each language we speak, and who sees it with every part', async () => {
  const team = await openTeam();
  const answers = await Promise.all(LANGUAGES.map((language) => read(team.sdr.token, language)));
  for (const answer of answers) {
    expect(answer.never.length).toBeGreaterThan(0);
    for (const { title, what, seenBy, kept } of [...answer.recorded, ...(answer.more ?? [])])
      expect([title, what, seenBy, kept].every((text) => text.length > 2)).toBe(true);
  }
  const whole = answers.map((answer) => answer.recorded.map(({ what }) => what).join(' '));
  expect(new Set(whole).size).toBe(LANGUAGES.length);
  expect((await send('GET', '/v1/me/recorded?lang=fr', { token: team.sdr.token })).status).toBe(422);
});

test('[PRI5] the query is served by its index, however many facts there are', async () => {
  const team = await openTeam();
  const plan = await rows<{ detail: string }>(
    team.workspaceId,
    `explain query plan select kind, count(*) from facts where actor = ? and
     (observer in ('page', 'hand') or kind = 'attempt.made') group by kind`,
    team.sdr.id,
  );
  expect(plan.map(({ detail }) => detail).join()).toContain('facts_people');
});

/** Tables that name a member, and where they are told; a table that comes new has to be told too. */
const TOLD: Readonly<Record<string, string>> = {
  members: 'profile',
  calendars: 'profile',
  teams: 'setups',
  facts: 'work, comments',
  leads: 'leads',
  clients: 'access',
  commands: 'commands',
  seals: 'access',
  devices: 'devices, access',
  grants: 'access',
  answers: 'access',
  feeds: 'access',
  audit: 'acts',
  notices: 'notices',
  absences: 'absences, setups',
  member_emails: 'address',
  definitions: 'agreement',
  drafts: 'agreement',
  proposals: 'proposals',
  proposal_votes: 'proposals',
  sessions: 'sessions',
  decisions: 'decisions',
  imports: 'setups',
  jobs: 'setups',
  tries: 'access',
  // Added up from facts, and again from them whenever anything changes.
  report_runs: 'work',
  lead_reports: 'work',
  // That their entry among the members has changed, and no more.
  room_moves: 'profile',
  // As the lead's own history tells it, to whoever sees the lead.
  departures: 'leads',
};

test('[PRI5] whatever the workspace keeps of a member is told, with the records themselves when asked', async () => {
  const team = await openTeam();
  const { sdr, manager, marketer, admin } = team;
  const post = (token: string, path: string, body: object) => json('POST', path, { token, body });
  const leadId = await addLead(admin, { owner: sdr.id });
  await askForDemo(marketer.token, leadId);
  const device = new Device(sdr.token);
  await device.give('attempt.log', { leadId, channel: 'call', outcome: 'no_answer', evidence: 'clicked' });
  const { state } = await json('GET', `/v1/leads/${leadId}`, { token: sdr.token });
  const handoff = state.handoffs[0].id;
  await post(sdr.token, `/v1/handoffs/${handoff}/comment`, { text: 'they call back' });
  const about = { kind: 'other' };
  const proposal = await post(sdr.token, '/v1/proposals', { title: 'Less', text: 'Fewer calls', about });
  await post(sdr.token, `/v1/proposals/${proposal.id}/vote`, { vote: 'for' });
  const { session } = await post(manager.token, '/v1/sessions', { kind: 'session', heldOn: '2026-03-02' });
  await json('PATCH', `/v1/sessions/${session.id}`, {
    token: manager.token,
    body: { attendees: [sdr.id, manager.id], referee: sdr.id },
  });
  await post(manager.token, `/v1/sessions/${session.id}/decisions`, {
    text: 'We call less',
    outcome: 'adopted',
    owner: sdr.id,
    referee: sdr.id,
    proposalId: proposal.id,
  });
  await post(manager.token, `/v1/absences`, {
    memberId: sdr.id,
    from: MONDAY + DAY_MS,
    until: MONDAY + 2 * DAY_MS,
    reason: 'a course',
  });
  const current = await json('GET', '/v1/definitions/current', { token: admin });
  const signers = [
    { side: 'marketing' as const, member: marketer.id },
    { side: 'sales' as const, member: sdr.id },
  ];
  await publishSigned(admin, [marketer.token, sdr.token], { ...current.definitions, signers });

  const mine: RecordedResponse = await json('GET', '/v1/me/recorded?whole=true', { token: sdr.token });
  const more = Object.fromEntries((mine.more ?? []).map(({ id, kinds }) => [id, kinds]));
  expect(Object.keys(more)).toEqual([...RECORDED_TOO]);
  expect(more).toMatchObject({
    leads: { owned: 1 },
    comments: { comment: 1 },
    sessions: { attended: 1, refereed: 1 },
    decisions: { decided: 1, 'to do': 1 },
    agreement: { signature: 1, named: 1 },
  });
  expect(part(mine, 'proposals')).toMatchObject({ count: 2, kinds: { proposal: 1, vote: 1 } });
  expect(part(mine, 'work')?.kinds).toEqual({ 'attempt.made': 1 });
  expect(mine.records).toMatchObject({
    comments: { comment: [{ leadId, text: 'they call back' }] },
    sessions: { attended: [{ id: session.id, heldOn: '2026-03-02' }] },
    decisions: { 'to do': [{ text: 'We call less', outcome: 'adopted' }] },
    proposals: { vote: [{ proposal: proposal.id, vote: 'for' }] },
    agreement: { named: [{ place: '$.signers[1].member' }] },
    absences: { absence: [{ reason: 'a course' }] },
  });
  // As many as were counted, of each kind.
  for (const { id, kinds } of [...mine.recorded, ...(mine.more ?? [])])
    for (const [kind, n] of Object.entries(kinds)) expect(mine.records?.[id]?.[kind]).toHaveLength(n);
  expect(JSON.stringify(mine)).not.toContain(team.colleague.id);

  const tables = JSON.parse(await dump(team.workspaceId)) as [string, unknown[]][];
  const naming = tables.filter(([, all]) => JSON.stringify(all).includes(sdr.id)).map(([name]) => name);
  expect(naming.filter((name) => TOLD[name] === undefined)).toEqual([]);
});
