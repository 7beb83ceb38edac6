/** Everything one lead is folded from, as the extension has it on the device (FCT1). */
import type { History, Version } from '../../../shared/definitions/version.ts';
import { Version as VersionSchema } from '../../../shared/definitions/version.ts';
import type { Fact } from '../../../shared/lead/facts.ts';
import { Room } from '../../../shared/protocol/room.ts';
import type { Room as RoomType } from '../../../shared/lead/room.ts';
import * as z from 'zod';
import { FactsResponse } from '../../../shared/protocol/leadFacts.ts';
import { VersionsResponse } from '../../../shared/protocol/versions.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { Resource } from './cache.ts';
import type { Answer } from './failure.ts';
import { request } from './request.ts';

export interface Ground {
  /** Its survivor's, where it was merged into another (IDN3). */
  readonly leadId: string;
  readonly revision: number;
  readonly facts: readonly Fact[];
  readonly history: History;
  readonly room: RoomType;
}

const Head = z.object({ id: z.string(), revision: z.int() });

export function groundOf(leadId: string): Resource<Ground> {
  return {
    key: `ground/${leadId}`,
    async load(signal) {
      const [head, facts, versions, room] = await Promise.all([
        request(Head, `GET /v1/leads/${encodeURIComponent(leadId)}`, { signal }),
        allFacts(leadId, signal),
        request(VersionsResponse, 'GET /v1/definitions', { signal }),
        request(Room, 'GET /v1/room', { signal }),
      ]);
      if (!head.ok) return head;
      if (!facts.ok) return facts;
      if (!versions.ok) return versions;
      if (!room.ok) return room;
      const first = Math.min(...facts.value.map(({ at }) => at));
      const history = await historySince(first, versions.value, signal);
      if (!history.ok) return history;
      const { id, revision } = head.value;
      const ground = { leadId: id, revision, facts: facts.value, history: history.value, room: room.value };
      return { ok: true, value: ground, etag: null };
    },
  };
}

async function allFacts(leadId: string, signal: AbortSignal): Promise<Answer<readonly Fact[]>> {
  const facts: Fact[] = [];
  let cursor: string | null = null;
  do {
    const page: Answer<FactsResponse> = await request(
      FactsResponse,
      `GET /v1/leads/${encodeURIComponent(leadId)}/facts`,
      { query: { cursor }, signal },
    );
    if (!page.ok) return page;
    facts.push(...page.value.facts);
    cursor = page.value.cursor;
  } while (cursor !== null);
  return { ok: true, value: facts, etag: null };
}

/** Versions do not change; the periods compiled for them do, when a closure is declared (CAL7). */
const known = new Map<number, { readonly version: Version; readonly readAt: number }>();

/** The version in force when the lead began and all since, ascending by when they took effect. */
async function historySince(
  first: number,
  { versions }: VersionsResponse,
  signal: AbortSignal,
): Promise<Answer<History>> {
  const ascending = versions.toSorted((a, b) => a.effectiveAt - b.effectiveAt || a.version - b.version);
  const begun = ascending.findLastIndex(({ effectiveAt }) => effectiveAt <= first);
  const answers = await Promise.all(
    ascending.slice(Math.max(0, begun)).map(({ version }) => versionNumbered(version, signal)),
  );
  const failed = answers.find((answer) => !answer.ok);
  if (failed && !failed.ok) return failed;
  const history = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  return { ok: true, value: history, etag: null };
}

async function versionNumbered(version: number, signal: AbortSignal): Promise<Answer<Version>> {
  const held = known.get(version);
  if (held && Date.now() - held.readAt < MINUTE_MS) return { ok: true, value: held.version, etag: null };
  const answer = await request(VersionSchema, `GET /v1/definitions/${version}`, { signal });
  if (answer.ok) known.set(version, { version: answer.value, readAt: Date.now() });
  return answer;
}
