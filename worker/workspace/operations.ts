/** What each route asks of the workspace. A route that is not here, or not in the access table, does nothing. */
import type { Route } from '../access.ts';
import type { Outcome } from '../outcome.ts';
import { listAudit } from './audit.ts';
import { makeFeed, readFeed, removeFeed } from './calendarFeed.ts';
import { declareClosure, listClosures, withdrawClosure } from './closures.ts';
import { compareVersions, languageOf } from './compareVersions.ts';
import { currentVersion, listVersions, publish, versionByNumber } from './definitions.ts';
import type { Publication } from './definitions.ts';
import { listDevices, revokeDevice, revokeDevices, signOut } from './devices.ts';
import { cancelImport } from './cancelImport.ts';
import { eraseLead, erasePerson } from './erase.ts';
import { draftFromVersion, readDraft, saveDraft, signDraft } from './draft.ts';
import { addHook, listHookDeliveries, listHooks, readHook, revokeHook, tryHook } from './hooks.ts';
import { receive } from './inbox.ts';
import { listJobs, readJob } from './jobs.ts';
import { addAbsence, endAbsence, listAbsences, readAbsence } from './absences.ts';
import { readAccount } from './account.ts';
import { assign } from './assignments.ts';
import { cancelRelease, readBacklog, releaseBacklog } from './backlog.ts';
import { lookUp, readFilter } from './lookup.ts';
import { addProposal, listProposals, readProposal, voteOn, withdrawProposal } from './proposals.ts';
import { redistribute } from './redistribute.ts';
import { closeSession, decide, listSessions, openSession, readSession } from './sessions.ts';
import { listDuplicates } from './duplicates.ts';
import { listLeads } from './leadList.ts';
import { readFacts, readLead } from './leads.ts';
import { nextFields } from './nextFields.ts';
import { addMember, listMembers, listTeams, putTeam } from './members.ts';
import { mergeLeads, unmergeLead } from './merge.ts';
import { obeyOnAttempt, obeyOnHandoff, obeyOnLead } from './obey.ts';
import { listNotices, readNotices } from './notices.ts';
import { recordAttempts, recordDeals, recordReplies, recordSignals } from './observations.ts';
import { countMaterials } from './materials.ts';
import { publishDraft } from './publishDraft.ts';
import { readHealth } from './health.ts';
import { readRetention, saveRetention } from './retention.ts';
import { exportPage } from './export.ts';
import { receiveRestore } from './restore.ts';
import { importErrors, importGround, listImports, readImport, receiveImport } from './imports.ts';
import { exportLead, exportPerson } from './personExport.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { refoldCheck } from './refold.ts';
import { changeMember } from './changeMember.ts';
import { rotate } from './rotation.ts';
import { cancelJob } from './runJobs.ts';
import { leadsBehindCell } from './reportDrill.ts';
import { readReport } from './reports.ts';
import { readReview } from './review.ts';
import { recordedAbout } from './recorded.ts';
import { recover } from './recover.ts';
import { setUp } from './setup.ts';
import { startPreview } from './startPreview.ts';
import {
  acceptInvite,
  authorize,
  invite,
  newPairing,
  redeemCode,
  redeemPairing,
  signInByEmail,
  whoAmI,
} from './signIn.ts';
import {
  addSubscription,
  changeSubscription,
  listDeliveries,
  listSubscriptions,
  readSubscription,
  removeSubscription,
  rotateSubscription,
  testSubscription,
} from './subscriptions.ts';
import { listOutbox, retryOutbox } from './outboxList.ts';
import { newTicket, useTicket } from './sockets.ts';
import { upsertLeads } from './upsert.ts';
import { done } from '../outcome.ts';
import type { Who, Work } from './work.ts';

/** For those who come with a credential of the body's own, or none. */
export const OPEN = {
  'POST /v1/setup': setUp,
  'POST /v1/recover': recover,
  'GET /v1/oidc/callback': signInByEmail,
  'POST /v1/token': redeemCode,
  'POST /v1/pair': redeemPairing,
  'POST /v1/invites/accept': acceptInvite,
  'GET /v1/sync/socket': useTicket,
  'POST /hooks/:workspace/:hook': receive,
  'GET /v1/calendar/:feed': readFeed,
} as const satisfies Partial<Record<Route, (work: Work, input: never) => Outcome<unknown>>>;

