/** What a schema's complaint comes to, as a code that is said in three languages; the complaint itself stays the `detail`. */
import type { Reason } from '../shared/protocol/reason.ts';

/** As zod tells them; a request's own refinements tell no more than that they do not hold. */
export interface Complaint {
  readonly code?: string | undefined;
  readonly input?: unknown;
  readonly expected?: string | undefined;
  readonly origin?: string | undefined;
  readonly format?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly message?: string;
}

const COUNTED: ReadonlySet<string | undefined> = new Set(['array', 'set', 'file', 'object']);

export function issueReason(issue: Complaint): Reason {
  switch (issue.code) {
    case 'invalid_type':
      return kindReason(issue);
    case 'too_big':
      return mostReason(issue.origin, Number(issue.maximum));
    case 'too_small':
      return leastReason(issue.origin, Number(issue.minimum));
    case 'invalid_value':
      return { code: 'takes_choice', choices: (issue.values ?? []).slice(0, 20).map(String) };
    case 'invalid_format':
      return formatReason(issue.format);
    default:
      return { code: 'not_as_expected' };
  }
}

/** Zod leaves the value out of its complaints, but names what it was in the sentence. */
function kindReason({ expected, message = '' }: Complaint): Reason {
  if (message.endsWith('received undefined')) return { code: 'required' };
  switch (expected) {
    case 'string':
      return { code: 'takes_text' };
    case 'number':
    case 'int':
      return { code: 'takes_number' };
    case 'boolean':
      return { code: 'takes_yes_no' };
    default:
      return { code: 'wrong_kind' };
  }
}

function mostReason(origin: string | undefined, max: number): Reason {
  if (origin === 'string') return { code: 'too_long', max };
  return COUNTED.has(origin) ? { code: 'too_many', max } : { code: 'above', n: max };
}

function leastReason(origin: string | undefined, n: number): Reason {
  if (origin === 'string') return n <= 1 ? { code: 'empty' } : { code: 'too_few_characters', n };
  return COUNTED.has(origin) ? { code: 'too_few', n } : { code: 'below', n };
}

function formatReason(format: string | undefined): Reason {
  switch (format) {
    case 'email':
      return { code: 'no_email' };
    case 'url':
      return { code: 'no_url' };
    case 'date':
      return { code: 'takes_date' };
    case 'datetime':
      return { code: 'no_instant' };
    default:
      return { code: 'not_as_expected' };
  }
}
