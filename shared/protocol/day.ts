/** `GET /v1/me/day`: what the lists do not say of a member's day: whom to call where, and what is done. */
import * as z from 'zod';
import { ANSWERS, CHANNELS, OUTCOMES } from '../lead/vocabulary.ts';

const Id = z.string();

export const DayResponse = z.object({
  /** Of the member's own leads that owe something: numbers that may be called, E.164. */
  phones: z.record(Id, z.array(z.string())),
  /** Leads they did something about since midnight by the workspace's calendar, the newest first. */
  done: z.array(
    z.object({
      leadId: Id,
      name: z.string().nullable(),
      company: z.string().nullable(),
      /** Their newest deed about it that stands, epoch ms. */
      at: z.int(),
      deed: z.union([
        z.object({ channel: z.enum(CHANNELS), outcome: z.enum(OUTCOMES) }),
        z.object({ answer: z.enum(ANSWERS) }),
      ]),
    }),
  ),
});
export type DayResponse = z.infer<typeof DayResponse>;
