import * as z from 'zod';
import { CompiledCalendarSchema } from '../definitions/version.ts';
import type { Room as RoomType } from '../lead/room.ts';
import { ROLES, SIDES } from '../lead/vocabulary.ts';

const at = { at: z.int() };

const MemberEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('joined'), ...at }),
  z.object({ kind: z.literal('left'), ...at }),
  z.object({ kind: z.literal('role'), ...at, role: z.enum(ROLES) }),
  z.object({ kind: z.literal('side'), ...at, side: z.enum(SIDES) }),
  z.object({ kind: z.literal('team'), ...at, team: z.string().nullable() }),
  z.object({ kind: z.literal('hours'), ...at, calendar: z.string().nullable() }),
  z.object({ kind: z.literal('away'), ...at, until: z.int(), reason: z.string().optional() }),
  z.object({ kind: z.literal('capacity'), ...at, perDay: z.int().nullable() }),
]);

/** The member log as it travels. */
export const Room: z.ZodType<RoomType> = z.object({
  members: z.array(z.object({ id: z.string(), name: z.string(), log: z.array(MemberEntry) })),
  teams: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      side: z.enum(SIDES),
      manager: z.string().nullable(),
      calendar: z.string().nullable(),
    }),
  ),
  calendars: z.record(z.string(), CompiledCalendarSchema),
});
