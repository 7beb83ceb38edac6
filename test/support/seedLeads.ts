/**
 * Leads put straight into a workspace's database, as an import left them, so that whoever measures or
 * walks what comes after need not wait for it: each captured, some signals seen, an attempt made.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FactKind } from '../../shared/lead/facts.ts';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';

const SIGNALS = ['pricing_viewed', 'content_downloaded', 'email_clicked', 'webinar_attended'] as const;
const FACTS_EACH = 10;
/** Where they came from, in turn. */
export const SOURCES = ['google', 'linkedin', 'referral', 'event', 'site'] as const;

export interface Seeding {
  readonly count: number;
  /** Member ids, in turn. */
  readonly owners: readonly string[];
  readonly now: number;
  /** Of so many one came by itself and runs through the whole agreement; the others are backlog. */
  readonly activeOf?: number;
  /** The worker looks at each of them once it is up. */
  readonly due?: boolean;
}

/** @param dir where the stopped worker keeps its objects. @returns facts written */
export function seedLeads(dir: string, { count, owners, now, activeOf = 20, due }: Seeding): number {
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
  const addDue = db.prepare('insert into clocks (lead_id, due_at) values (?, ?)');
  let seq = Number(db.prepare('select head from workspace').get()?.['head'] ?? 0);
  const first = seq;
  for (let lead = 0; lead < count; lead += 1) {
    const leadId = `lead-${String(lead).padStart(7, '0')}`;
    const owner = owners[lead % owners.length] ?? '';
    factsOf(lead, owner, now, activeOf).forEach(([kind, at, body], place) => {
      seq += 1;
      addFact.run(seq, `${leadId}-${place}`, leadId, at, at, owner, kind, JSON.stringify(body));
    });
    addLead.run(leadId, seq, seq, now, `bench ${lead}`, now);
    if (due) addDue.run(leadId, now);
  }
  db.prepare('update workspace set head = ?').run(seq);
  db.exec('commit');
  db.close();
  return seq - first;
}

/** When the lead at this place was captured, epoch ms. */
export function capturedAt(place: number, now: number): number {
  return now - (2 + (place % 80)) * DAY_MS;
}

type Written = readonly [kind: FactKind, at: number, body: object];

function factsOf(lead: number, owner: string, now: number, activeOf: number): readonly Written[] {
  const start = capturedAt(lead, now);
  const fields = {
    name: `Bench ${lead}`,
    company: `Company ${lead % 9_000}`,
    employees: (lead * 37) % 900,
    role: lead % 3 === 0 ? 'sales' : 'it',
    industry: lead % 2 === 0 ? 'health' : 'retail',
  };
  const source = SOURCES[lead % SOURCES.length];
  const captured = { emails: [`bench${lead}@example.org`], phones: [], externalIds: [], fields, source };
  const isActive = lead % activeOf === 0;
  const signals = Array.from({ length: FACTS_EACH - 3 }, (_, place): Written => {
    // Every other active one raises its hand at last.
    const isLast = place === FACTS_EACH - 4 && isActive && lead % (activeOf * 2) === 0;
    const signal = isLast ? 'demo_requested' : SIGNALS[(lead + place) % SIGNALS.length];
    return ['signal.seen', start + place * 60 * MINUTE_MS, { signal }];
  });
  const made = { channel: 'email', outcome: 'sent', evidence: 'integration' };
  return [
    ['lead.captured', start, { ...captured, cause: isActive ? 'api' : 'import' }],
    ['owner.assigned', start, { owner }],
    ...signals,
    ['attempt.made', start + DAY_MS, made],
  ];
}

/** The largest: a workspace's, not a registry's. */
export function databaseIn(dir: string): string {
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
