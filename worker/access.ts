/**
 * Who may do what (ACC2): the one table by route and by command. What is not in it is denied.
 * Reading what one may see of leads is `reach`: own and unassigned ones for an sdr, all for others.
 */
import type { Role } from '../shared/lead/vocabulary.ts';
import type { CommandKind } from '../shared/protocol/commands.ts';

/** `open`: no credential, or one of its own kind in the body. `session`: the page cookie, same origin. */
export type Admission = readonly Role[] | 'open' | 'session';

const EVERYBODY: readonly Role[] = ['admin', 'manager', 'marketer', 'sdr'];
const DRAFTERS: readonly Role[] = ['admin', 'manager', 'marketer'];
const ADMIN: readonly Role[] = ['admin'];

export const ROUTES = {
  'POST /v1/setup': 'open',
  'POST /v1/recover': 'open',
  'GET /v1/oidc/callback': 'open',
  'POST /v1/token': 'open',
  'POST /v1/pair': 'open',
  'POST /v1/invites/accept': 'open',
  'GET /v1/sync/socket': 'open',
  'GET /v1/authorize': 'session',
  'POST /v1/authorize': 'session',
  'GET /v1/pair/new': 'session',
  'POST /v1/pair/new': 'session',
  'DELETE /v1/session': EVERYBODY,
  'GET /v1/me': EVERYBODY,
  'GET /v1/me/recorded': EVERYBODY,
  'GET /v1/me/seal': EVERYBODY,
  'POST /v1/me/unseal': EVERYBODY,
  'GET /v1/members': EVERYBODY,
  'POST /v1/members': ADMIN,
  'PATCH /v1/members/:id': ADMIN,
  /** What every device folds by, as in `GET /v1/sync/pull`. */
  'GET /v1/room': EVERYBODY,
  'GET /v1/teams': EVERYBODY,
  'POST /v1/teams': ['admin', 'manager'],
  'POST /v1/invites': ADMIN,
  'GET /v1/devices': EVERYBODY,
  'DELETE /v1/devices': EVERYBODY,
  'POST /v1/devices/rotate': EVERYBODY,
  'DELETE /v1/devices/:id': EVERYBODY,
  'GET /v1/definitions': EVERYBODY,
  'POST /v1/definitions': ADMIN,
  'GET /v1/definitions/current': EVERYBODY,
  'GET /v1/definitions/draft': EVERYBODY,
  'PUT /v1/definitions/draft': DRAFTERS,
  'DELETE /v1/definitions/draft': DRAFTERS,
  'POST /v1/definitions/draft': DRAFTERS,
  'POST /v1/definitions/draft/validate': DRAFTERS,
  'POST /v1/definitions/draft/preview': DRAFTERS,
  'GET /v1/definitions/diff': EVERYBODY,
  'GET /v1/definitions/materials': EVERYBODY,
  /** Whoever the draft names as a signer. */
  'POST /v1/definitions/draft/sign': EVERYBODY,
  'POST /v1/definitions/draft/publish': ADMIN,
  'GET /v1/definitions/:version': EVERYBODY,
  'GET /v1/leads': EVERYBODY,
  'POST /v1/leads': DRAFTERS,
  'GET /v1/leads/:id': EVERYBODY,
  'GET /v1/leads/:id/facts': EVERYBODY,
  'GET /v1/leads/:id/next-fields': EVERYBODY,
  'GET /v1/leads/:id/account': EVERYBODY,
  'GET /v1/leads/duplicates': DRAFTERS,
  'POST /v1/leads/:id/merge': ['admin', 'manager'],
  'POST /v1/leads/:id/unmerge': ['admin', 'manager'],
  /** Commands by another way: whether this one may on this lead, `COMMANDS` says. */
  'POST /v1/leads/:id/stage': EVERYBODY,
  'POST /v1/leads/:id/stage/release': EVERYBODY,
  'POST /v1/leads/:id/owner': EVERYBODY,
  'POST /v1/leads/:id/field': EVERYBODY,
  'POST /v1/leads/:id/snooze': EVERYBODY,
  'POST /v1/leads/:id/resume': EVERYBODY,
  'POST /v1/leads/:id/opt-out': EVERYBODY,
  'POST /v1/leads/:id/opt-in': EVERYBODY,
  'POST /v1/leads/:id/nurture': EVERYBODY,
  'POST /v1/leads/:id/material': EVERYBODY,
  'POST /v1/leads/:id/attempts': EVERYBODY,
  'POST /v1/leads/:id/replies': EVERYBODY,
  'POST /v1/handoffs/:id/answer': EVERYBODY,
  'POST /v1/handoffs/:id/correct': EVERYBODY,
  'POST /v1/handoffs/:id/contest': EVERYBODY,
  'POST /v1/handoffs/:id/decide': EVERYBODY,
  'POST /v1/handoffs/:id/comment': EVERYBODY,
  /** What both sides said about hand-offs, of the leads one reads. */
  'GET /v1/handoffs': EVERYBODY,
  'POST /v1/attempts/:id/refuse': EVERYBODY,
  'POST /v1/attempts/:id/withdraw': EVERYBODY,
  'POST /v1/assignments': ['admin', 'manager'],
  'GET /v1/absences': EVERYBODY,
  /** One's own; a manager's: anybody's. */
  'POST /v1/absences': EVERYBODY,
  'GET /v1/absences/:id': EVERYBODY,
  'POST /v1/absences/:id/end': EVERYBODY,
  'POST /v1/absences/:id/redistribute': ['admin', 'manager'],
  'GET /v1/first-week': DRAFTERS,
  'GET /v1/first-week/evidence': DRAFTERS,
  'GET /v1/backlog': ['admin', 'manager'],
  'POST /v1/backlog/release': ['admin', 'manager'],
  'DELETE /v1/backlog/release': ['admin', 'manager'],
  'GET /v1/lookup/filter': EVERYBODY,
  'POST /v1/lookup': EVERYBODY,
  'GET /v1/proposals': EVERYBODY,
  'POST /v1/proposals': EVERYBODY,
  'GET /v1/proposals/:id': EVERYBODY,
  'POST /v1/proposals/:id/vote': EVERYBODY,
  'POST /v1/proposals/:id/withdraw': EVERYBODY,
  'GET /v1/sessions': EVERYBODY,
  'POST /v1/sessions': ['admin', 'manager'],
  'GET /v1/sessions/:id': EVERYBODY,
  'PATCH /v1/sessions/:id': ['admin', 'manager'],
  'POST /v1/sessions/:id/agenda': ['admin', 'manager'],
  'POST /v1/sessions/:id/decisions': ['admin', 'manager'],
  'POST /v1/sessions/:id/close': ['admin', 'manager'],
  'POST /v1/signals': DRAFTERS,
  'POST /v1/attempts': ['admin', 'manager'],
  'POST /v1/replies': ['admin', 'manager'],
  'POST /v1/deals': ['admin', 'manager'],
  'POST /v1/sync/push': EVERYBODY,
  'GET /v1/sync/pull': EVERYBODY,
  'POST /v1/sync/ticket': EVERYBODY,
  'GET /v1/audit': ADMIN,
  'GET /v1/closures': EVERYBODY,
  /** Of one's own team; an admin: of any, or everything. */
  'POST /v1/closures': ['admin', 'manager'],
  'DELETE /v1/closures/:id': ['admin', 'manager'],
  /** One's own jobs; an admin's: all of them. */
  'GET /v1/jobs': DRAFTERS,
  'GET /v1/jobs/:id': DRAFTERS,
  'POST /v1/jobs/:id/cancel': DRAFTERS,
  'DELETE /v1/leads/:id': ADMIN,
  'GET /v1/leads/:id/export': ADMIN,
  'POST /v1/persons/export': ADMIN,
  'POST /v1/persons/erase': ADMIN,
  'GET /v1/notices': EVERYBODY,
  'POST /v1/notices/read': EVERYBODY,
  'GET /v1/admin/outbox': ADMIN,
  'POST /v1/admin/outbox/:id/retry': ADMIN,
  'GET /v1/subscriptions': ADMIN,
  'POST /v1/subscriptions': ADMIN,
  'GET /v1/subscriptions/:id': ADMIN,
  'PATCH /v1/subscriptions/:id': ADMIN,
  'DELETE /v1/subscriptions/:id': ADMIN,
  'POST /v1/subscriptions/:id/rotate': ADMIN,
  'POST /v1/hooks/:id/rotate': ADMIN,
  'POST /v1/subscriptions/:id/test': ADMIN,
  'GET /v1/subscriptions/:id/deliveries': ADMIN,
  'GET /v1/hooks': ADMIN,
  'POST /v1/hooks': ADMIN,
  'GET /v1/hooks/:id': ADMIN,
  'PATCH /v1/hooks/:id': ADMIN,
  'DELETE /v1/hooks/:id': ADMIN,
  'POST /v1/hooks/:id/try': ADMIN,
  'GET /v1/hooks/:id/deliveries': ADMIN,
  /** By signature, or an unguessable id that may only add (ACC5). */
  'POST /hooks/:workspace/:hook': 'open',
  'GET /v1/connections': ADMIN,
  'POST /v1/connections': ADMIN,
  /** Where a vendor sends an admin back to: by the page cookie, and a one-use state of that very session. */
  'GET /v1/connections/callback': 'session',
  'GET /v1/connections/:id': ADMIN,
  'DELETE /v1/connections/:id': ADMIN,
  'POST /v1/connections/:id/authorize': ADMIN,
  'GET /v1/connections/:id/fields': ADMIN,
  'PUT /v1/connections/:id/mapping': ADMIN,
  'POST /v1/connections/:id/preview': ADMIN,
  'POST /v1/connections/:id/pause': ADMIN,
  'POST /v1/connections/:id/resume': ADMIN,
  'GET /v1/connections/:id/letters': ADMIN,
  'POST /v1/connections/:id/letters/:letter/retry': ADMIN,
  /** By the vendor's own signature (ACC5). */
  'POST /connections/:workspace/:connection': 'open',
  'POST /v1/me/calendar-feed': EVERYBODY,
  'DELETE /v1/me/calendar-feed': EVERYBODY,
  /** By the secret in the path, which reads due instants and nothing else (ACC1). */
  'GET /v1/calendar/:feed': 'open',
  'GET /v1/imports': DRAFTERS,
  'POST /v1/imports': DRAFTERS,
  'POST /v1/imports/guess': DRAFTERS,
  'GET /v1/imports/:id': DRAFTERS,
  'GET /v1/imports/:id/errors': DRAFTERS,
  'POST /v1/imports/:id/cancel': DRAFTERS,
  /** Of people only one's own and, for a manager, those of their side (TGT5). */
  'GET /v1/reports': EVERYBODY,
  'GET /v1/reports/:name': EVERYBODY,
  'GET /v1/reports/:name/leads': EVERYBODY,
  'GET /v1/review': EVERYBODY,
  'GET /v1/export': ADMIN,
  'POST /v1/restore': ADMIN,
  'GET /v1/retention': EVERYBODY,
  'PUT /v1/retention': ADMIN,
  'GET /v1/admin/health': ADMIN,
  'GET /v1/admin/refold': ADMIN,
} as const satisfies Record<string, Admission>;

