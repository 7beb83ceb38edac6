/** The two fields of a Salesforce org that stage and score are written into, made where they are missing. */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Line } from '../connector.ts';
import { API, fieldsOf, site } from './rows.ts';

const OWN = [
  {
    name: 'Combinado_Stage__c',
    metadata: { label: 'Combinado: stage', type: 'Text', length: 255, externalId: false },
  },
  {
    name: 'Combinado_Score__c',
    metadata: { label: 'Combinado: score', type: 'Number', precision: 6, scale: 0, externalId: false },
  },
] as const;

/** By the Tooling API, on leads and on the contacts they become. `forbidden` where only their admin may. */
export async function missingFields(
  line: Line,
  { stage, score }: ConnectionMapping['write'],
): Promise<Answer<null>> {
  if (!stage && !score) return { ok: true, value: null };
  for (const object of ['Lead', 'Contact']) {
    const there = await fieldsOf(line, object);
    if (!there.ok) return there;
    const names = new Set(there.value.map(({ name }) => name));
    for (const { name, metadata } of OWN.filter((one) => !names.has(one.name))) {
      const made = await line.send({
        method: 'POST',
        url: `${site(line)}${API}/tooling/sobjects/CustomField`,
        json: { FullName: `${object}.${name}`, Metadata: metadata },
        reads: z.unknown(),
      });
      if (!made.ok) return made;
    }
  }
  return { ok: true, value: null };
}
