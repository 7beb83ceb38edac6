/** What somebody did to the workspace, told after their name: "added a person". */
import type { AuditAction } from '../../protocol/audit.ts';

export type AuditedWords = Readonly<Record<AuditAction, string>>;
