/**
 * What a backup holds of each table, and what a restore does with it. Every table has its line here, so
 * that a new one is not forgotten; secrets are in no backup (ACC1).
 *
 * `replace`: held, and the restored workspace has these rows and no others. `merge`: held, and added to
 * what is there. `keep`: not held; a restore leaves it as it is. `drop`: not held, emptied by a restore.
 *
 * In the order they are read: commands before the facts they became, facts before what is folded of them,
 * so that a backup made while people work lacks nothing it speaks of.
 */
export const BACKUP_TABLES = {
  workspace: 'merge',
  clients: 'replace',
  commands: 'replace',
  members: 'replace',
  teams: 'replace',
  calendars: 'replace',
  calendars_before: 'replace',
  closures: 'replace',
  absences: 'replace',
  definitions: 'replace',
  drafts: 'replace',
  retention: 'replace',
  proposals: 'replace',
  proposal_examples: 'replace',
  proposal_votes: 'replace',
  sessions: 'replace',
  decisions: 'replace',
  backlog_plans: 'replace',
  erasure_counters: 'replace',
  facts: 'replace',
  merges: 'replace',
  leads: 'replace',
  lead_keys: 'replace',
  clocks: 'replace',
  accounts: 'replace',
  notices: 'replace',
  outbox: 'replace',
  audit: 'merge',

  /** Who may come in is not undone by a restore, nor brought along to another workspace. */
  devices: 'keep',
  grants: 'keep',
  tokens: 'keep',
  member_emails: 'keep',
  lookup: 'keep',
  seals: 'keep',
  /** They hold secrets. */
  subscriptions: 'keep',
  hooks: 'keep',
  feeds: 'keep',
  connections: 'keep',
  /** As much theirs as ours: read again after a restore (`jobs/restore.ts`). */
  connection_streams: 'drop',
  connection_records: 'drop',
  connection_left: 'drop',
  connection_hints: 'drop',
  connection_letters: 'drop',
  inbox: 'keep',
  tries: 'keep',
  /** What was erased stays erased. */
  erasure_key: 'keep',
  erased_keys: 'keep',
  erasures: 'keep',
  epochs: 'keep',
  restores: 'keep',
  restore_parts: 'keep',
  jobs: 'keep',
  sweeps: 'keep',

  /** Of the moment. */
  answers: 'drop',
  departures: 'drop',
  imports: 'drop',
  import_parts: 'drop',
  import_errors: 'drop',
  report_runs: 'drop',
  /** Folded anew from the facts when somebody looks. */
  lead_reports: 'drop',
  room_moves: 'drop',
  /** Asked for anew by whoever tries the draft again. */
  preview_leads: 'drop',
} as const satisfies Record<string, 'replace' | 'merge' | 'keep' | 'drop'>;

export type BackupTable = keyof typeof BACKUP_TABLES;

/** Names of the tables a backup holds, in the order they are read. */
export const HELD: readonly string[] = namesOf('replace', 'merge');

export function namesOf(...uses: readonly ('replace' | 'merge' | 'keep' | 'drop')[]): readonly string[] {
  return Object.entries(BACKUP_TABLES).flatMap(([name, use]) => (uses.includes(use) ? [name] : []));
}
