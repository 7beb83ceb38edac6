/**
 * The draft as forms can show it. Forms bear values that are still wrong (a name left empty, a number
 * out of bounds) and show what is wrong beside them; they cannot draw what is not there, or of another
 * shape: that is mended as text.
 */
import type * as z from 'zod';
import { pointerTo } from '../../../../shared/definitions/check/at.ts';
import { withoutCriteria } from '../../../../shared/definitions/check/criteria.ts';
import { Definitions } from '../../../../shared/definitions/definitions.ts';
import { unreadableCriterion } from './readable.ts';

export type Reading =
  | {
      readonly ok: true;
      /** Its shape is known; values in it may break the schema's bounds. */
      readonly definitions: Definitions;
    }
  | {
      readonly ok: false;
      /** The document, undefined where the text is no JSON. */
      readonly document: unknown;
      /** Where the first fault is; `''` for the whole. */
      readonly pointer: string;
    };

const BEARABLE: ReadonlySet<string> = new Set([
  'too_small',
  'too_big',
  'invalid_format',
  'not_multiple_of',
  'unrecognized_keys',
  'custom',
]);

export function readDocument(document: unknown): Reading {
  const shape = Definitions.safeParse(withoutCriteria(document));
  const fault = shape.error?.issues.find((issue) => !isBearable(issue));
  if (fault) return { ok: false, document, pointer: fault.path.reduce<string>(pointerTo, '') };
  const pointer = unreadableCriterion(document);
  if (pointer !== null) return { ok: false, document, pointer };
  // All its parts were found to be there and of their kind, just now.
  return { ok: true, definitions: document as Definitions };
}

function isBearable(issue: z.core.$ZodIssue): boolean {
  if (issue.code === 'invalid_union')
    return issue.errors.some((option) => option.length > 0 && option.every(isBearable));
  return BEARABLE.has(issue.code);
}
