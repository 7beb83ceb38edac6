/** Opportunities of a Salesforce org as deals, of the leads they came from and the contacts in them. */
import type { Answer, Deal, Line, Ref } from '../connector.ts';
import { inList, instant, type Row, select, text } from './rows.ts';

export const DEAL_FIELDS =
  'Id Amount StageName IsClosed IsWon CloseDate CreatedDate SystemModstamp CurrencyIsoCode'.split(' ');

export async function dealsOf(line: Line, rows: readonly Row[]): Promise<Answer<readonly Deal[]>> {
  const ids = rows.flatMap((row) => text(row, 'Id') ?? []);
  const people = await peopleIn(line, ids);
  if (!people.ok) return people;
  return {
    ok: true,
    value: rows.flatMap((row) => {
      const id = text(row, 'Id');
      return id === null ? [] : [dealOf(id, row, people.value.get(id) ?? [])];
    }),
  };
}

function dealOf(id: string, row: Row, people: readonly Ref[]): Deal {
  const amount = Number(row['Amount'] ?? 0);
  const closed = row['IsClosed'] === true;
  const closedAt = Date.parse(`${text(row, 'CloseDate') ?? ''}T12:00:00Z`);
  const lost = closed && row['IsWon'] !== true;
  return {
    kind: 'deal',
    ref: { object: 'Opportunity', id },
    people,
    changedAt: instant(row, 'SystemModstamp') ?? 0,
    createdAt: instant(row, 'CreatedDate') ?? 0,
    amount: Number.isFinite(amount) ? amount : 0,
    currency: text(row, 'CurrencyIsoCode'),
    outcome: closed ? (lost ? 'lost' : 'won') : 'open',
    // Why is a field each org makes for itself; the stage it was lost in is all every org says.
    reason: lost ? text(row, 'StageName') : null,
    closedAt: closed && !Number.isNaN(closedAt) ? closedAt : null,
  };
}

async function peopleIn(
  line: Line,
  ids: readonly string[],
): Promise<Answer<ReadonlyMap<string, readonly Ref[]>>> {
  const found = new Map<string, Ref[]>();
  const add = (deal: string | null, object: string, id: string | null) => {
    if (deal !== null && id !== null) found.set(deal, [...(found.get(deal) ?? []), { object, id }]);
  };
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const some = inList(ids.slice(at, at + IDS_AT_ONCE));
    const leads = await select(
      line,
      'Lead',
      ['Id', 'ConvertedOpportunityId'],
      `WHERE ConvertedOpportunityId IN ${some}`,
    );
    if (!leads.ok && leads.trouble !== 'invalid') return leads;
    for (const row of leads.ok ? leads.value.rows : [])
      add(text(row, 'ConvertedOpportunityId'), 'Lead', text(row, 'Id'));
    const roles = await select(
      line,
      'OpportunityContactRole',
      ['Id', 'OpportunityId', 'ContactId'],
      `WHERE OpportunityId IN ${some}`,
    );
    if (!roles.ok && roles.trouble !== 'invalid') return roles;
    for (const row of roles.ok ? roles.value.rows : [])
      add(text(row, 'OpportunityId'), 'Contact', text(row, 'ContactId'));
  }
  return { ok: true, value: found };
}

const IDS_AT_ONCE = 200;
