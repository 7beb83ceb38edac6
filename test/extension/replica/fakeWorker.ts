/**
 * A workspace behind `fetch`, small enough to be wrong on purpose: it can be unreachable, lose an
 * answer after acting on it, turn commands down, forget, be restored. The real one is met in journeys.
 */
import { createHmac } from 'node:crypto';
import { vi } from 'vitest';
import * as z from 'zod';
import type { Version } from '../../../shared/definitions/version.ts';
import { accountOf } from '../../../shared/lead/account.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import type { Room } from '../../../shared/lead/room.ts';
import { fold } from '../../../shared/lead/fold.ts';
import { Command } from './parsedCommand.ts';
import { factOf } from '../../../shared/protocol/factOf.ts';
import { ReadNoticesRequest, type Notice } from '../../../shared/protocol/notices.ts';
import { LookupRequest, type LookupChip } from '../../../shared/protocol/lookup.ts';
import { hashedText, hashOf, newFilter } from '../../../shared/protocol/addressFilter.ts';
import { toBase64 } from '../../../extension/replica/base64.ts';
import {
  PushRequest,
  type AccountOther,
  type CommandResult,
  type PullResponse,
  type Rejection,
} from '../../../shared/protocol/sync.ts';
import { newSealPair, openSeal } from '../../../worker/sealKeys.ts';
import { HISTORY, ROOM, settle } from '../../shared/lead/agreement.ts';

export const ORIGIN = 'https://combinado.test';
export const TOKEN = 'cmb_w1_secret';
export const SESSION = { origin: ORIGIN, token: TOKEN, workspaceId: 'w1', memberId: 'bruno' };
export const MEMBER = 'w1/bruno';
/** Somebody else of the same workspace, on the same device. */
export const OTHER_TOKEN = 'cmb_w1_carla';
export const OTHER = { origin: ORIGIN, token: OTHER_TOKEN, workspaceId: 'w1', memberId: 'carla' };

const FREE_MAIL = HISTORY.at(-1)?.definitions.lists['freeMail']?.values ?? [];

interface Pushed {
  readonly clientId: string;
  readonly n: number;
  readonly id: string;
  readonly text: string;
  readonly result: CommandResult;
}

export interface FakeWorker {
  /** Every request since the start, newest last. */
  readonly requests: {
    readonly method: string;
    readonly path: string;
    readonly authorization: string | null;
  }[];
  readonly pushes: PushRequest[];
  /** Facts of each lead. */
  readonly leads: Map<string, readonly Fact[]>;
  /** What it sends beside them, of kinds that came later. */
  readonly later: Map<string, readonly unknown[]>;
  /** No answer at all. */
  offline: boolean;
  /** Acts, then loses the answer. */
  deaf: boolean;
  /** Answers 401. */
  revoked: boolean;
  /** The tokens it knows: the one in use first, then what it handed out since. */
  tokens: string[];
  /** Used up: whoever comes with one again is signed out for good. */
  readonly spent: Set<string>;
  leadsPerPage: number;
  /** Added to the device's clock. */
  aheadMs: number;
  /** Speaks another protocol (SYN8). */
  foreign: boolean;
  /** Addresses an older worker has not got yet. */
  readonly missing: Set<string>;
  /** Who works there, sent with the first pull and when it is another one. */
  room: Room;
  /** Told and unread; every change moves the head. */
  notices: Notice[];
  /** Leads outside the member's view, by address (ACC3). */
  readonly colleagues: Map<string, Omit<LookupChip, 'hash'>>;
  /** Hashes it was asked about, request by request. */
  readonly lookups: (readonly number[])[];
  /** By account: its leads outside the member's view (IDN4). */
  readonly others: Map<string, readonly AccountOther[]>;
  /** Says which company a lead is of, as workers of before did not. */
  tellsAccounts: boolean;
  reject: (kind: string) => Rejection | undefined;
  put(leadId: string, facts: readonly Fact[]): void;
  remove(leadId: string): void;
  /** Removed for good, and said so (PRI4). */
  erase(leadId: string): void;
  /** Goes back to a backup: the facts given, none of the commands since. */
  restore(facts: ReadonlyMap<string, readonly Fact[]>): void;
  /** Forgets a client's last commands, as a lost write would. */
  forget(clientId: string, lastN: number): void;
  attemptsOf(leadId: string): readonly Fact[];
}

