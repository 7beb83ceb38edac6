/**
 * The objects and fields of a faked Salesforce org, as its public object reference names them, with the
 * three letters an id of each begins with. A field that is not here does not exist: asking for it fails.
 */

const SYSTEM =
  'Id OwnerId IsDeleted MasterRecordId CreatedDate CreatedById LastModifiedDate LastModifiedById SystemModstamp'.split(
    ' ',
  );

export interface ObjectKind {
  readonly prefix: string;
  readonly fields: readonly string[];
  /** Set by the platform; whoever sends one is refused. */
  readonly readOnly: readonly string[];
  readonly required: readonly string[];
  /** Relationship name → the field that holds the id, and its object. */
  readonly parents: Readonly<Record<string, readonly [field: string, object: string]>>;
}

function kind(
  prefix: string,
  fields: string,
  more: Partial<Pick<ObjectKind, 'readOnly' | 'required' | 'parents'>> = {},
): ObjectKind {
  const { readOnly = [], required = [], parents = {} } = more;
  return {
    prefix,
    fields: [...SYSTEM, ...fields.split(' ')],
    readOnly: [...SYSTEM.filter((field) => field !== 'OwnerId'), ...readOnly],
    required,
    parents,
  };
}

export const OBJECTS: Readonly<Record<string, ObjectKind>> = {
  Organization: kind('00D', 'Name IsSandbox'),
  User: kind('005', 'Name Email Username IsActive UserType'),
  Account: kind('001', 'Name Website Industry BillingCountry NumberOfEmployees', { required: ['Name'] }),
  Lead: kind(
    '00Q',
    'FirstName LastName Name Company Title Email Phone MobilePhone Website Country State City Industry LeadSource ' +
      'Status Rating NumberOfEmployees AnnualRevenue HasOptedOutOfEmail DoNotCall IsConverted ConvertedDate ' +
      'ConvertedAccountId ConvertedContactId ConvertedOpportunityId Combinado_Score__c Combinado_Stage__c',
    { required: ['LastName', 'Company'], readOnly: ['Name', 'IsConverted', 'ConvertedDate'] },
  ),
  Contact: kind(
    '003',
    'FirstName LastName Name AccountId Title Email Phone MobilePhone MailingCountry MailingState MailingCity ' +
      'LeadSource HasOptedOutOfEmail DoNotCall Combinado_Score__c Combinado_Stage__c',
    { required: ['LastName'], readOnly: ['Name'], parents: { Account: ['AccountId', 'Account'] } },
  ),
  Opportunity: kind(
    '006',
    'Name AccountId ContactId Amount StageName IsClosed IsWon CloseDate LeadSource CampaignId Type',
    { required: ['Name', 'StageName', 'CloseDate'], readOnly: ['IsClosed', 'IsWon'] },
  ),
  OpportunityContactRole: kind('00K', 'OpportunityId ContactId Role IsPrimary'),
  Task: kind(
    '00T',
    'WhoId WhatId Subject Status IsClosed TaskSubtype Type Priority ActivityDate CompletedDateTime Description ' +
      'CallType CallDisposition CallDurationInSeconds CallObject',
    { readOnly: ['IsClosed', 'CompletedDateTime'] },
  ),
  EmailMessage: kind(
    '02s',
    'ActivityId Incoming MessageDate MessageIdentifier Status IsBounced Subject ToAddress FromAddress',
  ),
  Event: kind(
    '00U',
    'WhoId WhatId Subject StartDateTime EndDateTime DurationInMinutes IsAllDayEvent EventSubtype Description',
  ),
  MessagingSession: kind(
    '0Mw',
    'LeadId EndUserContactId ChannelType Origin AgentType Status StartTime AcceptTime EndTime AgentMessageCount',
  ),
};

export const CLOSED_TASK = 'Completed';
export const WON = 'Closed Won';
export const LOST = 'Closed Lost';
