/** Who somebody is, who else there is and what acts for them: `/v1/me`, `/v1/members`, `/v1/teams`, `/v1/devices`. */
import * as z from 'zod';
import { Calendar } from '../definitions/calendar.ts';
import { LANGUAGES, ROLES, SIDES } from '../lead/vocabulary.ts';

const Id = z.string().min(1).max(200);

export const MeResponse = z.object({
  memberId: Id,
  name: z.string(),
  role: z.enum(ROLES),
  side: z.enum(SIDES),
  workspaceName: z.string(),
  /** Of the workspace. */
  language: z.enum(LANGUAGES),
});
export type MeResponse = z.infer<typeof MeResponse>;

export const MemberView = z.object({
  id: Id,
  name: z.string(),
  /** Null: they left. */
  role: z.enum(ROLES).nullable(),
  side: z.enum(SIDES),
  team: Id.nullable(),
  active: z.boolean(),
  /** End of the absence that holds, epoch ms; null while present. */
  awayUntil: z.int().nullable(),
  /** New hand-offs per open day; null = no limit. */
  perDay: z.int().nullable(),
  /** Their own, as stated; null = the team's, else the policy's. */
  hours: Calendar.nullable(),
});
export type MemberView = z.infer<typeof MemberView>;
export const MembersResponse = z.object({ members: z.array(MemberView) });
export type MembersResponse = z.infer<typeof MembersResponse>;

export const TeamView = z.object({
  id: Id,
  label: z.string(),
  side: z.enum(SIDES),
  manager: Id.nullable(),
});
export type TeamView = z.infer<typeof TeamView>;
export const TeamsResponse = z.object({ teams: z.array(TeamView) });
export type TeamsResponse = z.infer<typeof TeamsResponse>;

/** What acts for a member: a browser with the extension (`token`), or this console (`session`). */
export const DeviceView = z.object({
  id: Id,
  memberId: Id,
  kind: z.enum(['token', 'session']),
  label: z.string(),
  createdAt: z.int(),
  /** Last heard of, to the hour. */
  seenAt: z.int(),
  expiresAt: z.int().nullable(),
  /** The one that asks. */
  current: z.boolean(),
});
export type DeviceView = z.infer<typeof DeviceView>;
export const DevicesResponse = z.object({ devices: z.array(DeviceView) });
export type DevicesResponse = z.infer<typeof DevicesResponse>;
