/** What the mapping screen shows of a Dataverse organisation: the columns of its leads, and its users. */
import * as z from 'zod';
import type { Answer, Described, Line, TheirField } from '../connector.ts';
import { address, type Attribute, attributesOf, labelOf, picklistsOf } from './rows.ts';

export async function described(line: Line): Promise<Answer<Described>> {
  const attributes = await attributesOf(line, 'lead');
  if (!attributes.ok) return attributes;
  const lists = await picklistsOf(line, 'lead');
  if (!lists.ok) return lists;
  const people = await usersOf(line);
  if (!people.ok) return people;
  const fields = attributes.value.flatMap((one) => fieldOf(one, lists.value.get(one.LogicalName) ?? []));
  return { ok: true, value: { fields, people: people.value } };
}

const TYPES: Readonly<Record<string, TheirField['type']>> = {
  String: 'text',
  Memo: 'text',
  Lookup: 'text',
  Owner: 'text',
  Customer: 'text',
  Integer: 'number',
  BigInt: 'number',
  Decimal: 'number',
  Double: 'number',
  Money: 'number',
  Boolean: 'boolean',
  DateTime: 'date',
  Picklist: 'choice',
  State: 'choice',
  Status: 'choice',
};
/** Read by the name of what they point to, and not written. */
const LOOKUPS = new Set(['Lookup', 'Owner', 'Customer']);

function fieldOf(attribute: Attribute, words: readonly string[]): readonly TheirField[] {
  const { LogicalName: name, AttributeType, IsValidForRead, IsValidForUpdate, DisplayName } = attribute;
  const type = TYPES[AttributeType ?? ''];
  const label = labelOf(DisplayName);
  if (type === undefined || label === undefined || IsValidForRead === false) return [];
  const isLookup = LOOKUPS.has(AttributeType ?? '');
  const options = words.map((word) => ({ value: word, label: word }));
  return [
    {
      id: isLookup ? `_${name}_value` : name,
      label,
      type,
      writable: IsValidForUpdate === true && !isLookup && type !== 'choice',
      ...(options.length > 0 ? { options } : {}),
    },
  ];
}

const Users = z.object({
  value: z.array(
    z.object({
      systemuserid: z.string(),
      fullname: z.string().nullish(),
      internalemailaddress: z.string().nullish(),
      isdisabled: z.boolean().nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
});

/** People who may write (access mode 0), not applications. */
async function usersOf(line: Line): Promise<Answer<Described['people']>> {
  const people: Described['people'][number][] = [];
  const query = { $select: 'fullname,internalemailaddress,isdisabled', $filter: 'accessmode eq 0' };
  let [url, asked]: [string | undefined, typeof query | undefined] = [address(line, 'systemusers'), query];
  while (url !== undefined) {
    const page: Answer<z.infer<typeof Users>> = await line.send({
      method: 'GET',
      url,
      reads: Users,
      ...(asked ? { query: asked } : {}),
    });
    if (!page.ok) return page;
    for (const { systemuserid: ref, fullname, internalemailaddress, isdisabled } of page.value.value) {
      const email = internalemailaddress || null;
      people.push({ ref, name: fullname || email || ref, email, active: isdisabled !== true });
    }
    [url, asked] = [page.value['@odata.nextLink'], undefined];
  }
  return { ok: true, value: people };
}
