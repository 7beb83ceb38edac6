/** What somebody did to the workspace, told after their name: "added a person"; and what of it is on record. */
import type { AuditAction } from '../../protocol/audit.ts';

export const DETAILS = [
  'member',
  'manager',
  'team',
  'role',
  'side',
  'sides',
  'active',
  'perDay',
  'changed',
  'parts',
  'start',
  'end',
  'from',
  'until',
  'effectiveAt',
  'kind',
  'outcome',
  'signed',
  'vendor',
  'absorbed',
  'perOwner',
  'leads',
  'released',
  'format',
  'events',
  'rows',
  'created',
  'failed',
  'dryRun',
  'days',
  'count',
  'session',
] as const;

export interface AuditedWords {
  readonly acts: Readonly<Record<AuditAction, string>>;
  /** Names of what was written down with an act. */
  readonly details: Readonly<Record<(typeof DETAILS)[number], string>>;
  /** What is one of a few words there; what is not stays as it is. */
  readonly values: Readonly<Record<string, string>>;
}
