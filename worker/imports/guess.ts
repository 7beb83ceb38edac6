/** What the columns of a file probably mean: by their names in the three languages, the agreement's own fields, their values. */
import type { Definitions } from '../../shared/definitions/definitions.ts';
import { normalizeEmail } from '../../shared/lead/identity.ts';
import { type DateOrder, type GuessResponse, type Mapping } from '../../shared/protocol/imports.ts';
import { isDate, orderOf } from './dates.ts';
import { outcomeOf } from './dealCells.ts';

/** Names as `plain` makes them. Earlier targets win a name that two would take. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  email: [
    'email',
    'emailaddress',
    'mail',
    'correo',
    'correoelectronico',
    'enderecodeemail',
    'workemail',
    'businessemail',
  ],
  phone: [
    'phone',
    'phonenumber',
    'mobile',
    'mobilephone',
    'telefone',
    'telefono',
    'celular',
    'movil',
    'whatsapp',
    'fone',
  ],
  owner: [
    'owner',
    'leadowner',
    'contactowner',
    'responsavel',
    'proprietario',
    'propietario',
    'dono',
    'vendedor',
    'sdr',
  ],
  capturedAt: [
    'createdat',
    'created',
    'createdate',
    'createddate',
    'firstcontactdate',
    'firstcontact',
    'primeirocontato',
    'datadoprimeirocontato',
    'primercontacto',
    'fechadelprimercontacto',
    'datecreated',
    'criadoem',
    'datadecriacao',
    'datadecadastro',
    'fechadecreacion',
    'capturedat',
    'data',
    'date',
    'fecha',
  ],
  source: [
    'source',
    'leadsource',
    'origin',
    'origem',
    'origen',
    'fonte',
    'fuente',
    'utmsource',
    'originalsource',
    'canal',
  ],
  campaign: ['campaign', 'campanha', 'campana', 'utmcampaign', 'landingpageid', 'landingpage'],
  'field:name': [
    'name',
    'fullname',
    'contactname',
    'nome',
    'nomecompleto',
    'nombre',
    'nombrecompleto',
    'contato',
    'contacto',
    'leadname',
  ],
  'field:company': [
    'company',
    'companyname',
    'account',
    'accountname',
    'organization',
    'empresa',
    'nomedaempresa',
    'organizacao',
    'razaosocial',
    'compania',
  ],
  'field:country': ['country', 'pais', 'countrycode'],
  'field:state': ['state', 'estado', 'uf', 'region', 'provincia'],
  'field:city': ['city', 'cidade', 'ciudad', 'municipio'],
  'field:product': ['product', 'produto', 'producto'],
  'id:file/lead': ['id', 'leadid', 'mqlid', 'contactid', 'recordid', 'externalid', 'codigo'],
  'id:hubspot/contact': ['hubspotid', 'hubspotcontactid'],
  'id:salesforce/Lead': ['salesforceid', 'salesforceleadid', 'sfid'],
  'id:pipedrive/person': ['pipedriveid', 'pipedrivepersonid'],
  'deal:outcome': [
    'dealstatus',
    'dealstage',
    'opportunitystage',
    'outcome',
    'status',
    'stage',
    'statusdonegocio',
    'situacaodonegocio',
    'situacao',
    'resultado',
    'etapa',
    'estado',
    'estadodelnegocio',
    'estadodeventa',
  ],
  'deal:amount': [
    'dealamount',
    'dealvalue',
    'amount',
    'opportunityamount',
    'valordonegocio',
    'valordavenda',
    'valor',
    'valordelnegocio',
    'importe',
    'monto',
  ],
  'deal:currency': ['currency', 'currencycode', 'dealcurrency', 'moeda', 'moneda', 'divisa'],
  'deal:closedOn': [
    'closedate',
    'closeddate',
    'closedat',
    'closedon',
    'wondate',
    'datadefechamento',
    'fechamento',
    'fechadecierre',
    'cierre',
  ],
  'deal:id': ['dealid', 'opportunityid', 'iddonegocio', 'iddelnegocio'],
  'attempt:call': ['lastcall', 'lastcalledat', 'ultimaligacao', 'ultimallamada'],
  'attempt:email': ['lastemail', 'lastemailedat', 'ultimoemail', 'ultimocorreo'],
};

/** @param rows some of the first, without the names */
export function guess(
  definitions: Definitions,
  names: readonly string[],
  rows: readonly (readonly string[])[],
): Pick<GuessResponse, 'columns' | 'mapping' | 'dates'> {
  const taken = new Set<string>();
  const columns = names.map((name, index) => {
    const values = rows.map((row) => (row[index] ?? '').trim()).filter((value) => value !== '');
    const found = targetsOf(definitions, name, values).find((target) => isMany(target) || !taken.has(target));
    if (found !== undefined) taken.add(found);
    return { name, target: found ?? null, samples: values.slice(0, 3).map((value) => value.slice(0, 100)) };
  });
  const mapping: Mapping = Object.fromEntries(
    columns.flatMap(({ name, target }) => (target === null ? [] : [[name, target] as const])),
  );
  return { columns, mapping, dates: datesOf(rows) };
}

/** By all values that look like a date: one file was written in one place. */
export function datesOf(rows: readonly (readonly string[])[]): DateOrder | null {
  return orderOf(rows.flat().filter(isDate));
}

/** A lead may have several of them. */
const isMany = (target: string) => target === 'email' || target === 'phone' || target.startsWith('attempt:');

function targetsOf(definitions: Definitions, name: string, values: readonly string[]): string[] {
  const asked = plain(name);
  const isAsked = ({ id, label }: { readonly id: string; readonly label: string }) =>
    plain(id) === asked || plain(label) === asked;
  const field = definitions.fields.find(isAsked);
  const signal = values.every(isDate) ? definitions.signals.find(isAsked) : undefined;
  const spelled = asked.replace(/\d+$/, '');
  const known = Object.entries(NAMES).find(
    ([target, names]) => names.includes(spelled) && tells(target, values),
  );
  const targets = [
    ...(field ? [`field:${field.id}`] : []),
    ...(known ? [known[0]] : []),
    ...(signal ? [`signal:${signal.id}`] : []),
  ];
  if (targets.length > 0 || values.length === 0) return targets;
  if (values.every((value) => normalizeEmail(value) !== null)) return ['email'];
  if (values.every((value) => /^\+\d[\d ().-]{7,}$/.test(value))) return ['phone'];
  return [];
}

/** Whether the values bear a name out that says many things: a status of the lead is none of a deal. */
function tells(target: string, values: readonly string[]): boolean {
  return (
    target !== 'deal:outcome' || (values.length > 0 && values.every((value) => outcomeOf(value) !== null))
  );
}

/** Letters and digits alone, without case or accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
