/**
 * The whole published agreement (DEF): what a good lead is, who owes what by when.
 * A body is immutable once published; versions wrap it with author, signatures and dates.
 */
import * as z from 'zod';
import { LANGUAGES, SIDES } from '../lead/vocabulary.ts';
import { Predicate } from '../predicate/predicate.ts';
import { Calendar } from './calendar.ts';
import { Field } from './field.ts';
import { Handoff } from './handoff.ts';
import { Policy } from './policy.ts';
import { Scoring } from './scoring.ts';
import { SiteRule } from './site.ts';
import { Stage } from './stage.ts';

const Id = z.string().min(1).max(100);
const Label = z.string().min(1).max(200);
const Text = z.string().max(2_000);
const named = { id: Id, label: Label };

export const Persona = z.strictObject({
  ...named,
  when: Predicate,
  pains: z.array(Text).max(20).optional(),
  needs: z.array(Text).max(20).optional(),
  words: z.array(Text).max(20).optional(),
  materials: z
    .array(z.strictObject({ id: Id, title: Label, link: z.url().max(2_000), stage: Id.optional() }))
    .max(100)
    .optional(),
});
export type Persona = z.infer<typeof Persona>;

export const Definitions = z.strictObject({
  title: Label,
  language: z.enum(LANGUAGES),
  fields: z.array(Field).max(300),
  /** Named value lists: free-mail domains, target accounts, role addresses (`roleAddresses`). */
  lists: z.record(Id, z.strictObject({ label: Label, values: z.array(z.string().max(300)).max(20_000) })),
  signals: z.array(z.strictObject(named)).max(300),
  /** First whose criterion is met. */
  segments: z.array(z.strictObject({ ...named, when: Predicate })).max(50),
  personas: z.array(Persona).max(50),
  exclusions: z.array(z.strictObject({ ...named, when: Predicate })).max(50),
  scoring: Scoring,
  stages: z.array(Stage).min(2).max(20),
  handoff: Handoff,
  routes: z
    .array(
      z.strictObject({
        id: Id,
        order: z.int(),
        when: Predicate.optional(),
        /** Asked before the team: gets every one of them while here and below their capacity. */
        member: Id.optional(),
        team: Id,
      }),
    )
    .max(100),
  policies: z.array(Policy).max(200),
  calendars: z.record(Id, Calendar),
  /** Calendar of every rule without a policy (CAL3). */
  workspaceCalendar: Id,
  /** Who must sign, one entry per side (DEF4). */
  signers: z.array(z.strictObject({ side: z.enum(SIDES), member: Id })).max(20),
  sources: z
    .array(z.strictObject({ ...named, campaigns: z.array(Id).max(500).optional(), marketer: Id.optional() }))
    .max(500),
  currency: z.string().length(3),
  rates: z
    .array(z.strictObject({ currency: z.string().length(3), on: z.iso.date(), rate: z.number().gt(0) }))
    .max(5_000),
  quotas: z.array(z.strictObject({ segment: Id, perRepMonth: z.number().gt(0) })).max(100),
  goals: z
    .array(
      z.strictObject({
        id: Id,
        side: z.enum(SIDES),
        metric: Id,
        target: z.number(),
        period: z.enum(['week', 'month', 'quarter']),
        accountable: Id.optional(),
      }),
    )
    .max(100),
  meetEvery: z.enum(['week', 'month', 'quarter']),
  reviewEvery: z.enum(['month', 'quarter', 'year']),
  /** What the extension does otherwise on the sites people work on (OVR5); nothing here moves a lead. */
  sites: z.array(SiteRule).max(100).optional(),
});
export type Definitions = z.infer<typeof Definitions>;
