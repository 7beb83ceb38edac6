/** `GET /v1/me/recorded`: what the workspace holds about the member who asks (PRI5). */
import * as z from 'zod';
import { LANGUAGES } from '../lead/vocabulary.ts';

/** What is recorded of a member, apart from each other because others see it or it is kept longer. */
export const RECORDED = [
  'profile',
  'work',
  'absences',
  'commands',
  'devices',
  'acts',
  'notices',
  'proposals',
  'address',
] as const;
export type RecordedKind = (typeof RECORDED)[number];

export const RecordedQuery = z.strictObject({
  /** The workspace's own when left out. */
  lang: z.enum(LANGUAGES).optional(),
});
export type RecordedQuery = z.infer<typeof RecordedQuery>;

export const RecordedResponse = z.object({
  memberId: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  recorded: z.array(
    z.object({
      id: z.enum(RECORDED),
      title: z.string(),
      /** What it is, in a sentence. */
      what: z.string(),
      seenBy: z.string(),
      /** For how long, in words; `keptDays` as a number, null = until somebody removes it. */
      kept: z.string(),
      keptDays: z.int().nullable(),
      count: z.int(),
      /** Of `work` and `acts`: how many of each kind. */
      kinds: z.record(z.string(), z.int()),
    }),
  ),
  devices: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      kind: z.enum(['token', 'session']),
      createdAt: z.int(),
      seenAt: z.int(),
    }),
  ),
  /** What is never recorded, a sentence each. */
  never: z.array(z.string()),
});
export type RecordedResponse = z.infer<typeof RecordedResponse>;
