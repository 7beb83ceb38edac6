/** Leads and what happens to them. */
import * as z from 'zod';
import { LeadsResponse, SignalsResponse } from '../../shared/protocol/api.ts';
import { AssignmentsResponse, CommandDone } from '../../shared/protocol/leadCommands.ts';
import { AccountResponse, LeadsListResponse, NextFieldsResponse } from '../../shared/protocol/leads.ts';
import { DuplicatesResponse, MergeResponse } from '../../shared/protocol/merge.ts';
import { TalksResponse } from '../../shared/protocol/talks.ts';
import type { About } from './described.ts';

const State = z.looseObject({ leadId: z.string(), evaluatedAt: z.int(), validUntil: z.int().nullable() });
const Fact = z.looseObject({
  id: z.string(),
  leadId: z.string(),
  at: z.int(),
  recordedAt: z.int(),
  kind: z.string(),
});
const Lead = z.looseObject({ id: z.string(), revision: z.int(), state: State });
/** What every command answers: the fact it became, and the lead's revision since. */
const after = (summary: string) => ({ summary, answer: CommandDone });

export const ABOUT_LEADS = {
  'GET /v1/leads': { summary: 'Leads, by filters, in pages', answer: LeadsListResponse },
  'POST /v1/leads': {
    summary: 'Create leads, or complete those that share an identifier',
    answer: LeadsResponse,
  },
  'GET /v1/leads/:id': { summary: 'One lead as it is, or as it was with `at`', answer: Lead },
  'GET /v1/leads/:id/facts': {
    summary: 'Everything that happened to a lead',
    answer: z.looseObject({ facts: z.array(Fact), cursor: z.string().nullable() }),
  },
  'GET /v1/leads/:id/next-fields': {
    summary: 'What is still to be asked, for forms',
    answer: NextFieldsResponse,
  },
  'GET /v1/leads/:id/account': { summary: 'The other leads of the company', answer: AccountResponse },
  'GET /v1/leads/duplicates': { summary: 'Leads that may be the same person', answer: DuplicatesResponse },
  'POST /v1/leads/:id/merge': { summary: 'Merge another lead into this one', answer: MergeResponse },
  'POST /v1/leads/:id/unmerge': { summary: 'Undo a merge, within 30 days', answer: MergeResponse },
  'POST /v1/leads/:id/stage': after('Set the stage'),
  'POST /v1/leads/:id/stage/release': after('Let the stage follow the rules again'),
  'POST /v1/leads/:id/owner': after('Give the lead an owner, or none'),
  'POST /v1/leads/:id/field': after('Set a field'),
  'POST /v1/leads/:id/snooze': after('Let the lead rest until a date'),
  'POST /v1/leads/:id/resume': after('End the rest'),
  'POST /v1/leads/:id/opt-out': after('Stop a channel, or all'),
  'POST /v1/leads/:id/opt-in': after('Open a channel again, with its basis'),
  'POST /v1/leads/:id/nurture': after('Note that nurturing began'),
  'POST /v1/leads/:id/material': after('Note that a material was used'),
  'POST /v1/leads/:id/attempts': after('Log a try'),
  'POST /v1/leads/:id/replies': after('Log a reply'),
  'POST /v1/handoffs/:id/answer': after('Answer a hand-off'),
  'POST /v1/handoffs/:id/correct': after('Correct an answer'),
  'POST /v1/handoffs/:id/contest': after('Contest a return'),
  'POST /v1/handoffs/:id/decide': after('Decide a contest, as the referee'),
  'POST /v1/handoffs/:id/comment': after('Say something about a hand-off to the other side'),
  'GET /v1/handoffs': {
    summary: 'Hand-offs with what both sides said about them, the latest said first',
    answer: TalksResponse,
  },
  'POST /v1/attempts/:id/refuse': after('Refuse a try that was only stated'),
  'POST /v1/attempts/:id/withdraw': after('Withdraw a try'),
  'POST /v1/assignments': { summary: 'Give several leads to others at once', answer: AssignmentsResponse },
  'POST /v1/leads/acts': {
    summary: 'Accept, snooze or resume several leads at once',
    answer: AssignmentsResponse,
  },
  'POST /v1/signals': { summary: 'Record signals other systems saw', answer: SignalsResponse },
  'POST /v1/attempts': { summary: 'Record tries other systems made', answer: SignalsResponse },
  'POST /v1/replies': { summary: 'Record replies other systems saw', answer: SignalsResponse },
  'POST /v1/deals': { summary: 'Record deals', answer: SignalsResponse },
} as const satisfies About;
