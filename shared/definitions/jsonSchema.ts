/**
 * The JSON Schema of an agreement, generated from the schema that judges it, for editors that complete
 * and explain while one writes. It says what fits a place; `validate` also says what fits together.
 */
import * as z from 'zod';
import { Leaf, Predicate } from '../predicate/predicate.ts';
import { Calendar } from './calendar.ts';
import { Definitions, Persona } from './definitions.ts';
import { Field } from './field.ts';
import { Handoff } from './handoff.ts';
import { Policy, Target } from './policy.ts';
import { EngagementRule, FitRule, Scoring } from './scoring.ts';
import { SiteRule } from './site.ts';
import { Stage } from './stage.ts';

export const SCHEMA_ID = 'urn:combinado:definitions:1';

interface Note {
  /** Named once under `$defs` and referred to. */
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
}

const NOTES: readonly (readonly [z.core.$ZodType, Note])[] = [
  [Leaf, { id: 'Statement', title: 'Statement', description: 'One thing a criterion asks for.' }],
  [
    Predicate,
    {
      id: 'Criterion',
      title: 'Criterion',
      description:
        'A statement, or several under all, any or not: at most 8 levels deep, 500 parts. What is not known is neither met nor unmet.',
    },
  ],
  [Field, { id: 'Field', title: 'Field', description: 'Something known about a lead.' }],
  [Field.shape.question, { description: 'What the card asks while the value is missing.' }],
  [Field.shape.askedBySales, { description: 'Sales may fill it in.' }],
  [Persona, { id: 'Persona', title: 'Persona', description: 'Whom one talks to, and how.' }],
  [Stage, { id: 'Stage', title: 'Stage', description: 'One step of the funnel, in its order.' }],
  [Stage.shape.short, { description: 'A few letters for the chip, such as MQL.' }],
  [Stage.shape.enter, { description: 'Who lets a lead in: its criteria, a person, or another system.' }],
  [Stage.shape.fastTrack, { description: 'Signals that enter this stage at once, whatever the score.' }],
  [Scoring, { id: 'Scoring', title: 'Score', description: 'Groups are limited first, then the total.' }],
  [Scoring.shape.bands, { description: 'From the best down: the first one reached is shown.' }],
  [FitRule, { id: 'FitRule', title: 'Fit rule', description: 'Who they are: counts once.' }],
  [
    EngagementRule,
    {
      id: 'EngagementRule',
      title: 'Engagement rule',
      description: 'What they do: counts per signal, and fades.',
    },
  ],
  [Handoff, { id: 'Handoff', title: 'Hand-off', description: 'How a lead is passed to sales, and back.' }],
  [
    Handoff.shape.unreachable,
    { description: 'What must have been tried before a lead may be called unreachable.' },
  ],
  [Handoff.shape.contestWithinDays, { description: 'Open days marketing has to contest a return.' }],
  [
    Handoff.shape.workWithinDays,
    { description: 'Open days after which a hand-off without cadence has run out.' },
  ],
  [
    Policy,
    { id: 'Promise', title: 'Promise', description: 'What one side owes, by when, on whose calendar.' },
  ],
  [Policy.shape.level, { description: 'Account goes before segment, segment before default.' }],
  [Policy.shape.repeat, { description: 'Cadence: how many attempts, one per local date.' }],
  [Policy.shape.pauses, { description: 'What stops the clock; nothing else does.' }],
  [
    Target,
    {
      id: 'Target',
      title: 'Time',
      description: 'Wall time, open time or business days: one unit, never mixed.',
    },
  ],
  [
    SiteRule,
    {
      id: 'SiteRule',
      title: 'Site',
      description: 'Switches a site off, names one the company wants, or says where people stand on it.',
    },
  ],
  [SiteRule.shape.hosts, { description: 'Such as crm.example.com or *.example.com.' }],
  [
    Calendar,
    {
      id: 'Calendar',
      title: 'Calendar',
      description: 'Business hours in a time zone; a close not after its opening runs past midnight.',
    },
  ],
  [
    Definitions.shape.lists,
    {
      description:
        'Values criteria refer to by the list’s name: free-mail domains, competitors, role addresses.',
    },
  ],
  [Definitions.shape.segments, { description: 'The first whose criterion is met is the lead’s.' }],
  [
    Definitions.shape.exclusions,
    { description: 'The score stays visible with the reason; nothing automatic happens.' },
  ],
  [
    Definitions.shape.routes,
    {
      description:
        'By order, the first whose criterion is met gives the lead to the person it names, else to its team.',
    },
  ],
  [Definitions.shape.workspaceCalendar, { description: 'The calendar of every rule that names none.' }],
  [Definitions.shape.signers, { description: 'Both sides sign, or none has to.' }],
  [
    Definitions.shape.quotas,
    { description: 'What a salesperson must sell a month, from which the leads owed are computed.' },
  ],
];

/** JSON Schema, draft 2020-12. Built anew at each call: the caller may add to it. */
export function definitionsJsonSchema(): z.core.JSONSchema.BaseSchema {
  const metadata = z.registry<Note>();
  for (const [schema, note] of NOTES) metadata.add(schema, note);
  const schema = z.toJSONSchema(Definitions, { io: 'input', unrepresentable: 'any', metadata });
  return {
    ...schema,
    $id: SCHEMA_ID,
    title: 'Agreement between marketing and sales',
    description: 'What a good lead is, and who owes what by when.',
  };
}
