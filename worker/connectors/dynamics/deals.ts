/** Opportunities of a Dataverse organisation as deals, of the lead they came from and their contact. */
import * as z from 'zod';
import type { Answer, Deal, Line, Ref } from '../connector.ts';
import { address, instant, label, type Row, rowsWith, text } from './rows.ts';

const PEOPLE = ['opportunityid', '_originatingleadid_value', '_parentcontactid_value'];
export const DEAL_COLUMNS = [
  ...PEOPLE,
  ...'estimatedvalue actualvalue actualclosedate statecode statuscode createdon modifiedon _transactioncurrencyid_value'.split(
    ' ',
  ),
];

const WON = 1;
const LOST = 2;

export async function dealsOf(line: Line, rows: readonly Row[]): Promise<Answer<readonly Deal[]>> {
  if (rows.length === 0) return { ok: true, value: [] };
  const currencies = await currenciesOf(line);
  if (!currencies.ok) return currencies;
  return {
    ok: true,
    value: rows.flatMap((row): Deal[] => {
      const id = text(row, 'opportunityid');
      if (id === null) return [];
      const [won, lost] = [row['statecode'] === WON, row['statecode'] === LOST];
      const amount = Number((won ? row['actualvalue'] : null) ?? row['estimatedvalue'] ?? 0);
      const currency = text(row, '_transactioncurrencyid_value');
      return [
        {
          kind: 'deal',
          ref: { object: 'opportunity', id },
          people: peopleOf(row),
          changedAt: instant(row, 'modifiedon') ?? 0,
          createdAt: instant(row, 'createdon') ?? 0,
          amount: Number.isFinite(amount) ? amount : 0,
          currency: currency === null ? null : (currencies.value.get(currency) ?? null),
          outcome: won ? 'won' : lost ? 'lost' : 'open',
          reason: lost ? label(row, 'statuscode') : null,
          closedAt: won || lost ? (instant(row, 'actualclosedate') ?? instant(row, 'modifiedon')) : null,
        },
      ];
    }),
  };
}

function peopleOf(row: Row): readonly Ref[] {
  const [lead, contact] = [text(row, '_originatingleadid_value'), text(row, '_parentcontactid_value')];
  return [
    ...(lead === null ? [] : [{ object: 'lead', id: lead }]),
    ...(contact === null ? [] : [{ object: 'contact', id: contact }]),
  ];
}

/** Deal → its people. */
export async function dealPeople(
  line: Line,
  ids: readonly string[],
): Promise<Answer<ReadonlyMap<string, readonly Ref[]>>> {
  const rows = await rowsWith(line, 'opportunity', PEOPLE, 'opportunityid', ids);
  if (!rows.ok) return rows;
  return {
    ok: true,
    value: new Map(rows.value.map((row) => [text(row, 'opportunityid') ?? '', peopleOf(row)])),
  };
}

const Currencies = z.object({
  value: z.array(z.object({ transactioncurrencyid: z.string(), isocurrencycode: z.string() })),
});

async function currenciesOf(line: Line): Promise<Answer<ReadonlyMap<string, string>>> {
  const found = await line.send({
    method: 'GET',
    url: address(line, 'transactioncurrencies'),
    query: { $select: 'isocurrencycode' },
    reads: Currencies,
  });
  if (!found.ok) return found;
  const { value } = found.value;
  return { ok: true, value: new Map(value.map((one) => [one.transactioncurrencyid, one.isocurrencycode])) };
}