export type Route = keyof typeof ROUTES;

/** Pages and documents that are the same for everybody; the console's says first to sign in. */
export const PUBLIC = [
  'GET /healthz',
  'GET /',
  'GET /console',
  'GET /console/:room',
  'GET /console/:room/:part',
  'GET /console/:room/:part/:of',
  'GET /console/assets/:file',
  'GET /docs',
  'GET /docs/:file',
  'GET /join',
  'GET /v1/oidc/start',
  'GET /v1/definitions/schema.json',
  'GET /v1/openapi.json',
] as const;

/** `own`: own and unassigned leads; `any`: also those seen only as a chip (ACC3); `all`: every lead. */
export type Reach = 'own' | 'any' | 'all';

type CommandAccess = Readonly<Partial<Record<Role, Reach>>>;
const LEADERS = { admin: 'all', manager: 'all' } as const;
const SALES = { ...LEADERS, sdr: 'own' } as const;

export const COMMANDS: Readonly<Record<CommandKind, CommandAccess>> = {
  'attempt.log': { ...LEADERS, sdr: 'any' },
  /** One's own attempt, wherever it was logged: undo must always work (ATT1). */
  'attempt.withdraw': { ...LEADERS, sdr: 'any' },
  'attempt.refuse': LEADERS,
  'reply.log': { ...LEADERS, sdr: 'any' },
  'handoff.answer': SALES,
  'handoff.correct': SALES,
  'handoff.contest': { ...LEADERS, marketer: 'all' },
  /** The referee the definitions name, whatever the role (HOF5). */
  'handoff.decide': {},
  'handoff.comment': { ...SALES, marketer: 'all' },
  'lead.capture': { ...LEADERS, marketer: 'all', sdr: 'own' },
  /** An sdr: only fields the agreement has sales ask for. */
  'lead.set': { ...SALES, marketer: 'all' },
  'lead.optOut': { ...LEADERS, marketer: 'all', sdr: 'any' },
  'lead.optIn': SALES,
  'lead.snooze': SALES,
  'lead.resume': SALES,
  'stage.set': SALES,
  'stage.release': SALES,
  /** An sdr: only to take an unassigned lead (ACC3). */
  'owner.assign': SALES,
  'nurture.start': { ...LEADERS, marketer: 'all', sdr: 'own' },
  'material.use': SALES,
};

/** Which leads a role reads. */
export function readReach(role: Role): 'own' | 'all' {
  return role === 'sdr' ? 'own' : 'all';
}
