/**
 * The fields of a Salesforce org that stage and score are written into. Their admin makes them, and says who
 * sees them: a field made from here would be seen by nobody.
 */
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Line } from '../connector.ts';
import { trouble } from '../line.ts';
import { fieldsOf } from './rows.ts';

export const WRITES_TO = { stage: 'Combinado_Stage__c', score: 'Combinado_Score__c' } as const;

export async function ownFieldsThere(
  line: Line,
  { stage, score }: ConnectionMapping['write'],
): Promise<Answer<null>> {
  const wanted = [...(stage ? [WRITES_TO.stage] : []), ...(score ? [WRITES_TO.score] : [])];
  for (const object of wanted.length > 0 ? ['Lead', 'Contact'] : []) {
    const there = await fieldsOf(line, object);
    if (!there.ok) return there;
    const missing = wanted.filter((field) => !there.value.some(({ name }) => name === field));
    if (missing.length > 0)
      return trouble(
        'forbidden',
        null,
        `${missing.join(' and ')} cannot be seen on ${object}: have them made there, or write neither`,
      );
  }
  return { ok: true, value: null };
}
