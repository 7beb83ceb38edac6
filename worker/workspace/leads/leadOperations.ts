/** What each route about leads and their people asks of the workspace; the rest is in `operations.ts`. */
import type { Route } from '../../access.ts';
import type { Outcome } from '../../outcome.ts';
import { addAbsence, endAbsence, listAbsences, readAbsence } from '../people/absences.ts';
import { readAccount } from './account.ts';
import { actOnMany } from '../handoff/acts.ts';
import { assign } from '../handoff/assignments.ts';
import { cancelRelease, readBacklog, releaseBacklog } from './backlog.ts';
import { readDay } from './day.ts';
import { listDuplicates } from './duplicates.ts';
import { listLeads } from './leadList.ts';
import { readFacts, readLead } from './leads.ts';
import { lookUp, readFilter } from '../sync/lookup.ts';
import { mergeLeads, unmergeLead } from './merge.ts';
import { nextFields } from './nextFields.ts';
import { obeyOnAttempt, obeyOnHandoff, obeyOnLead } from '../sync/obey.ts';
import { recordAttempts, recordDeals, recordReplies, recordSignals } from './observations.ts';
import {
  addProposal,
  listProposals,
  readProposal,
  voteOn,
  withdrawProposal,
} from '../agreement/proposals.ts';
import { redistribute } from '../handoff/redistribute.ts';
import {
  closeSession,
  decide,
  listSessions,
  makeAgenda,
  noteSession,
  openSession,
  readSession,
} from '../agreement/sessions.ts';
import { listTalks } from '../handoff/talks.ts';
import { upsertLeads } from './upsert.ts';
import type { Who, Work } from '../work.ts';

export const LEAD_OPERATIONS = {
  'GET /v1/me/day': readDay,
  'GET /v1/leads': listLeads,
  'POST /v1/leads': upsertLeads,
  'GET /v1/leads/:id': readLead,
  'GET /v1/leads/:id/facts': readFacts,
  'GET /v1/leads/:id/next-fields': nextFields,
  'GET /v1/leads/:id/account': readAccount,
  'GET /v1/leads/duplicates': listDuplicates,
  'POST /v1/leads/:id/merge': mergeLeads,
  'POST /v1/leads/:id/unmerge': unmergeLead,
  'POST /v1/leads/acts': actOnMany,
  'POST /v1/leads/:id/stage': obeyOnLead,
  'POST /v1/leads/:id/stage/release': obeyOnLead,
  'POST /v1/leads/:id/owner': obeyOnLead,
  'POST /v1/leads/:id/field': obeyOnLead,
  'POST /v1/leads/:id/snooze': obeyOnLead,
  'POST /v1/leads/:id/resume': obeyOnLead,
  'POST /v1/leads/:id/opt-out': obeyOnLead,
  'POST /v1/leads/:id/opt-in': obeyOnLead,
  'POST /v1/leads/:id/nurture': obeyOnLead,
  'POST /v1/leads/:id/material': obeyOnLead,
  'POST /v1/leads/:id/attempts': obeyOnLead,
  'POST /v1/leads/:id/replies': obeyOnLead,
  'POST /v1/handoffs/:id/answer': obeyOnHandoff,
  'POST /v1/handoffs/:id/correct': obeyOnHandoff,
  'POST /v1/handoffs/:id/contest': obeyOnHandoff,
  'POST /v1/handoffs/:id/decide': obeyOnHandoff,
  'POST /v1/handoffs/:id/comment': obeyOnHandoff,
  'GET /v1/handoffs': listTalks,
  'POST /v1/attempts/:id/refuse': obeyOnAttempt,
  'POST /v1/attempts/:id/withdraw': obeyOnAttempt,
  'POST /v1/assignments': assign,
  'GET /v1/absences': listAbsences,
  'POST /v1/absences': addAbsence,
  'GET /v1/absences/:id': readAbsence,
  'POST /v1/absences/:id/end': endAbsence,
  'POST /v1/absences/:id/redistribute': redistribute,
  'GET /v1/backlog': readBacklog,
  'POST /v1/backlog/release': releaseBacklog,
  'DELETE /v1/backlog/release': cancelRelease,
  'GET /v1/lookup/filter': readFilter,
  'POST /v1/lookup': lookUp,
  'GET /v1/proposals': listProposals,
  'POST /v1/proposals': addProposal,
  'GET /v1/proposals/:id': readProposal,
  'POST /v1/proposals/:id/vote': voteOn,
  'POST /v1/proposals/:id/withdraw': withdrawProposal,
  'GET /v1/sessions': listSessions,
  'POST /v1/sessions': openSession,
  'GET /v1/sessions/:id': readSession,
  'PATCH /v1/sessions/:id': noteSession,
  'POST /v1/sessions/:id/agenda': makeAgenda,
  'POST /v1/sessions/:id/decisions': decide,
  'POST /v1/sessions/:id/close': closeSession,
  'POST /v1/signals': recordSignals,
  'POST /v1/attempts': recordAttempts,
  'POST /v1/replies': recordReplies,
  'POST /v1/deals': recordDeals,
} as const satisfies Partial<Record<Route, (work: Work, who: Who, input: never) => Outcome<unknown>>>;
