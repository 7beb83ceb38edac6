/**
 * One workspace: its database, its alarm, its sockets. Opens, delegates, wakes; the rules are plain
 * functions beside it that take `now`.
 */
import { DurableObject } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/durable-sqlite';
import { migrate } from 'drizzle-orm/durable-sqlite/migrator';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import type { Env } from '../env.ts';
import type { Outcome } from '../outcome.ts';
import { logError } from '../log.ts';
import { registryOf } from '../registry.ts';
import { answerCall, NOBODY, type Call } from './answer.ts';
import { authenticateDevice } from './authenticate.ts';
import { CHORES } from './jobs/chores.ts';
import { openGround, type Ground } from './ground.ts';
import { Changes } from './sync/audience.ts';
import { heardStorage } from './sync/heardStorage.ts';
import { meterOf } from './meters.ts';
import migrations from './migrations/migrations.js';
import { Rota } from './handoff/rota.ts';
import { blameNextJob } from './jobs/runJobs.ts';
import * as schema from './schema.ts';
import { closeSockets, openSocket, poke } from './sync/sockets.ts';
import { Rate } from './people/tries.ts';
import { traceOf } from './trace.ts';
import { headOf, type Database, type Work } from './work.ts';

/** Requests a minute and device. */
const RATE = 600;
/** Slices one alarm does before it sets the next: whoever asks is heard between any two of them. */
const MOST_SLICES = 10;
/** So late, an alarm is taken for lost, and whoever asks does a slice of its work (CLK9). */
const LOST_MS = MINUTE_MS;

export class Workspace extends DurableObject<Env> {
  private readonly db: Database;
  private readonly ground: Ground;
  private readonly rota = new Rota(CHORES);
  private readonly changes = new Changes();
  private readonly rate: Rate;
  private migrated = false;
  private alarmAt: number | null = null;
  private notedHour: number | null | undefined;

  constructor(state: DurableObjectState, env: Env) {
    super(state, env);
    const storage = heardStorage(state.storage, (query) => {
      this.rota.hear(query);
      this.changes.hear(query);
    });
    this.db = drizzle(storage, { schema, casing: 'snake_case' });
    this.ground = openGround(this.db);
    this.rate = new Rate(Number(env.COMBINADO_RATE ?? RATE));
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
    void state.blockConcurrencyWhile(async () => {
      // An object somebody merely named has no tables, and none are made for it.
      if (isSetUp(state)) await this.migrate();
      this.alarmAt = await state.storage.getAlarm();
    });
  }

  async call(call: Call): Promise<Outcome<unknown>> {
    const { now } = call;
    if (call.route === 'POST /v1/setup') await this.migrate();
    if (!this.migrated) return NOBODY;
    const work = this.workAt(this.env.COMBINADO_CLOCK === 'request' && now !== null ? now : Date.now());
    const before = headOf(this.db);
    try {
      if (this.isVirtual(now)) this.rota.liveThrough(work);
      else this.healLostAlarm(work);
      return answerCall(work, call, this.isVirtual(now) ? null : this.rate);
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

  override async alarm(delivery?: AlarmInvocationInfo): Promise<void> {
    if (!this.migrated) return;
    this.alarmAt = null;
    meterOf(this.db, Date.now()).lastAlarmAt = Date.now();
    if (delivery?.isRetry) blameNextJob(this.workAt(Date.now()));
    for (let slice = 0; slice < MOST_SLICES; slice += 1) {
      const work = this.workAt(Date.now());
      const before = headOf(this.db);
      const busy = this.rota.run(work);
      this.tell(work, before);
      if (!busy) break;
      await scheduler.wait(1);
    }
    this.letOut();
    await this.settle(this.workAt(Date.now()), headOf(this.db), false);
  }

  /** Not waited for: whoever receives may take its time, and the next alarm comes meanwhile. */
  private letOut(): void {
    // What comes in by it, of a connected system, is news as well.
    const before = headOf(this.db);
    const leaving = this.rota
      .drain(this.workAt(Date.now()), this.env)
      .then(() => this.settle(this.workAt(Date.now()), before, false))
      .catch((error: unknown) => logError('drain failed', traceOf(error)));
    this.ctx.waitUntil(leaving);
  }

  /** Only sockets come this way; the ticket was spent by the route. */
  override async fetch(request: Request): Promise<Response> {
    const asked = new URL(request.url).searchParams.get('device') ?? '';
    // Revoked since its ticket was taken: nobody would ever close this one.
    const deviceId = this.migrated ? authenticateDevice(this.workAt(Date.now()), asked) : undefined;
    return deviceId === undefined ? new Response(null, { status: 401 }) : openSocket(this.ctx, deviceId);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    socket.close(code === 1005 || code === 1006 ? 1000 : code);
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

  private healLostAlarm(work: Work): void {
    const dueAt = this.rota.nextAt(work);
    if (dueAt === null || dueAt > work.now - LOST_MS) return;
    this.alarmAt = null;
    this.rota.run(work);
  }

  /** Sockets of revoked devices close, the others hear the new head. */
  private tell(work: Work, before: number): void {
    for (const deviceId of work.closing) closeSockets(this.ctx, deviceId);
    const head = headOf(this.db);
    if (head <= before && !work.isNews) return;
    // Nobody listens: whom it would be for need not be asked.
    if (this.ctx.getWebSockets().length > 0) poke(this.ctx, head, this.changes.take(work, before));
  }

  /** After the work is durable: those who listen are told, and the alarm is set. */
  private async settle(work: Work, before: number, virtual: boolean): Promise<void> {
    this.tell(work, before);
    if (virtual) return this.rota.drain(work, this.env);
    const dueAt = this.rota.nextAt(work);
    if (dueAt === this.alarmAt) return;
    this.alarmAt = dueAt;
    if (dueAt === null) await this.ctx.storage.deleteAlarm();
    // A chore that waits since ever says 0, which the platform takes for no alarm at all and throws.
    else await this.ctx.storage.setAlarm(Math.max(dueAt, 1));
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

function isSetUp(state: DurableObjectState): boolean {
  const tables = state.storage.sql.exec("select 1 from sqlite_master where name = 'workspace'");
  return tables.toArray().length > 0;
}
