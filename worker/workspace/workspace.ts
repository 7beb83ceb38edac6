/**
 * One workspace: its database, its alarm, its sockets. Opens, delegates, wakes; the rules are plain
 * functions beside it that take `now`.
 */
import { DurableObject } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import { HOUR_MS } from '../../shared/time.ts';
import type { Route } from '../access.ts';
import type { Env } from '../env.ts';
import { failure, type Outcome } from '../outcome.ts';
import { registryOf } from '../registry.ts';
import { authenticate, mayCall, type Credential } from './authenticate.ts';
import { liveThrough, nextDueAt, runDue } from './due.ts';
import { openGround, type Ground } from './ground.ts';
import migrations from './migrations/migrations.js';
import { FOR_MEMBERS, OPEN, type MemberRoute, type OpenRoute } from './operations.ts';
import * as schema from './schema.ts';
import { closeSockets, openSocket, poke } from './sockets.ts';
import { headOf, type Database, type Who, type Work } from './work.ts';

/** One call of a route, with everything secret already hashed. */
export interface Call {
  readonly route: Route;
  readonly credential: Credential | null;
  readonly input: unknown;
  /** Of the header `Combinado-Now`; heeded under the request's clock only. */
  readonly now: number | null;
}

/** An unknown workspace answers as one whose token is unknown: nothing tells them apart (ACC1). */
const NOBODY = failure('bad-token', 'This token is unknown, expired or revoked. Sign in again.');

export class Workspace extends DurableObject<Env> {
  private readonly db: Database;
  private readonly ground: Ground;
  private migrated = false;
  private alarmAt: number | null = null;
  private notedHour: number | null | undefined;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    this.db = drizzle(state.storage, { schema, casing: 'snake_case' });
    this.ground = openGround(this.db);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    void state.blockConcurrencyWhile(async () => {
      // An object somebody merely named has no tables, and none are made for it.
      if (isSetUp(state)) await this.migrate();
      this.alarmAt = await state.storage.getAlarm();
    });
  }

  async call({ route, credential, input, now }: Call): Promise<Outcome<unknown>> {
    if (route === 'POST /v1/setup') await this.migrate();
    if (!this.migrated) return NOBODY;
    const work = this.workAt(this.env.COMBINADO_CLOCK === 'request' && now !== null ? now : Date.now());
    const before = headOf(this.db);
    try {
      // A missed alarm heals here (CLK9).
      if (this.isVirtual(now)) liveThrough(work);
      else runDue(work);
      return this.answer(work, route, credential, input);
    } catch (error) {
      this.ground.forget();
      throw error;
    } finally {
      await this.settle(work, before, this.isVirtual(now));
    }
  }

  /** The hourly cron, through the registry: only so that a lost alarm is not lost for ever. */
  async wake(): Promise<void> {
    if (this.migrated) await this.alarm();
  }

  override async alarm(): Promise<void> {
    const work = this.workAt(Date.now());
    const before = headOf(this.db);
    this.alarmAt = null;
    runDue(work);
    await this.settle(work, before, false);
  }

  /** Only sockets come this way; the ticket was spent by the route. */
  override async fetch(request: Request): Promise<Response> {
    const deviceId = new URL(request.url).searchParams.get('device') ?? '';
    return openSocket(this.ctx, deviceId);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
  }

  private answer(work: Work, route: Route, credential: Credential | null, input: unknown): Outcome<unknown> {
    if (Object.hasOwn(OPEN, route))
      return work.transact(() => (OPEN[route as OpenRoute] as OpenCall)(work, input));
    if (!credential) return NOBODY;
    const who = authenticate(work, credential);
    if (!who.ok) return who;
    const allowed = mayCall(who.value, route);
    if (!allowed.ok) return allowed;
    const operation = FOR_MEMBERS[route as MemberRoute] as MemberCall;
    return work.transact(() => operation(work, who.value, input));
  }

  private workAt(now: number): Work {
    return {
      db: this.db,
      now,
      ground: this.ground,
      transact: (run) => this.ctx.storage.transactionSync(run),
      closing: [],
    };
  }

  /** After the work is durable: sockets of revoked devices close, the others hear the new head, the alarm is set. */
  private async settle(work: Work, before: number, virtual: boolean): Promise<void> {
    for (const deviceId of work.closing) closeSockets(this.ctx, deviceId);
    const head = headOf(this.db);
    if (head > before) poke(this.ctx, head);
    if (virtual) return;
    const dueAt = nextDueAt(work);
    if (dueAt === this.alarmAt) return;
    this.alarmAt = dueAt;
    if (dueAt === null) await this.ctx.storage.deleteAlarm();
    else await this.ctx.storage.setAlarm(dueAt);
    // The registry is asked once an hour, so it need not know more exactly.
    const id = this.ground.workspace()?.id;
    const hour = dueAt === null ? null : Math.floor(dueAt / HOUR_MS);
    if (id === undefined || hour === this.notedHour) return;
    this.notedHour = hour;
    this.ctx.waitUntil(registryOf(this.env).noteDue(id, dueAt));
  }

  private isVirtual(now: number | null): boolean {
    return this.env.COMBINADO_CLOCK === 'request' && now !== null;
  }

  private async migrate(): Promise<void> {
    if (this.migrated) return;
    await migrate(this.db, migrations);
    this.migrated = true;
  }
}

type OpenCall = (work: Work, input: unknown) => Outcome<unknown>;
type MemberCall = (work: Work, who: Who, input: unknown) => Outcome<unknown>;

function isSetUp(state: DurableObjectState): boolean {
  const tables = state.storage.sql.exec("select 1 from sqlite_master where name = 'workspace'");
  return tables.toArray().length > 0;
}
