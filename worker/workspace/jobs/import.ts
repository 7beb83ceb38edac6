/**
 * One slice of an import: some rows become leads of the backlog with the tries and signals they bring
 * (TRI2). Ids are derived from what a row says, so that the same file twice adds nothing.
 */
import { and, asc, eq, gte } from 'drizzle-orm';
import type { BodyOf, Fact } from '../../../shared/lead/facts.ts';
import { workspaceCalendarOf } from '../../../shared/lead/versionAt.ts';
import type { Channel, Outcome as AttemptOutcome } from '../../../shared/lead/vocabulary.ts';
import { foldText } from '../../../shared/predicate/text.ts';
import type { ImportDeal, ImportRow, Mapping, RowFault } from '../../../shared/protocol/imports.ts';
import { columnOf } from '../../imports/columnOf.ts';
import { faultAt } from '../../reasons.ts';
import { dayOfDate, instantOfLocal } from '../../../shared/sla/localTime.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { audit } from '../people/audit.ts';
import { membersByName } from '../people/membersByName.ts';
import { appendFacts, knownFacts } from '../leads/facts.ts';
import { change, dropParts, giveUp, keepErrors } from '../inbox/imports.ts';
import { type ImportRecord, importOf } from '../inbox/importViews.ts';
import type { Job, JobKind, Step } from './jobs.ts';
import { keepNew, type NewLead } from '../leads/keepNew.ts';
import { rowError, type RowError } from '../leads/identity.ts';
import { refold } from '../leads/refold.ts';
import * as schema from '../schema.ts';
import { planUpsert, type UpsertPlan } from '../leads/upsert.ts';
import type { Work } from '../work.ts';

interface Input {
  readonly importId: string;
}

/** The part, and the row in it, where the next slice begins. */
interface Cursor {
  readonly n: number;
  readonly index: number;
}

interface Numbered {
  readonly line: number;
  readonly row: ImportRow;
}

/** Rows of a slice, or fewer where they bring many facts: some 50 ms. */
const ROWS = 50;
const FACTS = 400;

export const importFile: JobKind<Input, Cursor> = {
  cancellable: true,
  step,
  abandon: (work, { input }) => {
    const row = importOf(work, input.importId);
    if (row?.state === 'running') giveUp(work, row, 'failed');
  },
};

function step(work: Work, job: Job<Input, Cursor>): Step<Cursor> {
  const from = job.cursor ?? { n: 0, index: 0 };
  const { importParts } = schema;
  const record = importOf(work, job.input.importId);
  if (!record) return { cursor: from, done: job.done, finished: true };
  const part = work.db
    .select()
    .from(importParts)
    .where(and(eq(importParts.importId, record.id), gte(importParts.n, from.n)))
    .orderBy(asc(importParts.n))
    // Without it every part that is left would be read to give the first.
    .limit(1)
    .get();
  if (!part) {
    dropParts(work, record.id);
    change(work, record, { state: 'done' });
    const { rows, created, changed, failed } = record;
    audit(work, { memberId: record.by }, 'import.done', record.id, { rows, created, changed, failed });
    return { cursor: from, done: record.rows, finished: true, result: { importId: record.id } };
  }
  const all = JSON.parse(part.rows) as readonly Numbered[];
  const start = part.n === from.n ? from.index : 0;
  const rows = someOf(all, start);
  const slice = new Slice(work, record);
  for (const row of rows) slice.take(row);
  slice.flush();
  keepErrors(work, record.id, slice.faults);
  const { created, changed, unchanged, faults, facts } = slice;
  change(work, record, {
    created: record.created + created,
    changed: record.changed + changed,
    unchanged: record.unchanged + unchanged,
    failed: record.failed + faults.length,
    facts: record.facts + facts,
  });
  const reached = start + rows.length;
  const cursor = reached < all.length ? { n: part.n, index: reached } : { n: part.n + 1, index: 0 };
  return { cursor, done: job.done + rows.length, finished: false };
}

function someOf(all: readonly Numbered[], start: number): readonly Numbered[] {
  let facts = 0;
  let end = start;
  while (end < all.length && end - start < ROWS && facts < FACTS) {
    const row = all[end]?.row;
    facts += 1 + (row?.attempts?.length ?? 0) + (row?.signals?.length ?? 0);
    end += 1;
  }
  return all.slice(start, end);
}

type FactHead = Pick<Fact, 'leadId' | 'recordedAt' | 'observer'>;

/** New leads of a slice are kept together, in few statements; a row about one of them waits for that. */
class Slice {
  created = 0;
  changed = 0;
  unchanged = 0;
  facts = 0;
  readonly faults: RowFault[] = [];
  private readonly work: Work;
  private readonly by: string;
  private readonly dryRun: boolean;
  private readonly mapping: Mapping;
  private readonly fresh: NewLead[] = [];
  private readonly freshKeys = new Set<string>();
  private readonly members: ReadonlyMap<string, string>;

  constructor(work: Work, { by, dryRun, mapping }: ImportRecord) {
    this.work = work;
    this.by = by;
    this.dryRun = dryRun;
    this.mapping = mapping;
    this.members = membersByName(work);
  }

