/**
 * Leads put straight into a workspace's database, as an import left them, so that a bench of what comes
 * after need not wait for it: each captured, some signals seen, an attempt made.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FactKind } from '../../shared/lead/facts.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';

const SIGNALS = ['pricing_viewed', 'content_downloaded', 'email_clicked', 'webinar_attended'] as const;
const FACTS_EACH = 10;

/** @param dir where the stopped worker keeps its objects. @returns facts written */
export function seedLeads(dir: string, count: number, owners: readonly string[], now: number): number {
  const db = new DatabaseSync(databaseIn(dir));
  db.exec('begin');
  const addFact = db.prepare(
    `insert into facts (seq, id, lead_id, at, recorded_at, actor, observer, kind, body)
     values (?, ?, ?, ?, ?, ?, 'integration', ?, ?)`,
  );
  const addLead = db.prepare(
    `insert into leads (id, seq, owner_seq, evaluated_at, known_version, stage, score, backlog, unrouted, search, changed_at)
     values (?, ?, ?, ?, 1, 'visitor', 0, 0, 0, ?, ?)`,
  );
  let seq = Number(db.prepare('select head from workspace').get()?.['head'] ?? 0);
  const first = seq;
  for (let lead = 0; lead < count; lead += 1) {
    const leadId = `lead-${String(lead).padStart(7, '0')}`;
    const owner = owners[lead % owners.length] ?? '';
    factsOf(lead, owner, now).forEach(([kind, at, body], place) => {
      seq += 1;
      addFact.run(seq, `${leadId}-${place}`, leadId, at, at, owner, kind, JSON.stringify(body));
    });
    addLead.run(leadId, seq, seq, now, `bench ${lead}`, now);
  }
  db.prepare('update workspace set head = ?').run(seq);
  db.exec('commit');
  db.close();
  return seq - first;
}

type Written = readonly [kind: FactKind, at: number, body: object];

function factsOf(lead: number, owner: string, now: number): readonly Written[] {
  const start = now - (2 + (lead % 80)) * DAY_MS;
  const fields = {
    name: `Bench ${lead}`,
    company: `Company ${lead % 9_000}`,
    employees: (lead * 37) % 900,
    role: lead % 3 === 0 ? 'sales' : 'it',
    industry: lead % 2 === 0 ? 'health' : 'retail',
  };
  const captured = { emails: [`bench${lead}@example.org`], phones: [], externalIds: [], fields };
  const signals = Array.from({ length: FACTS_EACH - 3 }, (_, place): Written => {
    const signal = SIGNALS[(lead + place) % SIGNALS.length];
    return ['signal.seen', start + place * 60 * MINUTE_MS, { signal }];
  });
  const made = { channel: 'email', outcome: 'sent', evidence: 'integration' };
  return [
    // Every twentieth came by itself and runs through the whole agreement; the others are backlog.
    ['lead.captured', start, { ...captured, cause: lead % 20 === 0 ? 'api' : 'import' }],
    ['owner.assigned', start, { owner }],
    ...signals,
    ['attempt.made', start + DAY_MS, made],
  ];
}

/** The largest: a workspace's, not a registry's. */
function databaseIn(dir: string): string {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.sqlite'),
  );
  const found = files.find((path) => {
    const db = new DatabaseSync(join(dir, path), { readOnly: true });
    const has = db.prepare("select 1 from sqlite_master where name = 'leads'").get() !== undefined;
    db.close();
    return has;
  });
  if (found === undefined) throw new Error(`no workspace under ${dir}`);
  return join(dir, found);
}
