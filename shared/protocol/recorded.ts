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

/** The rest, told apart from them: a device of an earlier release knows only those above. */
export const RECORDED_TOO = [
  'leads',
  'comments',
  'sessions',
  'decisions',
  'agreement',
  'setups',
  'access',
] as const;
export type RecordedToo = (typeof RECORDED_TOO)[number];

export const RecordedQuery = z.strictObject({
  /** The workspace's own when left out. */
  lang: z.enum(LANGUAGES).optional(),
  /** With the records themselves, the newest ten thousand of each. */
  whole: z.enum(['true']).optional(),
});
export type RecordedQuery = z.infer<typeof RecordedQuery>;

const Told = z.object({
  title: z.string(),
  /** What it is, in a sentence. */
  what: z.string(),
  seenBy: z.string(),
  /** For how long, in words; `keptDays` as a number, null = until somebody removes it. */
  kept: z.string(),
  keptDays: z.int().nullable(),
  count: z.int(),
  /** How many of each kind, where there are several. */
  kinds: z.record(z.string(), z.int()),
});

export const RecordedResponse = z.object({
  memberId: z.string(),
  name: z.string(),
  language: z.enum(LANGUAGES),
  recorded: z.array(Told.extend({ id: z.enum(RECORDED) })),
  /** Of any name: later releases may tell more. */
  more: z.array(Told.extend({ id: z.string() })).optional(),
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
  /** By id of what is told, then by kind; instants are epoch ms. */
  records: z.record(z.string(), z.record(z.string(), z.array(z.record(z.string(), z.unknown())))).optional(),
});
export type RecordedResponse = z.infer<typeof RecordedResponse>;
