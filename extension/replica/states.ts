/**
 * The one fold over what the worker sent and what the person did since (SYN7), remembered until the
 * state itself says it may change (FCT5) or something about the lead does.
 */
import { fold } from '../../shared/lead/fold.ts';
import type { Version } from '../../shared/definitions/version.ts';
import type { Fact } from '../../shared/lead/facts.ts';
import type { Room } from '../../shared/lead/room.ts';
import type { LeadState } from '../../shared/lead/state.ts';
import { CommandBody, type Command } from '../../shared/protocol/commands.ts';
import { factOf } from '../../shared/protocol/factOf.ts';
import type { Me } from '../../shared/protocol/sync.ts';
import type { Copy, Database, OutboxRow } from './database.ts';
import { isTurnedDown } from './outbox.ts';

/** What everything shown about any lead rests on. */
export interface Agreement {
  /** Ascending by `effectiveAt`; at least one. */
  readonly history: readonly Version[];
  readonly room: Room;
  readonly me: Me;
  readonly member: string;
  readonly syncedAt: number | null;
}

export interface LeadNow {
  readonly state: LeadState;
  /** Every fact folded, pending ones included. */
  readonly facts: readonly Fact[];
  readonly revision: number;
  /** Commands of this lead the worker has not answered, oldest first. */
  readonly pending: readonly OutboxRow[];
  readonly rejected: readonly OutboxRow[];
}

export interface States {
  /** Undefined until the first pull. */
  agreement(): Promise<Agreement | undefined>;
  /** The lead as it stands at `now`; undefined when it is not in the member's view. */
  of(leadId: string, now: number): Promise<LeadNow | undefined>;
  /** The same without waiting: only what is folded already and holds. */
  peek(leadId: string, now: number): LeadNow | undefined;
  /** Whether some lead shown since this was last asked may be another at `now` with no new fact (FCT5). */
  expired(now: number): boolean;
  /** These leads have other facts or commands now. */
  forget(leadIds: Iterable<string>): void;
  /** Versions, people or the whole copy changed. */
  forgetAll(): void;
}

/** Folded leads kept at once: a long list and the day, not twenty thousand states. */
const KEPT = 2_000;

export function createStates(database: Database): States {
  const folded = new Map<string, LeadNow>();
  // Folded again by somebody else, before whoever shows it was told.
  let ranOut = false;
  let agreed: Promise<Agreement | undefined> | undefined;
  // Raised whenever something is forgotten: a fold begun before that is not kept.
  let generation = 0;

  const agreement = () => (agreed ??= readAgreement(database));
  return {
    agreement,
    async of(leadId, now) {
      const known = folded.get(leadId);
      if (known && holds(known.state, now)) return known;
      if (known) ranOut = true;
      const begun = generation;
      const on = await agreement();
      const fresh = on && (await foldLead(database, on, leadId, now));
      if (fresh && begun === generation) keep(folded, leadId, fresh);
      return fresh;
    },
    peek(leadId, now) {
      const known = folded.get(leadId);
      return known && holds(known.state, now) ? known : undefined;
    },
    expired(now) {
      const expired = ranOut || [...folded.values()].some(({ state }) => !holds(state, now));
      ranOut = false;
      return expired;
    },
    forget(leadIds) {
      generation += 1;
      for (const leadId of leadIds) folded.delete(leadId);
    },
    forgetAll() {
      generation += 1;
      agreed = undefined;
      folded.clear();
    },
  };
}

/** The newest last; the one folded longest ago makes room. */
function keep(folded: Map<string, LeadNow>, leadId: string, lead: LeadNow): void {
  folded.delete(leadId);
  folded.set(leadId, lead);
  const [oldest] = folded.keys();
  if (folded.size > KEPT && oldest !== undefined) folded.delete(oldest);
}

function holds(state: LeadState, now: number): boolean {
  return now >= state.evaluatedAt && (state.validUntil === null || now < state.validUntil);
}

async function readAgreement(database: Database): Promise<Agreement | undefined> {
  const transaction = database.transaction(['copy', 'versions']);
  const copy: Copy | undefined = await transaction.objectStore('copy').get('copy');
  const versions = await transaction.objectStore('versions').getAll();
  if (!copy || versions.length === 0) return undefined;
  const history = versions.toSorted((a, b) => a.effectiveAt - b.effectiveAt || a.version - b.version);
  const { room, me, member, syncedAt } = copy;
  return { history, room, me, member, syncedAt };
}

async function foldLead(
  database: Database,
  { history, room, me, member }: Agreement,
  leadId: string,
  now: number,
): Promise<LeadNow | undefined> {
  const transaction = database.transaction(['leads', 'outbox']);
  const lead = await transaction.objectStore('leads').get(leadId);
  const rows = await transaction.objectStore('outbox').index('lead').getAll(leadId);
  if (!lead) return undefined;
  const mine = rows.filter((row) => row.member === member).toSorted((a, b) => a.at - b.at || a.n - b.n);
  const known = new Set(lead.facts.map((fact) => fact.id));
  const own = mine
    .filter((row) => row.state !== 'rejected' && !row.settled && !known.has(row.id))
    .flatMap((row) => pendingFact(row, me.memberId));
  const facts = [...lead.facts, ...own];
  return {
    state: fold(facts, history, room, now),
    facts,
    revision: lead.revision,
    pending: mine.filter((row) => row.state === 'pending'),
    rejected: mine.filter(isTurnedDown),
  };
}

/** The fact a command will become, as far as this device can tell. */
function pendingFact(row: OutboxRow, actor: string): readonly Fact[] {
  // An extension gone back to an older version meets commands it does not know yet.
  if (!Object.hasOwn(CommandBody, row.kind)) return [];
  const body = CommandBody[row.kind].safeParse(row.body);
  if (!body.success) return [];
  // Kind and body were checked together just above, which TypeScript cannot follow through the table.
  const command = { n: row.n, id: row.id, at: row.at, kind: row.kind, body: body.data } as Command;
  return [factOf(command, { actor, at: row.at, recordedAt: row.at })];
}
