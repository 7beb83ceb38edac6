/** A record of CSV → the lead it speaks of, by what its columns mean and what the agreement's fields take. */
import type { Definitions } from '../../shared/definitions/definitions.ts';
import type { Field } from '../../shared/definitions/field.ts';
import type { ExternalId, Scalar } from '../../shared/lead/facts.ts';
import { CHANNELS } from '../../shared/lead/vocabulary.ts';
import { foldText } from '../../shared/predicate/text.ts';
import { type DateOrder, ImportRow, type Mapping, type RowFault } from '../../shared/protocol/imports.ts';
import type { PlainReason, Reason } from '../../shared/protocol/reason.ts';
import { issueFault, rowFault } from './rowFault.ts';
import type { Offsets } from '../../shared/sla/localTime.ts';
import { readDate } from './dates.ts';
import { type DealDraft, takeDealCell } from './dealCells.ts';
import { numberOf } from './numberOf.ts';
import type { CsvRecord } from './records.ts';

export interface Reading {
  readonly names: readonly string[];
  readonly mapping: Mapping;
  readonly definitions: Definitions;
  readonly offsets: Offsets;
  readonly dates: DateOrder | null;
}

export interface NumberedRow {
  readonly line: number;
  readonly row: ImportRow;
}

interface Draft {
  emails: string[];
  phones: string[];
  externalIds: ExternalId[];
  fields: Record<string, Scalar>;
  attempts: { channel: (typeof CHANNELS)[number]; at: number }[];
  signals: { signal: string; at: number }[];
  deal: DealDraft;
  owner?: string;
  source?: string;
  campaign?: string;
  at?: number;
}

/** The row, or the first thing that is wrong with it. */
export function rowOf(reading: Reading, { line, cells }: CsvRecord): NumberedRow | RowFault {
  const { names, mapping } = reading;
  if (cells.slice(names.length).some((cell) => cell.trim() !== ''))
    return rowFault(line, '', { code: 'more_cells', n: names.length });
  const draft: Draft = {
    emails: [],
    phones: [],
    externalIds: [],
    fields: {},
    attempts: [],
    signals: [],
    deal: {},
  };
  for (const [index, name] of names.entries()) {
    const target = Object.hasOwn(mapping, name) ? mapping[name] : undefined;
    const value = (cells[index] ?? '').trim();
    if (target === undefined || target === 'ignore' || value === '') continue;
    const fault = take(reading, draft, target, value);
    if (fault !== undefined) return rowFault(line, name, fault);
  }
  const { deal, ...lead } = draft;
  const row = ImportRow.safeParse(deal.outcome === undefined ? lead : draft);
  if (row.success) return { line, row: row.data };
  return issueFault(line, row.error.issues);
}

/** Whether a column that is mapped means anything this agreement knows; why, where not. */
export function mappingFault(definitions: Definitions, target: string): Reason | undefined {
  const [kind, id = ''] = parted(target);
  if (kind === 'signal' && !definitions.signals.some((signal) => signal.id === id))
    return { code: 'no_signal' };
  return undefined;
}

/** @returns what is wrong with the value */
function take(
  reading: Reading,
  draft: Draft,
  target: string,
  value: string,
): Reason | PlainReason | undefined {
  const [kind, id = ''] = parted(target);
  const instant = () => readDate(value, reading.dates, reading.offsets);
  switch (kind) {
    case 'email':
      draft.emails.push(...value.split(/[\s;,]+/).filter((part) => part !== ''));
      return undefined;
    case 'phone':
      draft.phones.push(...value.split(/[;,/|]/).filter((part) => part.trim() !== ''));
      return undefined;
    case 'source':
      draft.source = sourceOf(reading.definitions, value);
      return undefined;
    case 'owner':
    case 'campaign':
      draft[kind] = value;
      return undefined;
    case 'id': {
      const [system = '', object = ''] = id.split('/');
      draft.externalIds.push({ system, object, id: value });
      return undefined;
    }
    case 'field': {
      const read = valueOf(reading, id, value);
      if ('fault' in read) return read.fault;
      draft.fields[id] = read.value;
      return undefined;
    }
    case 'capturedAt': {
      const read = instant();
      if (typeof read === 'string') return read;
      draft.at = read.at;
      return undefined;
    }
    case 'attempt': {
      const read = instant();
      if (typeof read === 'string') return read;
      const channel = CHANNELS.find((one) => one === id);
      if (channel) draft.attempts.push({ channel, at: read.at });
      return undefined;
    }
    case 'signal': {
      const read = instant();
      if (typeof read === 'string') return read;
      draft.signals.push({ signal: id, at: read.at });
      return undefined;
    }
    case 'deal':
      return takeDealCell(draft.deal, id, value, instant);
    default:
      return 'not_mapped';
  }
}

/** The agreement's own, by id or name; any other stays as it is written. */
function sourceOf({ sources }: Definitions, value: string): string {
  const asked = foldText(value);
  return sources.find(({ id, label }) => foldText(id) === asked || foldText(label) === asked)?.id ?? value;
}

function parted(target: string): readonly [kind: string, id: string | undefined] {
  const colon = target.indexOf(':');
  return colon < 0 ? [target, undefined] : [target.slice(0, colon), target.slice(colon + 1)];
}

const YES = new Set(['true', 'yes', 'y', 'sim', 's', 'sí', 'si', '1', 'verdadeiro', 'verdadero', 'x']);
const NO = new Set(['false', 'no', 'n', 'não', 'nao', '0', 'falso']);

function valueOf(
  { definitions, dates, offsets }: Reading,
  id: string,
  text: string,
): { readonly value: Scalar } | { readonly fault: Reason | PlainReason } {
  const field: Field | undefined = definitions.fields.find((one) => one.id === id);
  switch (field?.type) {
    case 'number': {
      const value = numberOf(text);
      return value === null ? { fault: 'takes_number' } : { value };
    }
    case 'boolean': {
      const word = foldText(text);
      if (YES.has(word)) return { value: true };
      return NO.has(word) ? { value: false } : { fault: 'takes_yes_no' };
    }
    case 'date': {
      const read = readDate(text, dates, offsets);
      return typeof read === 'string' ? { fault: read } : { value: read.on };
    }
    case 'choice': {
      const word = foldText(text);
      const choice = field.choices?.find((one) => foldText(one.id) === word || foldText(one.label) === word);
      if (choice) return { value: choice.id };
      const choices = (field.choices ?? []).slice(0, 20).map((one) => one.id);
      return { fault: { code: 'takes_choice', choices } };
    }
    default:
      return { value: text };
  }
}
