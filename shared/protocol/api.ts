/** Bodies of the plain JSON API under `/v1`, used by integrations, the console and the sample (not by sync). */
import * as z from 'zod';
import { BUSINESSES } from '../definitions/business.ts';
import { PublishChoices } from '../definitions/version.ts';
import { ExternalId, Scalar } from '../lead/facts.ts';
import { CHANNELS, LANGUAGES, OUTCOMES, ROLES, SIDES } from '../lead/vocabulary.ts';
import { Calendar } from '../definitions/calendar.ts';

/** An agreement, judged by `validate`, which names every fault; its schema is `/v1/definitions/schema.json`. */
const Agreement = z.unknown();
const Id = z.string().min(1).max(200);
const Name = z.string().trim().min(1).max(200);
const Email = z.string().max(320);

/** `POST /v1/setup`, bearer = the setup token printed at first start (ACC4). */
export const SetupRequest = z.strictObject({
  workspace: Name,
  language: z.enum(LANGUAGES),
  admin: z.strictObject({ name: Name }),
  /** Which starter agreement to begin with (DEF6); software for companies when left out. */
  business: z.enum(BUSINESSES).optional(),
  /** Left out: the starter of that business and language (TRI1: published unsigned). */
  definitions: Agreement.optional(),
});
export type SetupRequest = z.infer<typeof SetupRequest>;
/** `token` authorises the admin's programs, `link` signs their browser in, once, until `expiresAt`; both are shown once. */
export const SetupResponse = z.object({
  workspaceId: Id,
  memberId: Id,
  token: z.string(),
  link: z.string(),
  expiresAt: z.int(),
  version: z.int(),
});
export type SetupResponse = z.infer<typeof SetupResponse>;

/** `POST /v1/recover`, bearer = the deployment's recovery token: an invite link for an admin who is locked out. */
export const RecoverRequest = z.strictObject({
  /** May be left out where there is but one. */
  workspace: Id.optional(),
  /** Which admin; the first when left out. */
  member: Id.optional(),
});
export const RecoverResponse = z.object({
  workspaceId: Id,
  memberId: Id,
  name: z.string(),
  link: z.string(),
  expiresAt: z.int(),
});
export type RecoverResponse = z.infer<typeof RecoverResponse>;

/** `POST /v1/members` (admin). */
export const MemberRequest = z.strictObject({
  name: Name,
  side: z.enum(SIDES),
  role: z.enum(ROLES),
  team: Id.optional(),
  hours: Calendar.optional(),
  perDay: z.int().min(1).optional(),
  /** By which the company's own sign-in knows them (OIDC); kept as a hash. */
  email: Email.optional(),
});
export type MemberRequest = z.infer<typeof MemberRequest>;

/** `PATCH /v1/members/:id` (admin): what is left out stays; each change holds from now on. */
export const MemberChange = z.strictObject({
  name: Name.optional(),
  side: z.enum(SIDES).optional(),
  role: z.enum(ROLES).optional(),
  team: Id.nullable().optional(),
  /** Null: the team's, else the policy's own. */
  hours: Calendar.nullable().optional(),
  perDay: z.int().min(1).nullable().optional(),
  /** False: they left, and every device of theirs is signed out; true: they are back. */
  active: z.boolean().optional(),
  /** By which the company's own sign-in knows them (OIDC); kept as a hash. */
  email: Email.nullable().optional(),
});
export type MemberChange = z.infer<typeof MemberChange>;

/** `POST /v1/teams` (admin, manager). */
export const TeamRequest = z.strictObject({
  id: Id,
  label: Name,
  side: z.enum(SIDES),
  manager: Id.optional(),
  /** Of everybody in it without hours of their own (CAL8), from now on; null: none any more. */
  hours: Calendar.nullable().optional(),
  /** Of its side and in no team yet: they are in this one from now on; others stay where they are. */
  members: z.array(Id).max(200).optional(),
});
export type TeamRequest = z.infer<typeof TeamRequest>;

/** `POST /v1/invites` (admin): a single-use link for one member, 72 h. */
export const InviteRequest = z.strictObject({ memberId: Id });
export const InviteResponse = z.object({ link: z.string(), expiresAt: z.int() });

/** `POST /v1/invites/accept`: the invite token in the body, never in a URL the server sees (ACC1). */
export const InviteAcceptRequest = z.strictObject({ token: z.string().max(300) });

