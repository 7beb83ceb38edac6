/** What a preview cannot cost less than: its facts read by bare SQL, and folded and decided twice in pure code. */
import { DatabaseSync } from 'node:sqlite';
import { STARTERS } from '../../shared/definitions/starters.ts';
import type { Version } from '../../shared/definitions/version.ts';
import type { Fact } from '../../shared/lead/facts.ts';
import type { Room } from '../../shared/lead/room.ts';
import { tryUnder } from '../../shared/target/tried.ts';
import { databaseIn } from '../support/seedLeads.ts';
import { OFFICE, VERSION } from './leads.ts';
import { titled } from './longWork.ts';

/** Of so many leads it is plain enough, once the code is warm. */
const MOST = 10_000;
const NOBODY: Room = { members: [], teams: [], calendars: {} };

/** @returns processor microseconds a lead */
export function previewFloor(
  dir: string,
  count: number,
): { readonly readUs: number; readonly foldUs: number } {
  const db = new DatabaseSync(databaseIn(dir), { readOnly: true });
  const read = db.prepare(
    `select id, lead_id as leadId, at, recorded_at as recordedAt, actor, observer, kind, body from facts
     where lead_id in (select value from json_each(?)) order by lead_id, seq`,
  );
  const ids = db
    .prepare('select id from leads order by id limit ?')
    .all(Math.min(count, MOST))
    .map(({ id }) => String(id));
  const leads: Fact[][] = [];
  const reading = () => {
    leads.length = 0;
    for (let start = 0; start < ids.length; start += 100) {
      const rows = read.all(JSON.stringify(ids.slice(start, start + 100)));
      const facts = rows.map((row) => ({ ...row, body: JSON.parse(String(row['body'])) }) as unknown as Fact);
      leads.push(...Map.groupBy(facts, ({ leadId }) => leadId).values());
    }
  };
  const now = Date.now();
  const current: Version = { ...VERSION, calendars: { office: OFFICE } };
  const drafted: Version = {
    ...current,
    version: 2,
    effectiveAt: now,
    publishedAt: now,
    choices: { leads: 'moveBack', clocks: 'running' },
    definitions: titled(STARTERS.en, 'Tried', 55),
  };
  const folding = () => {
    for (const facts of leads) {
      tryUnder(facts, [current], NOBODY, now);
      tryUnder(facts, [current, drafted], NOBODY, now);
    }
  };
  const costs = [reading, folding].map((doing) => {
    doing();
    return Math.min(...[0, 1, 2].map(() => spentOn(doing))) / ids.length;
  });
  db.close();
  return { readUs: costs[0] ?? Number.NaN, foldUs: costs[1] ?? Number.NaN };
}

/** Microseconds of this thread. */
function spentOn(doing: () => void): number {
  const start = process.threadCpuUsage();
  doing();
  const { user, system } = process.threadCpuUsage(start);
  return user + system;
}
