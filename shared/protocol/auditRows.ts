/** Rows of the audit of an import (TGT4); apart from the others, which are in the console's first view. */
import * as z from 'zod';
import { AUDITED, type AuditRow } from '../target/audit.ts';
import { ShareRow } from './reportRows.ts';

export const AuditRows: z.ZodType<readonly AuditRow[]> = z.array(
  z.object({ leak: z.enum(AUDITED), leads: ShareRow }),
);