  take({ line, row }: Numbered): void {
    const owner = row.owner === undefined ? undefined : (this.members.get(foldText(row.owner)) ?? row.owner);
    const fault = this.faultOf(row);
    const plan = fault ?? this.planned({ ...row, ...(owner === undefined ? {} : { owner }) });
    if ('error' in plan) {
      const { pointer, error: detail, reason } = plan;
      return void this.faults.push({ line, field: columnOf(this.mapping, pointer), detail, reason });
    }
    const facts = this.factsOf(plan, row, owner);
    if (plan.created) this.created += 1;
    else if (facts.length > 0) this.changed += 1;
    else this.unchanged += 1;
    this.facts += facts.length;
    if (this.dryRun) return;
    if (plan.created) {
      this.fresh.push({ id: plan.id, facts });
      for (const key of plan.keys) this.freshKeys.add(key);
    } else if (appendFacts(this.work, facts).length > 0) refold(this.work, plan.id);
  }

  flush(): void {
    keepNew(this.work, this.fresh.splice(0));
    this.freshKeys.clear();
  }

  private planned(row: ImportRow): ReturnType<typeof planUpsert> {
    const { attempts: _, signals: __, deal: ___, ...lead } = row;
    const plan = planUpsert(this.work, { memberId: this.by }, { ...lead, backlog: true }, '');
    if ('error' in plan || !plan.keys.some((key) => this.freshKeys.has(key))) return plan;
    this.flush();
    return planUpsert(this.work, { memberId: this.by }, { ...lead, backlog: true }, '');
  }

  private faultOf({ attempts = [], signals = [] }: ImportRow): RowError | undefined {
    const { definitions } = this.work.ground.inForce(this.work.now);
    const known = new Set(definitions.signals.map(({ id }) => id));
    const unknown = signals.findIndex(({ signal }) => !known.has(signal));
    if (unknown >= 0) return rowError(faultAt(`/signals/${unknown}/signal`, 'no_signal'));
    const room = this.work.ground.room();
    const nobody = attempts.findIndex(
      ({ by }) => by !== undefined && !room.members.some(({ id }) => id === by),
    );
    return nobody < 0 ? undefined : rowError(faultAt(`/attempts/${nobody}/by`, 'no_member'));
  }

  /** What the row adds: the lead itself, then tries and signals nobody told before. */
  private factsOf(plan: UpsertPlan, row: ImportRow, owner: string | undefined): readonly Fact[] {
    const { now } = this.work;
    const head = { leadId: plan.id, recordedAt: now, observer: 'integration' } as const;
    const told = [
      ...(row.attempts ?? []).map(({ channel, outcome = usual(channel), at, by }): Fact => {
        const id = `i:${plan.id}:a:${channel}:${at}`;
        const actor = by ?? owner ?? this.by;
        const body = { channel, outcome, evidence: 'integration' } as const;
        return { ...head, id, at: Math.min(at, now), actor, kind: 'attempt.made', body };
      }),
      ...(row.signals ?? []).map(({ signal, at, properties }): Fact => {
        const id = `i:${plan.id}:s:${signal}:${at}`;
        const body = { signal, ...(properties === undefined ? {} : { properties }) };
        return { ...head, id, at: Math.min(at, now), actor: this.by, kind: 'signal.seen', body };
      }),
      ...(row.deal === undefined ? [] : [this.dealFact(head, plan.id, row.deal)]),
    ];
    const ids = told.map(({ id }) => id);
    const known = plan.created || told.length === 0 ? new Map<string, string>() : knownFacts(this.work, ids);
    const fresh = told.filter(({ id }) => !known.has(id));
    const isSaid = plan.facts.some(({ kind }) => kind === 'lead.captured');
    if (fresh.length === 0 || isSaid) return [...plan.facts, ...fresh];
    // What a known lead is told of here is an import's, and opens nothing (TRI2).
    const body: BodyOf<'lead.captured'> = {
      emails: [],
      phones: [],
      externalIds: [],
      fields: {},
      cause: 'import',
    };
    const id = `i:${plan.id}:c:${now}`;
    const marked: Fact = { ...head, id, at: now, actor: this.by, kind: 'lead.captured', body };
    return [...plan.facts, marked, ...fresh];
  }

  /** Told again it is the same fact, unless it says something else by then. */
  private dealFact(head: FactHead, leadId: string, deal: ImportDeal): Fact {
    const { now, ground } = this.work;
    const { dealId = `import:${leadId}`, amount = 0, currency, ...rest } = deal;
    const body: BodyOf<'deal.changed'> = {
      ...rest,
      dealId,
      amount,
      currency: currency ?? ground.inForce(now).definitions.currency,
    };
    const said = [dealId, body.outcome, amount, body.currency, body.openedOn, body.closedOn].join(':');
    const { offsets } = workspaceCalendarOf(ground.inForce(now));
    const on = body.outcome === 'open' ? body.openedOn : body.closedOn;
    const at = on === undefined ? now : Math.min(instantOfLocal(offsets, dayOfDate(on) * DAY_MS), now);
    return { ...head, id: `i:${leadId}:d:${said}`, at, actor: this.by, kind: 'deal.changed', body };
  }
}

/** A file says when somebody tried, seldom how it went: what can be claimed without knowing. */
function usual(channel: Channel): AttemptOutcome {
  if (channel === 'call') return 'no_answer';
  return channel === 'meeting' ? 'connected' : 'sent';
}
