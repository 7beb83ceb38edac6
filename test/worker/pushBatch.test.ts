/** A batch writes what its tries leave in a statement per table: it has to be what they leave one by one. */
import { expect, test } from 'vitest';
import { HOUR_MS } from '../../shared/time.ts';
import { addLead, askForDemo, MONDAY, openTeam, type Team } from './api.ts';
import { attempt } from './attempt.ts';
import { rows } from './database.ts';
import { Device } from './outbox.ts';

const LATER = MONDAY + HOUR_MS;

interface Leads {
  readonly team: Team;
  /** Handed off, twice; the rest nobody asked for. */
  readonly ids: readonly string[];
}

async function fourLeads(): Promise<Leads> {
  const team = await openTeam();
  const ids: string[] = [];
  for (const name of ['ana', 'bia', 'caio', 'davi'])
    ids.push(
      await addLead(team.admin, {
        emails: [`${name}@clinic.example`],
        fields: { name, company: 'Clinic' },
        owner: team.sdr.id,
      }),
    );
  for (const id of ids.slice(0, 2)) await askForDemo(team.admin, id);
  return { team, ids };
}

/** Tries on each, a second on the first, and one that reached somebody. */
function commandsOn(device: Device, ids: readonly string[]) {
  const tries = [...ids, ...ids.slice(0, 1)].map((id) => device.command('attempt.log', attempt(id)));
  const reached = device.command('attempt.log', { ...attempt(ids[1] ?? ''), outcome: 'connected' });
  return [...tries, reached, device.command('lead.optOut', { leadId: ids[3], channel: 'email' })];
}

/** Everything kept of the leads that does not name one of them. */
async function keptIn({ workspaceId }: Team) {
  const ask = (query: string) => rows(workspaceId, query);
  return {
    leads: await ask(`select search, stage, score, segment, owner is null as free, opted_out, touched_at,
      touched_by is null as untouched, clock_kind, clock_status, due_at, risk_at, evaluated_at, valid_until,
      known_version, generation, changed_at, handed_off_at from leads order by search`),
    keys: await ask('select key, hash is null as plain from lead_keys order by key'),
    dues: await ask(
      'select search, clocks.due_at from clocks join leads on leads.id = lead_id order by search',
    ),
    facts:
      await ask(`select search, kind, at, recorded_at, count(*) as n from facts join leads on leads.id = lead_id
      group by search, kind, at, recorded_at order by search, kind, at`),
    reports: await ask(`select search, lead_reports.evaluated_at, length(body) as long from lead_reports
      join leads on leads.id = lead_id order by search`),
    behind: await ask(
      'select id from leads where seq <> (select max(seq) from facts where lead_id = leads.id)',
    ),
  };
}

test('[SYN1] a batch leaves what its commands leave one by one', async () => {
  const [batched, single] = [await fourLeads(), await fourLeads()];
  const together = new Device(batched.team.sdr.token);
  const answer = await together.push(commandsOn(together, batched.ids), LATER);
  const applied = { result: 'applied' };
  expect(answer).toMatchObject({ lastN: 7, results: Array.from({ length: 7 }, () => applied) });
  const apart = new Device(single.team.sdr.token);
  for (const command of commandsOn(apart, single.ids)) await apart.push([command], LATER);
  const kept = await keptIn(batched.team);
  expect(kept).toEqual(await keptIn(single.team));
  expect(kept.behind).toEqual([]);
  expect(kept.leads.map(({ touched_at: at }) => at)).toEqual([MONDAY, MONDAY, MONDAY, MONDAY]);
  expect(kept.dues.length).toBeGreaterThan(0);
});
