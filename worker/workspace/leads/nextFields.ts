/** What is not known of a lead yet and would bring it on, as questions a form can ask (PRD5). */
import { RESERVED_FIELDS } from '../../../shared/lead/vocabulary.ts';
import { hasValue } from '../../../shared/predicate/valueTest.ts';
import { missing } from '../../../shared/predicate/missing.ts';
import type { NextFieldsResponse } from '../../../shared/protocol/leads.ts';
import { done, type Outcome } from '../../outcome.ts';
import { nextStageOf } from './explanation.ts';
import { leadAt, rowInScope, UNKNOWN_LEAD } from './leads.ts';
import type { Who, Work } from '../work.ts';

type NextField = NextFieldsResponse['fields'][number];

/** Those that need the fewest others first; then what the brief still lacks. */
export function nextFields(work: Work, who: Who, { id }: { id: string }): Outcome<NextFieldsResponse> {
  const row = rowInScope(work, who, id);
  if (!row) return UNKNOWN_LEAD;
  const lead = leadAt(work, row.id, work.now);
  const { definitions } = lead.version;
  const stage = nextStageOf(lead);
  const isKnown = (field: string) => hasValue(lead.context.fields[field]);
  const fields = new Map<string, NextField>();
  const ask = (field: string, why: Pick<NextField, 'for' | 'beside'>) => {
    if (fields.has(field) || isKnown(field)) return;
    const named = definitions.fields.find((one) => one.id === field);
    if (!named && !RESERVED_FIELDS.some((name) => name === field)) return;
    const { label = field, type = 'text', question = null, choices = [] } = named ?? {};
    fields.set(field, { id: field, label, type, question, choices, ...why });
  };
  const sets = stage?.criteria === undefined ? [] : missing(stage.criteria, lead.context);
  for (const set of sets.toSorted((a, b) => a.length - b.length)) {
    for (const { field, to } of set) {
      if (field !== null && to === 'met') ask(field, { for: 'stage', beside: set.length - 1 });
    }
  }
  for (const field of definitions.handoff.brief.required) ask(field, { for: 'brief', beside: 0 });
  return done({ stage: stage?.id ?? null, fields: [...fields.values()] });
}
