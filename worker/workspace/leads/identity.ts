/** Which lead a request speaks of: by id, or by an address, phone or record it holds (IDN1, IDN2). */
import { eq, sql } from 'drizzle-orm';
import { identityKeys } from '../../../shared/lead/identity.ts';
import type { ExternalId } from '../../../shared/lead/facts.ts';
import type { Reason } from '../../../shared/protocol/reason.ts';
import type { Fault } from '../agreement/calendarErrors.ts';
import { holderOf } from './merged.ts';
import { prepared } from '../agreement/prepared.ts';
import * as schema from '../schema.ts';
import type { Work } from '../work.ts';

export interface Named {
  readonly leadId?: string | undefined;
  readonly email?: string | undefined;
  readonly externalId?: ExternalId | undefined;
}

export function leadExists(work: Work, id: string): boolean {
  return selectId(work).get({ id }) !== undefined;
}

const selectId = prepared((db) =>
  db
    .select({ id: schema.leads.id })
    .from(schema.leads)
    .where(eq(schema.leads.id, sql.placeholder('id')))
    .prepare(),
);

/** Leads that share any of these keys, in the order of their ids. */
export function leadsByKeys(work: Work, keys: readonly string[]): readonly string[] {
  return selectByKeys(work)
    .all({ keys: JSON.stringify(keys) })
    .map(({ id }) => id);
}

const selectByKeys = prepared((db) =>
  db
    .selectDistinct({ id: schema.leadKeys.leadId })
    .from(schema.leadKeys)
    .where(sql`${schema.leadKeys.key} in (select value from json_each(${sql.placeholder('keys')}))`)
    .orderBy(schema.leadKeys.leadId)
    .prepare(),
);

/** @param pointer of the row in the request */
export function leadNamed(
  work: Work,
  named: Named,
  pointer: string,
): { leadId: string } | { error: string; pointer: string } {
  const { leadId, email, externalId } = named;
  if ([leadId, email, externalId].filter((one) => one !== undefined).length !== 1)
    return { error: 'name the lead by exactly one of: leadId, email, externalId', pointer };
  if (leadId !== undefined)
    return leadExists(work, holderOf(work, leadId))
      ? { leadId: holderOf(work, leadId) }
      : { error: 'no lead has this id', pointer: `${pointer}/leadId` };
  const part = `${pointer}/${email === undefined ? 'externalId' : 'email'}`;
  const keys = identityKeys({
    emails: email === undefined ? [] : [email],
    phones: [],
    externalIds: externalId ? [externalId] : [],
  });
  if (keys.length === 0) return { error: 'this is no e-mail address', pointer: part };
  const [found, second] = leadsByKeys(work, keys);
  if (found === undefined) return { error: 'no lead has this; create it with POST /v1/leads', pointer: part };
  if (second !== undefined) return { error: 'two leads share this: name one by leadId', pointer: part };
  return { leadId: found };
}

export type RowError = {
  readonly error: string;
  readonly pointer: string;
  readonly reason?: Reason | undefined;
};

export function rowError({ pointer, detail, reason }: Fault): RowError {
  return { error: detail, pointer, ...(reason === undefined ? {} : { reason }) };
}