/** `POST /v1/token`: PKCE code for a device token (ACC4). */
export const TokenRequest = z.strictObject({
  grant_type: z.literal('authorization_code'),
  code: z.string().max(300),
  code_verifier: z.string().min(43).max(128),
  redirect_uri: z.string().max(500),
  device: z.string().max(200).optional(),
});
export const TokenResponse = z.object({ token: z.string(), workspaceId: Id, memberId: Id });
export type TokenResponse = z.infer<typeof TokenResponse>;

/** `PUT /v1/definitions/draft`; with `If-Match: <etag>` a stale save is refused (DEF1). */
export const DraftRequest = z.strictObject({ definitions: Agreement });
export type DraftRequest = z.infer<typeof DraftRequest>;
/** `POST /v1/definitions/draft/sign`: the hash of the body the signer read (DEF4). */
export const SignRequest = z.strictObject({ hash: z.string().max(100) });
export type SignRequest = z.infer<typeof SignRequest>;
/** `POST /v1/definitions/draft/publish` (admin). */
export const PublishDraftRequest = z.strictObject({
  note: z.string().max(2_000),
  effectiveAt: z.int().optional(),
  choices: PublishChoices.optional(),
});
export type PublishDraftRequest = z.infer<typeof PublishDraftRequest>;

/** `POST /v1/definitions` (admin): publish a body as the next version. */
export const PublishRequest = z.strictObject({
  definitions: Agreement,
  note: z.string().max(2_000),
  effectiveAt: z.int().optional(),
  choices: PublishChoices.optional(),
});
export type PublishRequest = z.infer<typeof PublishRequest>;

/** `POST /v1/leads`: upsert by any shared identifier, at most 500 at once. */
export const LeadUpsert = z.strictObject({
  emails: z.array(Email).max(50).optional(),
  phones: z.array(z.string().max(40)).max(50).optional(),
  externalIds: z.array(ExternalId).max(50).optional(),
  fields: z.record(Id, Scalar).optional(),
  source: Id.optional(),
  campaign: Id.optional(),
  /** When it was captured, epoch ms; now when left out, never later than now. */
  at: z.int().optional(),
  owner: Id.optional(),
  /** Enters stages but opens no hand-off and no clock (TRI2). */
  backlog: z.boolean().optional(),
});
export type LeadUpsert = z.infer<typeof LeadUpsert>;
export const LeadsRequest = z.strictObject({ leads: z.array(LeadUpsert).min(1).max(500) });
export const LeadsResponse = z.object({
  results: z.array(
    z.union([
      z.object({ id: Id, created: z.boolean() }),
      z.object({ error: z.string(), pointer: z.string() }),
    ]),
  ),
});

/** `POST /v1/signals`, at most 1,000 at once; `id` makes a repeat harmless. */
export const SignalInput = z.strictObject({
  id: z.uuid().optional(),
  leadId: Id.optional(),
  email: Email.optional(),
  externalId: ExternalId.optional(),
  signal: Id,
  at: z.int().optional(),
  properties: z.record(Id, Scalar).optional(),
  source: Id.optional(),
  campaign: Id.optional(),
});
export type SignalInput = z.infer<typeof SignalInput>;
export const SignalsRequest = z.strictObject({ signals: z.array(SignalInput).min(1).max(1_000) });

/** In the order of the request. An address nobody holds is reported, not kept. */
export const SignalsResponse = z.object({
  results: z.array(
    z.union([
      z.object({ id: Id, leadId: Id, duplicate: z.boolean() }),
      z.object({ error: z.string(), pointer: z.string() }),
    ]),
  ),
});

/** `POST /v1/attempts`: tries recorded by one's own systems (evidence `integration`), at most 500 at once. */
export const AttemptInput = z.strictObject({
  id: z.uuid().optional(),
  leadId: Id.optional(),
  email: Email.optional(),
  externalId: ExternalId.optional(),
  channel: z.enum(CHANNELS),
  outcome: z.enum(OUTCOMES),
  at: z.int().optional(),
  /** Member who made it; the caller when left out. */
  by: Id.optional(),
  /** Sent by a sequence or autoresponder (ATT4). */
  automatic: z.boolean().optional(),
  messageHash: Id.optional(),
  note: z.string().max(2_000).optional(),
});
export type AttemptInput = z.infer<typeof AttemptInput>;
export const AttemptsRequest = z.strictObject({ attempts: z.array(AttemptInput).min(1).max(500) });
export const AttemptsResponse = SignalsResponse;
