/** `composite/sobjects` of a faked org: up to 200 rows written at once; one answer each. */
import { API } from './addresses.ts';
import type { Salesforce } from './fake.ts';
import { Refused, type Value } from './records.ts';

const MOST_WRITTEN = 200;

type Sent = Readonly<Record<string, Value>> & { readonly attributes?: { readonly type?: string } };

export async function answerCollections(org: Salesforce, request: Request, url: URL): Promise<Response> {
  if (!url.pathname.startsWith(`${API}/composite/sobjects`))
    throw new Refused('NOT_FOUND', 'The requested resource does not exist');
  if (request.method === 'DELETE') {
    const ids = (url.searchParams.get('ids') ?? '').split(',');
    return Response.json(ids.map((id) => removed(org, id)));
  }
  const body = (await request.json()) as {
    records?: readonly Sent[];
  };
  const { records = [] } = body;
  if (records.length > MOST_WRITTEN)
    throw new Refused(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MOST_WRITTEN} records`,
    );
  const allowSave = /allowSave=true/i.test(request.headers.get('Sforce-Duplicate-Rule-Header') ?? '');
  return Response.json(records.map((sent) => written(org, sent, request.method === 'POST', allowSave)));
}

function written(org: Salesforce, sent: Sent, isNew: boolean, allowSave: boolean) {
  const { attributes, ...given } = sent;
  const { id, Id, ...values } = given as Readonly<Record<string, Value>>;
  const object = attributes?.type ?? '';
  try {
    if (org.locks > 0) {
      org.locks -= 1;
      throw new Refused('UNABLE_TO_LOCK_ROW', 'unable to obtain exclusive access to this record');
    }
    const kind = org.records.kindOf(object);
    for (const field of Object.keys(values)) {
      if (!kind.fields.includes(field))
        throw new Refused('INVALID_FIELD', `No such column '${field}' on sobject of type ${object}`, [field]);
      if (kind.readOnly.includes(field))
        throw new Refused('INVALID_FIELD_FOR_INSERT_UPDATE', `Unable to create/update fields: ${field}.`, [
          field,
        ]);
    }
    if (!isNew) return succeeded(org.records.update(object, String(id ?? Id), values, org.user.Id).Id);
    if (org.refusesDuplicates && !allowSave && isDuplicate(org, object, values['Email'] ?? null))
      throw new Refused('DUPLICATES_DETECTED', 'Use one of these records?');
    return succeeded(org.records.insert(object, values, org.user.Id).Id);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code: statusCode, message, fields } = error;
    return {
      ...(isNew ? {} : { id: String(id ?? Id) }),
      success: false,
      errors: [{ statusCode, message, fields }],
    };
  }
}

const succeeded = (id: string) => ({ id, success: true, errors: [] });

function isDuplicate(org: Salesforce, object: string, email: Value): boolean {
  return email !== null && org.records.all(object).some((row) => row['Email'] === email);
}

function removed(org: Salesforce, id: string) {
  const object = ['Task', 'Lead', 'Contact', 'Event'].find((one) => org.records.get(one, id));
  if (object === undefined)
    return {
      id,
      success: false,
      errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted', fields: [] }],
    };
  org.records.remove(object, id);
  return succeeded(id);
}