export function startFakeWorker(history: readonly Version[] = HISTORY): FakeWorker {
  let seq = 0;
  let epoch = 'e1';
  let commands: Pushed[] = [];
  const changedAt = new Map<string, number>();
  const gone = new Map<string, number>();
  const erased = new Set<string>();
  const seals = newSealPair();

  const worker: FakeWorker = {
    requests: [],
    pushes: [],
    leads: new Map(),
    later: new Map(),
    offline: false,
    deaf: false,
    revoked: false,
    tokens: [TOKEN],
    spent: new Set(),
    leadsPerPage: 100,
    aheadMs: 0,
    foreign: false,
    missing: new Set(),
    room: ROOM,
    notices: [],
    colleagues: new Map(),
    lookups: [],
    others: new Map(),
    tellsAccounts: true,
    reject: () => undefined,
    put(leadId, facts) {
      worker.leads.set(leadId, facts);
      gone.delete(leadId);
      changedAt.set(leadId, (seq += 1));
    },
    remove(leadId) {
      worker.leads.delete(leadId);
      changedAt.delete(leadId);
      gone.set(leadId, (seq += 1));
    },
    erase(leadId) {
      worker.remove(leadId);
      erased.add(leadId);
    },
    restore(facts) {
      epoch = `e${Number(epoch.slice(1)) + 1}`;
      commands = [];
      worker.leads.clear();
      changedAt.clear();
      for (const [leadId, theirs] of facts) worker.put(leadId, theirs);
    },
    forget(clientId, lastN) {
      commands = commands.filter((one) => one.clientId !== clientId || one.n <= lastN);
    },
    attemptsOf: (leadId) => (worker.leads.get(leadId) ?? []).filter(({ kind }) => kind === 'attempt.made'),
  };

  const stateOf = (id: string) => fold(worker.leads.get(id) ?? [], history, ROOM, now());
  const now = () => Date.now() + worker.aheadMs;
  const lastNOf = (clientId: string | null) =>
    Math.max(0, ...commands.filter((one) => one.clientId === clientId).map(({ n }) => n));

  function pull(query: URLSearchParams): PullResponse {
    const [of, from = '0'] = query.get('cursor')?.split(':') ?? [];
    const since = of === epoch ? Number(from) : 0;
    const changed = [...changedAt].filter(([, at]) => at > since).toSorted((a, b) => a[1] - b[1]);
    const page = changed.slice(0, worker.leadsPerPage);
    const more = page.length < changed.length;
    const reached = more ? (page.at(-1)?.[1] ?? since) : seq;
    return {
      epoch,
      cursor: `${epoch}:${reached}`,
      serverTime: now(),
      lastN: lastNOf(query.get('clientId')),
      more,
      leads: page.map(([id, revision]) => ({
        id,
        revision,
        whole: true,
        facts: [...(worker.leads.get(id) ?? [])],
        ...(worker.tellsAccounts ? { account: accountOf(stateOf(id), FREE_MAIL) } : {}),
        ...(worker.later.has(id) ? { later: [...(worker.later.get(id) ?? [])] } : {}),
      })),
      ...(worker.others.size > 0
        ? { accounts: [...worker.others].map(([id, others]) => ({ id, others: [...others] })) }
        : {}),
      removed: [...gone].filter(([, at]) => at > since).map(([id]) => id),
      ...(worker.notices.length > 0 ? { notices: worker.notices } : {}),
      ...(erased.size > 0 ? { erased: [...erased] } : {}),
      versions: since === 0 ? [...history] : [],
      ...(since === 0 || worker.room !== ROOM ? { room: worker.room } : {}),
      me: {
        memberId: 'bruno',
        name: 'Bruno',
        side: 'sales',
        role: 'sdr',
        workspaceId: 'w1',
        workspaceName: 'Clinic Co',
      },
    };
  }

  function push(request: PushRequest) {
    worker.pushes.push(request);
    const { clientId } = request;
    const lastN = lastNOf(clientId);
    if (request.epoch !== epoch) return { outcome: 'epoch', epoch, serverTime: now() };
    if ((request.commands[0]?.n ?? 1) > lastN + 1) return { outcome: 'gap', lastN, serverTime: now() };
    const forked = request.commands.some((command) =>
      commands.some(
        (one) =>
          (one.id === command.id || (one.clientId === clientId && one.n === command.n)) &&
          one.text !== textOf(command),
      ),
    );
    if (forked) return { outcome: 'forked', lastN, serverTime: now() };
    const results = request.commands.map((command) => apply(clientId, command));
    return { outcome: 'ok', results, lastN: lastNOf(clientId), serverTime: now() };
  }

  function apply(clientId: string, command: PushRequest['commands'][number]): CommandResult {
    const mine = commands.find((one) => one.clientId === clientId && one.n === command.n);
    if (mine) return mine.result;
    const elsewhere = commands.find((one) => one.id === command.id);
    const { n, id } = command;
    const code = worker.reject(command.kind);
    const result: CommandResult = elsewhere
      ? { n, id, result: 'duplicate' }
      : code
        ? { n, id, result: 'rejected', code }
        : { n, id, result: 'applied' };
    commands.push({ clientId, n, id, text: textOf(command), result });
    if (result.result === 'applied') record(command);
    return result;
  }

  function record(command: PushRequest['commands'][number]): void {
    const parsed = Command.parse(command);
    const { leadId } = parsed.body;
    const fact = factOf(parsed, { actor: 'bruno', at: parsed.at, recordedAt: now() });
    worker.put(leadId, settle([...(worker.leads.get(leadId) ?? []), fact], now()));
  }

  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input);
    const authorization = new Headers(init.headers).get('Authorization');
    worker.requests.push({ method: init.method ?? 'GET', path: url.pathname, authorization });
    if (worker.offline || url.origin !== ORIGIN) throw new TypeError('Failed to fetch');
    if (!isKnown(authorization?.replace('Bearer ', '') ?? ''))
      return Response.json(
        { type: 'urn:combinado:problem:bad-token', title: 'No', status: 401 },
        { status: 401 },
      );
    const problem = (status: number, detail: string) =>
      Response.json({ type: 'urn:combinado:problem:x', title: 'No', status, detail }, { status });
    if (worker.foreign)
      return problem(400, 'Combinado-Protocol 7 to 9 is spoken here. Update the extension.');
    if (worker.missing.has(url.pathname)) return problem(404, 'There is nothing at this address.');
    const answer = await answerTo(url, init, authorization);
    if (worker.deaf) throw new TypeError('Failed to fetch');
    if (answer instanceof Response) return answer;
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  });

  function isKnown(token: string): boolean {
    if (token === OTHER_TOKEN) return true;
    if (worker.spent.has(token)) worker.revoked = true;
    if (worker.revoked || !worker.tokens.includes(token)) return false;
    if (token !== worker.tokens[0]) {
      for (const other of worker.tokens) if (other !== token) worker.spent.add(other);
      worker.tokens = [token];
    }
    return true;
  }

  async function answerTo(url: URL, init: RequestInit, authorization: string | null): Promise<unknown> {
    if (url.pathname === '/v1/lookup/filter') {
      const hashes = [...worker.colleagues.keys()].map(addressHash);
      const body = { key: FILTER_KEY, addresses: hashes.length, filter: toBase64(newFilter(hashes)) };
      const tag = `"${body.filter.length}-${hashes.join()}"`;
      const unchanged = new Headers(init.headers).get('If-None-Match') === tag;
      if (unchanged) return new Response(null, { status: 304 });
      return Response.json(body, { headers: { ETag: tag } });
    }
    if (url.pathname === '/v1/lookup') {
      const { hashes } = LookupRequest.parse(JSON.parse(String(init.body)));
      worker.lookups.push(hashes);
      const all = [...worker.colleagues].map(([email, chip]) => ({ hash: addressHash(email), ...chip }));
      return { chips: all.filter(({ hash }) => hashes.includes(hash)) };
    }
    if (url.pathname === '/v1/notices/read') {
      const asked = ReadNoticesRequest.parse(JSON.parse(String(init.body)));
      const ids = new Set('all' in asked ? worker.notices.map(({ id }) => id) : asked.ids);
      worker.notices = worker.notices.filter(({ id }) => !ids.has(id));
      return { read: ids.size };
    }
    if (url.pathname === '/v1/me/seal') return { publicKey: (await seals).publicKey };
    if (url.pathname === '/v1/me/unseal') {
      const body = z.object({ ephemeral: z.string() }).parse(JSON.parse(String(init.body)));
      // Each member has a pair: to somebody else the same half says nothing.
      const pair = authorization?.endsWith(OTHER_TOKEN) ? await newSealPair() : await seals;
      return { key: await openSeal(pair, body.ephemeral) };
    }
    if (url.pathname === '/v1/sync/pull') {
      const page = pull(url.searchParams);
      const isOther = authorization?.endsWith(OTHER_TOKEN) === true;
      return isOther ? { ...page, me: { ...page.me, memberId: 'carla', name: 'Carla' } } : page;
    }
    if (url.pathname === '/v1/sync/push') return push(PushRequest.parse(JSON.parse(String(init.body))));
    if (url.pathname === '/v1/devices/rotate') {
      const token = `cmb_w1_next${seq}_${worker.requests.length}`;
      worker.tokens.push(token);
      return { token, rotateAt: now() };
    }
    if (url.pathname === '/v1/sync/ticket') return { ticket: 't', expiresAt: now() + 30_000 };
    return undefined;
  }

  return worker;
}

const FILTER_KEY = '00'.repeat(32);

export function addressHash(email: string): number {
  return hashOf(createHmac('sha256', FILTER_KEY).update(hashedText(email)).digest());
}

function textOf({ id, kind, body, at }: PushRequest['commands'][number]): string {
  return JSON.stringify({ id, kind, body, at });
}
