/**
 * The workspace's tables. `facts` is the truth and only ever grows; `leads`, `lead_keys` and
 * `clocks` are folded from it and can be thrown away (FCT8). Instants are epoch ms.
 *
 * `seq` numbers every change of the workspace from one counter (`workspace.head`): a cursor is a
 * place in it, a poke says how far it got, a lead's revision is the last one that touched it.
 */
export * from './schema/agreement.ts';
export * from './schema/people.ts';
export * from './schema/leads.ts';
export * from './schema/access.ts';
export * from './schema/audit.ts';
export * from './schema/lately.ts';
export * from './schema/sync.ts';
export * from './schema/jobs.ts';
export * from './schema/outbox.ts';
export * from './schema/notices.ts';
export * from './schema/hooks.ts';
export * from './schema/absences.ts';
export * from './schema/backlog.ts';
export * from './schema/proposals.ts';
export * from './schema/imports.ts';
export * from './schema/erasure.ts';
export * from './schema/retention.ts';
export * from './schema/restore.ts';
export * from './schema/closures.ts';
export * from './schema/reports.ts';
export * from './schema/connections.ts';
