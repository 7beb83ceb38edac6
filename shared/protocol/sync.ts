/**
 * What travels between a device and its workspace (SYN1, SYN4): commands up, rows down.
 * Loose about bodies here: a malformed command is rejected alone, it never blocks the others (SYN2).
 */
import * as z from 'zod';
import { Version } from '../definitions/version.ts';
import { Fact } from '../lead/facts.ts';
import { ROLES, SIDES } from '../lead/vocabulary.ts';
import { Notice } from './notices.ts';
import { Room } from './room.ts';

export const PUSH_LIMIT = 100;
export const PUSH_BYTES = 512 * 1024;
export const PULL_BYTES = 900 * 1024;

export const PushRequest = z.strictObject({
  epoch: z.string().max(100),
  clientId: z.uuid(),
  commands: z
    .array(
      z.strictObject({
        n: z.int().min(1),
        id: z.uuid(),
        kind: z.string().max(60),
        body: z.unknown(),
        at: z.int(),
        /** Revision of the lead's row the person saw; state changes must carry it (SYN1). */
        baseRevision: z.int().optional(),
        /** Server time this device had last been told when the person did it: `at` lies after it (ATT5). */
        knownAt: z.int().optional(),
        /** Epoch, before a restore, in which it was acknowledged: it is not turned down now (SYN6). */
        ackedIn: z.string().max(100).optional(),
      }),
    )
    .max(PUSH_LIMIT),
});
export type PushRequest = z.infer<typeof PushRequest>;

/** Closed list of reasons a command may be turned down for; each has a sentence in `shared/messages`. */
export const REJECTIONS = [
  'malformed',
  'unknown_kind',
  'not_found',
  'forbidden',
  'conflict',
  'opted_out',
  'too_early',
  'too_late',
  'not_yet',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

export const CommandResult = z.discriminatedUnion('result', [
  z.object({ n: z.int(), id: z.string(), result: z.literal('applied') }),
  z.object({ n: z.int(), id: z.string(), result: z.literal('duplicate') }),
  z.object({
    n: z.int(),
    id: z.string(),
    result: z.literal('rejected'),
    code: z.enum(REJECTIONS),
    /** JSON pointer into the command, when one field is to blame. */
    pointer: z.string().optional(),
    detail: z.string().optional(),
    /** Both values of a conflict (SYN1). */
    theirs: z.unknown().optional(),
  }),
]);
export type CommandResult = z.infer<typeof CommandResult>;

export const PushResponse = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('ok'),
    results: z.array(CommandResult),
    lastN: z.int(),
    serverTime: z.int(),
  }),
  /** `n` was not lastN + 1: nothing was applied; push again from `lastN + 1`. */
  z.object({ outcome: z.literal('gap'), lastN: z.int(), serverTime: z.int() }),
  /** A known `n` or id came with another body: take a new clientId, keep the ids. */
  z.object({ outcome: z.literal('forked'), lastN: z.int(), serverTime: z.int() }),
  /** The workspace was restored: pull from the start, push 30 days again (SYN6). */
  z.object({ outcome: z.literal('epoch'), epoch: z.string(), serverTime: z.int() }),
]);
export type PushResponse = z.infer<typeof PushResponse>;

/** `GET /v1/sync/pull?cursor=…&clientId=…`; no cursor = from the start, no client = `lastN` 0. */
export const PullQuery = z.strictObject({
  cursor: z.string().max(1_000).optional(),
  clientId: z.uuid().optional(),
});
export type PullQuery = z.infer<typeof PullQuery>;

/** A lead in the member's scope: its facts since the cursor, all of them when new to the view. */
export const LeadRow = z.object({
  id: z.string(),
  revision: z.int(),
  /** True when `facts` is the whole list and replaces what the device holds. */
  whole: z.boolean(),
  facts: z.array(Fact),
  /**
   * Its facts of kinds that devices of before do not know (`LATER_KINDS`). Apart from the others so that
   * those pass over them; each is read alone, so that one of a later release is passed over, too.
   */
  later: z.array(z.unknown()).optional(),
  /** Leads of one company share it (IDN4); null: it belongs to none. Left out by workers of before. */
  account: z.string().nullable().optional(),
});
/** They tell of a lead and change nothing of its state: whoever misses them folds the same. */
export const LATER_KINDS: readonly Fact['kind'][] = ['handoff.commented'];
export type LeadRow = z.infer<typeof LeadRow>;

/** A lead of the same company outside the member's view: what may be told of it, and no name (ACC3). */
export const AccountOther = z.object({
  id: z.string(),
  stage: z.string(),
  owner: z.string().nullable(),
  persona: z.string().nullable(),
  /** The newest try of anyone. */
  touched: z.object({ at: z.int(), by: z.string() }).nullable(),
});
export type AccountOther = z.infer<typeof AccountOther>;

export const Me = z.object({
  memberId: z.string(),
  name: z.string(),
  side: z.enum(SIDES),
  role: z.enum(ROLES),
  workspaceId: z.string(),
  workspaceName: z.string(),
});
export type Me = z.infer<typeof Me>;

export const PullResponse = z.object({
  epoch: z.string(),
  /** Opaque; hand it back in the next pull. */
  cursor: z.string(),
  serverTime: z.int(),
  /** Last command of this client the workspace has. */
  lastN: z.int(),
  more: z.boolean(),
  leads: z.array(LeadRow),
  /** Ids that left the member's view: forget them. */
  removed: z.array(z.string()),
  /** Those of them that are gone for good: forget what was done about them, too (PRI4). */
  erased: z.array(z.string()).optional(),
  /** Accounts of leads in the view with all of their leads outside it, some dozens at most (IDN4). */
  accounts: z.array(z.object({ id: z.string(), others: z.array(AccountOther) })).optional(),
  /** Versions the leads need and the cursor did not cover yet. */
  versions: z.array(Version),
  /**
   * What those versions say of sites (OVR5). Apart from their bodies, because devices of before know no
   * such part there; each rule is read alone, so that one of a later release is passed over.
   */
  sites: z.array(z.object({ version: z.int(), rules: z.array(z.unknown()) })).optional(),
  /** Present when it changed since the cursor. */
  room: Room.optional(),
  me: Me,
  /** Told and not read yet, the newest few; left out when there are none (CLK7). */
  notices: z.array(Notice).optional(),
});
export type PullResponse = z.infer<typeof PullResponse>;

export { Poke } from './poke.ts';
