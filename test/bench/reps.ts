/**
 * Many reps who sync at once with one workspace, for minutes: how long they wait, what the worker takes, and
 * whether anything was lost or doubled, counted in the worker's own database once it has stopped (SYN1).
 */
import { DatabaseSync } from 'node:sqlite';
import { SECOND_MS } from '../../shared/time.ts';
import { databaseIn } from '../support/seedLeads.ts';
import { quantile } from './longWork.ts';
import { cpu, memory } from './processCost.ts';
import { KINDS, Rep, type Tell } from './rep.ts';
import { type BenchRow, row } from './row.ts';
import type { ScaleWorkspace } from './scaleWorkspace.ts';

/** They do not all sit down in the same second. */
const ARRIVE_MS = 60 * SECOND_MS;
const TOLD_MS = 30 * SECOND_MS;
/** Of a kind, that are said. */
const MOST_SAID = 5;
const ENDING_AT_ONCE = 20;

export interface Simulated {
  readonly forMs: number;
  /** Between two tries of one rep. */
  readonly paceMs: number;
}

export async function simulateReps(place: ScaleWorkspace, { forMs, paceMs }: Simulated): Promise<BenchRow[]> {
  const { worker, reps: people, api, leads } = place;
  const times = new Map<string, number[]>(KINDS.map((kind) => [kind, []]));
  let [requests, errors] = [0, 0];
  const tell: Tell = (kind, ms, error) => {
    if (error === undefined) times.get(kind)?.push(ms);
    else if ((errors += 1) <= MOST_SAID)
      process.stderr.write(
        `${kind}: ${String(error)} ${error instanceof Error ? String(error.cause) : ''}\n`,
      );
    requests += 1;
  };
  const reps = people.map(({ token }) => new Rep(api(token), tell));
  const [used, begun, since] = [cpu(worker.pid), performance.now(), Date.now()];
  const telling = setInterval(() => {
    const { now } = memory(worker.pid);
    process.stderr.write(`${requests} requests, ${errors} errors, ${Math.round(now)} MB\n`);
  }, TOLD_MS);
  await Promise.all(
    reps.map(async (rep, index) => {
      await pause((ARRIVE_MS / reps.length) * index);
      await rep.begin(paceMs);
    }),
  );
  await pause(forMs);
  const seconds = (performance.now() - begun) / SECOND_MS;
  const [busy, held, before] = [cpu(worker.pid) - used, memory(worker.pid), requests];
  clearInterval(telling);
  for (let start = 0; start < reps.length; start += ENDING_AT_ONCE)
    await Promise.all(reps.slice(start, start + ENDING_AT_ONCE).map((rep) => rep.end()));
  await worker.stop();

  const broken = reps.reduce((sum, rep) => sum + rep.broken, 0);
  const { pushed, lost, doubled, unseen } = countIn(place, reps, since);
  const name = `${reps.length} reps for ${Math.round(forMs / SECOND_MS)} s, a try each ${paceMs / SECOND_MS} s, ${leads} leads`;
  const none = ['asked for', 0] as const;
  return [
    row(name, 'requests', before, 'requests/s', before / seconds),
    row(name, 'errors', errors, ...none),
    row(name, 'lines lost and opened again', broken, ...none),
    row(`${name}: of ${pushed} commands acknowledged`, 'lost', lost, ...none),
    row(`${name}: of ${pushed} commands acknowledged`, 'doubled', doubled, ...none),
    row(
      `${name}: of ${pushed} commands acknowledged`,
      'not come down once to who gave them',
      unseen,
      ...none,
    ),
    ...KINDS.map((kind) => {
      const some = times.get(kind) ?? [];
      return row(
        `${name}: ${kind}, p99 of ${some.length}`,
        'ms',
        quantile(some, 0.99),
        'median',
        quantile(some, 0.5),
      );
    }),
    row(`${name}: worker`, 'processors', busy / seconds, 'there are, for clients as well', 2),
    row(`${name}: worker's memory`, 'MB', held.now, 'at most so far', held.most),
  ];
}

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));

/** What the worker's own tables have of what it acknowledged. */
function countIn({ dir, reps: people }: ScaleWorkspace, reps: readonly Rep[], since: number) {
  const db = new DatabaseSync(databaseIn(dir), { readOnly: true });
  const acknowledged = reps.flatMap((rep) => [...rep.acknowledged]);
  const kept = new Set(
    db
      .prepare(`select id from facts where kind = 'attempt.made' and id in (select value from json_each(?))`)
      .all(JSON.stringify(acknowledged))
      .map(({ id }) => String(id)),
  );
  const made = db
    .prepare(
      `select count(*) as n from facts where kind = 'attempt.made' and recorded_at >= ?
       and actor in (select value from json_each(?))`,
    )
    .get(since, JSON.stringify(people.map(({ id }) => id)));
  db.close();
  return {
    pushed: acknowledged.length,
    lost: acknowledged.filter((id) => !kept.has(id)).length,
    doubled: Number(made?.['n']) - kept.size,
    unseen: reps.reduce((sum, { acknowledged: own, came }) => {
      return sum + [...own].filter((id) => came.get(id) !== 1).length;
    }, 0),
  };
}
