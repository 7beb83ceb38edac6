import { expect, test } from 'vitest';
import { LANGUAGES } from '../../shared/lead/vocabulary.ts';
import { RECORDED, type RecordedResponse } from '../../shared/protocol/recorded.ts';
import { addLead, json, openTeam, send, signIn } from './api.ts';
import { rows } from './database.ts';
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
    for (const { title, what, seenBy, kept } of answer.recorded)
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
