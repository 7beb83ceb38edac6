import * as z from 'zod';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local wall time `HH:MM`; `24:00` may end a period. */
const LocalTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** `[opens, closes)`; a close not after its opening runs past midnight (night shift). */
const LocalPeriod = z.tuple([LocalTime, LocalTime]);
const Hours = z.array(LocalPeriod).max(8);

/** Business hours as people state them (CAL1); `shared/calendar` compiles it (CAL3). */
export const Calendar = z.strictObject({
  label: z.string().max(200),
  zone: z.string().max(100),
  week: z.partialRecord(z.enum(WEEKDAYS), Hours),
  holidays: z
    .array(z.strictObject({ on: z.iso.date(), label: z.string().max(200), hours: Hours.optional() }))
    .max(2_000),
});
export type Calendar = z.infer<typeof Calendar>;
