/**
 * The tables and columns of a faked Dataverse organisation, as the public reference names them. A column that
 * is not here does not exist: selecting it fails.
 */

export interface Table {
  readonly set: string;
  readonly key: string;
  readonly columns: readonly string[];
  /** Lookup column (`_x_value`) → tables it may point to; by which navigation property it is bound. */
  readonly lookups: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const SYSTEM = ['createdon', 'modifiedon', 'statecode', 'statuscode', '_ownerid_value'];
const OWNER = { _ownerid_value: { ownerid: 'systemuser' } };
const ACTIVITY =
  'subject description category subcategory actualstart actualend scheduledstart scheduledend _regardingobjectid_value';

function table(
  set: string,
  key: string,
  columns: string,
  lookups: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Table {
  return { set, key, columns: [key, ...SYSTEM, ...columns.split(' ')], lookups: { ...OWNER, ...lookups } };
}

function activity(logical: string, columns: string, set = `${logical}s`): Table {
  const regarding = Object.fromEntries(
    ['lead', 'contact', 'opportunity'].map((one) => [`regardingobjectid_${one}_${logical}`, one]),
  );
  return table(set, 'activityid', `${ACTIVITY} ${columns}`.trim(), {
    _regardingobjectid_value: regarding,
  });
}

const PERSON =
  'fullname firstname lastname emailaddress1 emailaddress2 emailaddress3 telephone1 telephone2 mobilephone jobtitle ' +
  'websiteurl address1_country address1_stateorprovince address1_city donotemail donotphone leadsourcecode ' +
  'merged _masterid_value combinado_stage combinado_score';

export const TABLES: Readonly<Record<string, Table>> = {
  organization: table('organizations', 'organizationid', 'name'),
  systemuser: table('systemusers', 'systemuserid', 'fullname internalemailaddress isdisabled accessmode'),
  transactioncurrency: table(
    'transactioncurrencies',
    'transactioncurrencyid',
    'isocurrencycode currencyname',
  ),
  account: table('accounts', 'accountid', 'name'),
  lead: table(
    'leads',
    'leadid',
    `${PERSON} subject companyname industrycode numberofemployees revenue budgetamount _parentaccountid_value`,
    {
      _parentaccountid_value: { parentaccountid: 'account' },
      _masterid_value: { masterid: 'lead' },
    },
  ),
  contact: table('contacts', 'contactid', `${PERSON} _parentcustomerid_value _originatingleadid_value`, {
    _masterid_value: { masterid: 'contact' },
    _parentcustomerid_value: { parentcustomerid_account: 'account' },
    _originatingleadid_value: { originatingleadid: 'lead' },
  }),
  opportunity: table(
    'opportunities',
    'opportunityid',
    'name estimatedvalue actualvalue estimatedclosedate actualclosedate _originatingleadid_value _parentcontactid_value _transactioncurrencyid_value',
    {
      _originatingleadid_value: { originatingleadid: 'lead' },
      _parentcontactid_value: { parentcontactid: 'contact' },
      _transactioncurrencyid_value: { transactioncurrencyid: 'transactioncurrency' },
    },
  ),
  phonecall: activity('phonecall', 'directioncode leftvoicemail phonenumber actualdurationminutes'),
  email: activity('email', 'directioncode senton messageid'),
  appointment: activity('appointment', 'location'),
  task: activity('task', 'percentcomplete'),
  letter: activity('letter', 'directioncode address'),
  fax: activity('fax', 'directioncode faxnumber', 'faxes'),
  socialactivity: activity('socialactivity', 'directioncode community postmessagetype', 'socialactivities'),
};

/** What `@OData.Community.Display.V1.FormattedValue` says of a code. */
export const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  leadsourcecode: { 1: 'Advertisement', 8: 'Web' },
  industrycode: { 1: 'Accounting', 7: 'Consulting' },
  'opportunity.statuscode': { 1: 'In Progress', 3: 'Won', 4: 'Canceled', 5: 'Out-Sold' },
};
