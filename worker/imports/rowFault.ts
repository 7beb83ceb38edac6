/** What was wrong with a row of a file: its line, the column or pointer, and why; never the value. */
import type { RowFault } from '../../shared/protocol/imports.ts';
import type { PlainReason, Reason } from '../../shared/protocol/reason.ts';
import { type Complaint, issueReason } from '../issueReason.ts';
import { faultAt } from '../reasons.ts';

export function rowFault(line: number, field: string, why: Reason | PlainReason): RowFault {
  const { detail, reason } = faultAt('', why);
  return { line, field, detail, reason };
}

type Issue = Complaint & { readonly path: readonly PropertyKey[]; readonly message: string };

/** The first thing a schema says of it. */
export function issueFault(line: number, [issue]: readonly Issue[]): RowFault {
  if (issue === undefined) return rowFault(line, '', 'row_unreadable');
  return { line, field: issue.path.join('/'), detail: issue.message, reason: issueReason(issue) };
}