/** For members; the access table has been asked already. */
export const FOR_MEMBERS = {
  'GET /v1/authorize': whoAmI,
  'POST /v1/authorize': authorize,
  'GET /v1/pair/new': whoAmI,
  'POST /v1/pair/new': newPairing,
  'DELETE /v1/session': signOut,
  'GET /v1/me': whoAmI,
  'GET /v1/me/recorded': recordedAbout,
  'GET /v1/members': listMembers,
  'POST /v1/members': addMember,
  'PATCH /v1/members/:id': changeMember,
  'GET /v1/teams': listTeams,
  'POST /v1/teams': putTeam,
  'POST /v1/invites': invite,
  'GET /v1/devices': listDevices,
  'DELETE /v1/devices': revokeDevices,
  'POST /v1/devices/rotate': rotate,
  'DELETE /v1/devices/:id': revokeDevice,
  'GET /v1/definitions': listVersions,
  'POST /v1/definitions': (work: Work, who: Who, wanted: Publication) => publish(work, who, wanted),
  'GET /v1/definitions/current': currentVersion,
  'GET /v1/definitions/draft': readDraft,
  'PUT /v1/definitions/draft': saveDraft,
  'POST /v1/definitions/draft': draftFromVersion,
  /** The agreement itself is judged at the route: it may be large, and says nothing of the workspace. */
  'POST /v1/definitions/draft/validate': (work: Work) => done({ language: languageOf(work) }),
  'POST /v1/definitions/draft/preview': startPreview,
  'GET /v1/definitions/diff': compareVersions,
  'GET /v1/definitions/materials': countMaterials,
  'POST /v1/definitions/draft/sign': signDraft,
  'POST /v1/definitions/draft/publish': publishDraft,
  'GET /v1/definitions/:version': versionByNumber,
  'GET /v1/leads': listLeads,
  'POST /v1/leads': upsertLeads,
  'GET /v1/leads/:id': readLead,
  'GET /v1/leads/:id/facts': readFacts,
  'GET /v1/leads/:id/next-fields': nextFields,
  'GET /v1/leads/:id/account': readAccount,
  'GET /v1/leads/duplicates': listDuplicates,
  'POST /v1/leads/:id/merge': mergeLeads,
  'POST /v1/leads/:id/unmerge': unmergeLead,
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
  'POST /v1/sessions/:id/decisions': decide,
  'POST /v1/sessions/:id/close': closeSession,
  'POST /v1/signals': recordSignals,
  'POST /v1/attempts': recordAttempts,
  'POST /v1/replies': recordReplies,
  'POST /v1/deals': recordDeals,
  'POST /v1/sync/push': push,
  'GET /v1/sync/pull': pull,
  'POST /v1/sync/ticket': newTicket,
  'GET /v1/audit': listAudit,
  'GET /v1/closures': listClosures,
  'POST /v1/closures': declareClosure,
  'DELETE /v1/closures/:id': withdrawClosure,
  'GET /v1/jobs': listJobs,
  'GET /v1/jobs/:id': readJob,
  'POST /v1/jobs/:id/cancel': cancelJob,
  'DELETE /v1/leads/:id': eraseLead,
  'GET /v1/leads/:id/export': exportLead,
  'POST /v1/persons/export': exportPerson,
  'POST /v1/persons/erase': erasePerson,
  'GET /v1/notices': listNotices,
  'POST /v1/notices/read': readNotices,
  'GET /v1/admin/outbox': listOutbox,
  'POST /v1/admin/outbox/:id/retry': retryOutbox,
  'GET /v1/subscriptions': listSubscriptions,
  'POST /v1/subscriptions': addSubscription,
  'GET /v1/subscriptions/:id': readSubscription,
  'PATCH /v1/subscriptions/:id': changeSubscription,
  'DELETE /v1/subscriptions/:id': removeSubscription,
  'POST /v1/subscriptions/:id/rotate': rotateSubscription,
  'POST /v1/subscriptions/:id/test': testSubscription,
  'GET /v1/subscriptions/:id/deliveries': listDeliveries,
  'GET /v1/hooks': listHooks,
  'POST /v1/hooks': addHook,
  'GET /v1/hooks/:id': readHook,
  'DELETE /v1/hooks/:id': revokeHook,
  'POST /v1/hooks/:id/try': tryHook,
  'GET /v1/hooks/:id/deliveries': listHookDeliveries,
  'POST /v1/me/calendar-feed': makeFeed,
  'DELETE /v1/me/calendar-feed': removeFeed,
  'GET /v1/imports': listImports,
  'POST /v1/imports': receiveImport,
  'POST /v1/imports/guess': importGround,
  'GET /v1/imports/:id': readImport,
  'GET /v1/imports/:id/errors': importErrors,
  'POST /v1/imports/:id/cancel': cancelImport,
  'GET /v1/reports/:name': readReport,
  'GET /v1/reports/:name/leads': leadsBehindCell,
  'GET /v1/review': readReview,
  'GET /v1/export': exportPage,
  'POST /v1/restore': receiveRestore,
  'GET /v1/retention': readRetention,
  'PUT /v1/retention': saveRetention,
  'GET /v1/admin/health': readHealth,
  'GET /v1/admin/refold': (work: Work, _who: Who, page: { after: string }) => done(refoldCheck(work, page)),
} as const satisfies Record<
  Exclude<Route, keyof typeof OPEN>,
  (work: Work, who: Who, input: never) => Outcome<unknown>
>;

export type OpenRoute = keyof typeof OPEN;
export type MemberRoute = keyof typeof FOR_MEMBERS;

/** What a route hands in; `undefined` where it hands in nothing. */
export type InputOf<R extends Route> = R extends OpenRoute
  ? Parameters<(typeof OPEN)[R]>[1]
  : R extends MemberRoute
    ? Parameters<(typeof FOR_MEMBERS)[R]> extends [unknown, unknown, infer Input]
      ? Input
      : undefined
    : never;

type Answer<T> = Extract<T, { ok: true }> extends { readonly value: infer Value } ? Value : never;
export type OutputOf<R extends Route> = R extends OpenRoute
  ? Answer<ReturnType<(typeof OPEN)[R]>>
  : R extends MemberRoute
    ? Answer<ReturnType<(typeof FOR_MEMBERS)[R]>>
    : never;
