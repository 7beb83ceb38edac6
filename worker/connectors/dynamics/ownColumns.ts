/** The two columns of a Dataverse organisation that stage and score are written into, made where they are missing. */
import * as z from 'zod';
import type { ConnectionMapping } from '../../../shared/protocol/connections.ts';
import type { Answer, Line } from '../connector.ts';
import { address, attributesOf } from './rows.ts';

const label = (text: string) => ({
  '@odata.type': 'Microsoft.Dynamics.CRM.Label',
  LocalizedLabels: [
    { '@odata.type': 'Microsoft.Dynamics.CRM.LocalizedLabel', Label: text, LanguageCode: 1_033 },
  ],
});

const COLUMNS = [
  {
    '@odata.type': 'Microsoft.Dynamics.CRM.StringAttributeMetadata',
    SchemaName: 'combinado_stage',
    RequiredLevel: { Value: 'None' },
    FormatName: { Value: 'Text' },
    MaxLength: 200,
    DisplayName: label('Combinado: stage'),
  },
  {
    '@odata.type': 'Microsoft.Dynamics.CRM.IntegerAttributeMetadata',
    SchemaName: 'combinado_score',
    RequiredLevel: { Value: 'None' },
    Format: 'None',
    MinValue: -1_000_000,
    MaxValue: 1_000_000,
    DisplayName: label('Combinado: score'),
  },
] as const;

/** On leads and on the contacts they become. `forbidden` where only their admin may. */
export async function missingColumns(
  line: Line,
  { stage, score }: ConnectionMapping['write'],
): Promise<Answer<null>> {
  if (!stage && !score) return { ok: true, value: null };
  for (const table of ['lead', 'contact'] as const) {
    const there = await attributesOf(line, table);
    if (!there.ok) return there;
    const names = new Set(there.value.map(({ LogicalName }) => LogicalName));
    for (const json of COLUMNS.filter(({ SchemaName }) => !names.has(SchemaName))) {
      const url = address(line, `EntityDefinitions(LogicalName='${table}')/Attributes`);
      const made = await line.send({ method: 'POST', url, json, reads: z.unknown() });
      if (!made.ok)
        return made.trouble === 'forbidden'
          ? { ...made, detail: `it does not let us make ${json.SchemaName}: have it made, or write neither` }
          : made;
    }
  }
  return { ok: true, value: null };
}
