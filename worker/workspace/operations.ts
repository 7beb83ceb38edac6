/** What each route asks of the workspace. A route that is not here, or not in the access table, does nothing. */
import type { Route } from '../access.ts';
import type { Outcome } from '../outcome.ts';
import { listAudit } from './people/audit.ts';
import { makeFeed, readFeed, removeFeed } from './notices/calendarFeed.ts';
import { declareClosure, listClosures, withdrawClosure } from './agreement/closures.ts';
import { compareVersions, languageOf } from './agreement/compareVersions.ts';
import { currentVersion, listVersions, publish, versionByNumber } from './agreement/definitions.ts';
import type { Publication } from './agreement/definitions.ts';
import { listDevices, revokeDevice, revokeDevices, signOut } from './people/devices.ts';
import { cancelImport } from './inbox/cancelImport.ts';
import { eraseLead, erasePerson } from './privacy/erase.ts';
import { discardDraft, draftFromVersion, readDraft, saveDraft, signDraft } from './agreement/draft.ts';
import { readEvidence } from './agreement/evidence.ts';
import { readFirstWeek } from './agreement/firstWeek.ts';
import {
  addHook,
  changeHook,
  listHookDeliveries,
  listHooks,
  readHook,
  revokeHook,
  rotateHook,
  tryHook,
} from './inbox/hooks.ts';
import { receive } from './inbox/inbox.ts';
import { listJobs, readJob } from './jobs/jobs.ts';
import { leadsOfPreview } from './jobs/previewLeads.ts';
import { addMember, listMembers, listTeams, putTeam } from './people/members.ts';
import { listNotices, readNotices } from './notices/notices.ts';
import { countMaterials } from './agreement/materials.ts';
import { publishDraft } from './agreement/publishDraft.ts';
import { CONNECTION_OPERATIONS } from './connections/connectionOperations.ts';
import { receiveHints } from './connections/connectionHints.ts';
import { readHealth } from './health.ts';
import { readRetention, saveRetention } from './privacy/retention.ts';
import { exportPage } from './privacy/export.ts';
import { receiveRestore } from './privacy/restore.ts';
import { importErrors, listImports, readImport } from './inbox/importViews.ts';
import { importGround, receiveImport } from './inbox/imports.ts';
import { exportLead, exportPerson } from './privacy/personExport.ts';
import { LEAD_OPERATIONS } from './leads/leadOperations.ts';
import { pull } from './sync/pull.ts';
import { push } from './sync/push.ts';
import { refoldCheck } from './leads/refold.ts';
import { changeMember } from './people/changeMember.ts';
import { rotate } from './people/rotation.ts';
import { cancelJob } from './jobs/runJobs.ts';
import { listCrmRecords } from './reports/crmRecords.ts';
import { leadsBehindCell } from './reports/reportDrill.ts';
import { readReport, readReports } from './reports/reports.ts';
import { readReview } from './reports/review.ts';
import { recordedAbout } from './people/recorded.ts';
import { recover } from './people/recover.ts';
import { sealOf, sealPairOf } from './people/seals.ts';
import { setUp } from './people/setup.ts';
import { startPreview } from './agreement/startPreview.ts';
import {
  acceptInvite,
  authorize,
  invite,
  newPairing,
  redeemCode,
  redeemPairing,
  signInByEmail,
  whoAmI,
} from './people/signIn.ts';
import {
  addSubscription,
  changeSubscription,
  listDeliveries,
  listSubscriptions,
  readSubscription,
  removeSubscription,
  rotateSubscription,
  testSubscription,
} from './outbox/subscriptions.ts';
import { listOutbox, retryOutbox } from './outbox/outboxList.ts';
import { newTicket, useTicket } from './sync/sockets.ts';
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
  'POST /connections/:workspace/:connection': receiveHints,
} as const satisfies Partial<Record<Route, (work: Work, input: never) => Outcome<unknown>>>;

/** For members; the access table has been asked already. */
export const FOR_MEMBERS = {
  ...LEAD_OPERATIONS,
  'GET /v1/authorize': whoAmI,
  'POST /v1/authorize': authorize,
  'GET /v1/pair/new': whoAmI,
  'POST /v1/pair/new': newPairing,
  'DELETE /v1/session': signOut,
  'GET /v1/me': whoAmI,
  'GET /v1/me/recorded': recordedAbout,
  'GET /v1/me/seal': sealOf,
  'POST /v1/me/unseal': sealPairOf,
  'GET /v1/members': listMembers,
  'POST /v1/members': addMember,
  'PATCH /v1/members/:id': changeMember,
  'GET /v1/room': (work: Work) => done(work.ground.room()),
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
  'DELETE /v1/definitions/draft': discardDraft,
  'POST /v1/definitions/draft': draftFromVersion,
  /** The agreement itself is judged at the route: it may be large, and says nothing of the workspace. */
  'POST /v1/definitions/draft/validate': (work: Work) => done({ language: languageOf(work) }),
  'POST /v1/definitions/draft/preview': startPreview,
  'GET /v1/definitions/diff': compareVersions,
  'GET /v1/definitions/materials': countMaterials,
  'POST /v1/definitions/draft/sign': signDraft,
  'POST /v1/definitions/draft/publish': publishDraft,
  'GET /v1/definitions/:version': versionByNumber,
  'POST /v1/sync/push': push,
  'GET /v1/sync/pull': pull,
  'POST /v1/sync/ticket': newTicket,
  'GET /v1/audit': listAudit,
  'GET /v1/closures': listClosures,
  'POST /v1/closures': declareClosure,
  'DELETE /v1/closures/:id': withdrawClosure,
  'GET /v1/jobs': listJobs,
  'GET /v1/jobs/:id': readJob,
  'GET /v1/jobs/:id/leads': leadsOfPreview,
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
  'POST /v1/hooks/:id/rotate': rotateHook,
  'POST /v1/subscriptions/:id/test': testSubscription,
  'GET /v1/subscriptions/:id/deliveries': listDeliveries,
  'GET /v1/hooks': listHooks,
  'POST /v1/hooks': addHook,
  'GET /v1/hooks/:id': readHook,
  'PATCH /v1/hooks/:id': changeHook,
  'DELETE /v1/hooks/:id': revokeHook,
  'POST /v1/hooks/:id/try': tryHook,
  'GET /v1/hooks/:id/deliveries': listHookDeliveries,
  ...CONNECTION_OPERATIONS,
  'POST /v1/me/calendar-feed': makeFeed,
  'DELETE /v1/me/calendar-feed': removeFeed,
  'GET /v1/imports': listImports,
  'POST /v1/imports': receiveImport,
  'POST /v1/imports/guess': importGround,
  'GET /v1/imports/:id': readImport,
  'GET /v1/imports/:id/errors': importErrors,
  'POST /v1/imports/:id/cancel': cancelImport,
  'GET /v1/reports': readReports,
  'GET /v1/first-week': readFirstWeek,
  'GET /v1/first-week/evidence': readEvidence,
  'GET /v1/reports/:name': readReport,
  'GET /v1/reports/:name/leads': leadsBehindCell,
  'GET /v1/reports/leaks/records': listCrmRecords,
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
