/**
 * What a sender's body says in our words: a mapping is bounded data (pointers, words, conditions),
 * evaluated here and nowhere else, so that nobody's code ever runs.
 */
import type { Scalar } from '../../../shared/lead/facts.ts';
import type { LeadUpsert } from '../../../shared/protocol/api.ts';
import type { Condition, HookMapping, Source } from '../../../shared/protocol/hooks.ts';
import type { PlainReason } from '../../../shared/protocol/reason.ts';
import { faultAt } from '../../reasons.ts';
import type { Fault } from '../agreement/calendarErrors.ts';

export const MOST_MESSAGES = 100;
const TEXT_LIMIT = 2_000;
/** Instants smaller than this are seconds: in ms it would be 1973. */
const SECONDS_BELOW = 100_000_000_000;
/** 2000-01-01: before it nobody sent webhooks. */
const EARLIEST = 946_684_800_000;

export interface MappedSignal {
  readonly signal: string;
  readonly properties: Readonly<Record<string, Scalar>>;
}
export interface MappedMessage {
  readonly lead: LeadUpsert;
  readonly signals: readonly MappedSignal[];
}
export interface Mapped {
  readonly messages: readonly MappedMessage[];
  /** Pointers into the body. */
  readonly faults: readonly Fault[];
}

export function mapBody(mapping: HookMapping, body: unknown): Mapped {
  const { each } = mapping;
  if (each === undefined) return mapItems(mapping, [{ item: body, pointer: '' }]);
  const list = at(body, each);
  if (!Array.isArray(list)) return { messages: [], faults: [faultAt(each, 'no_list')] };
  if (list.length > MOST_MESSAGES)
    return { messages: [], faults: [faultAt(each, { code: 'too_many', max: MOST_MESSAGES })] };
  return mapItems(
    mapping,
    list.map((item: unknown, index) => ({ item, pointer: `${each}/${index}` })),
  );
}

function mapItems(
  mapping: HookMapping,
  items: readonly { readonly item: unknown; readonly pointer: string }[],
): Mapped {
  const faults: Fault[] = [];
  const messages = items.flatMap(({ item, pointer }): MappedMessage[] => {
    const read = new Reading(item, pointer, faults);
    if (!read.holds(mapping.when)) return [];
    return [
      {
        lead: leadOf(mapping, read),
        signals: (mapping.signals ?? [])
          .filter(({ when }) => read.holds(when))
          .map(({ signal, properties = {} }) => ({ signal, properties: read.all(properties) })),
      },
    ];
  });
  return { messages, faults };
}

function leadOf(mapping: HookMapping, read: Reading): LeadUpsert {
  const { emails = [], phones = [], externalId, fields = {}, source, campaign } = mapping;
  const id = externalId && read.text(externalId.from);
  const [from, through] = [source && read.from(source), campaign && read.from(campaign)];
  const instant = mapping.at === undefined ? undefined : read.instant(mapping.at);
  return {
    emails: emails.flatMap((pointer) => read.text(pointer) ?? []),
    phones: phones.flatMap((pointer) => read.text(pointer) ?? []),
    externalIds:
      externalId && id !== undefined ? [{ system: externalId.system, object: externalId.object, id }] : [],
    fields: read.all(fields),
    ...(from === undefined ? {} : { source: String(from).slice(0, 200) }),
    ...(through === undefined ? {} : { campaign: String(through).slice(0, 200) }),
    ...(instant === undefined ? {} : { at: instant }),
  };
}

/** One item, and every fault met while reading it. */
class Reading {
  private readonly item: unknown;
  private readonly pointer: string;
  private readonly faults: Fault[];

  constructor(item: unknown, pointer: string, faults: Fault[]) {
    this.item = item;
    this.pointer = pointer;
    this.faults = faults;
  }

  holds(conditions: readonly Condition[] = []): boolean {
    return conditions.every((condition) => {
      const value = at(this.item, condition.from);
      if ('known' in condition) return !isNothing(value);
      // A form has only text.
      return value === condition.is || (typeof value === 'string' && value === String(condition.is));
    });
  }

  all(sources: Readonly<Record<string, Source>>): Record<string, Scalar> {
    const values: Record<string, Scalar> = {};
    for (const [id, source] of Object.entries(sources)) {
      const value = this.from(source);
      if (value !== undefined) values[id] = value;
    }
    return values;
  }

  from(source: Source): Scalar | undefined {
    if ('value' in source) return source.value;
    const value = this.scalar(source.from);
    if (value === undefined || source.words === undefined) return value;
    return Object.hasOwn(source.words, String(value)) ? source.words[String(value)] : undefined;
  }

  text(pointer: string): string | undefined {
    const value = this.scalar(pointer);
    return value === undefined ? undefined : String(value);
  }

  instant(pointer: string): number | undefined {
    const value = this.scalar(pointer);
    if (value === undefined) return undefined;
    const number = Number(value);
    const ms = Number.isFinite(number)
      ? Math.trunc(Math.abs(number) < SECONDS_BELOW ? number * 1_000 : number)
      : Date.parse(String(value));
    if (Number.isSafeInteger(ms) && ms >= EARLIEST) return ms;
    this.fault(pointer, 'no_instant');
    return undefined;
  }

  private scalar(pointer: string): Scalar | undefined {
    const value = at(this.item, pointer);
    if (isNothing(value)) return undefined;
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value === 'string') return value.trim().slice(0, TEXT_LIMIT);
    this.fault(pointer, 'not_one_value');
    return undefined;
  }

  private fault(pointer: string, why: PlainReason): void {
    this.faults.push(faultAt(`${this.pointer}${pointer}`, why));
  }
}

/** What a field left empty in a form says, too. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** RFC 6901; undefined where nothing is. */
function at(body: unknown, pointer: string): unknown {
  let value = body;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    // Own properties only: nobody reaches a prototype by naming it.
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
