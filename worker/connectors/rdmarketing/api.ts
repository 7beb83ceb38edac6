/** RD Station Marketing's API 2.0 as we ask it: contacts one by one, listed only by a segmentation they are in. */
import * as z from 'zod';
import type { Answer, Line } from '../connector.ts';
import { trouble } from '../line.ts';

export const API = 'https://api.rd.services';
/** The most a page of a list may hold. */
export const PAGE = 125;

/** What a 429 is named by that is of one contact alone: 24 a day to change it, 24 to look at its funnel. */
export const LIMIT_OF_ONE = /'lead_limiter'/;

export const Item = z.record(z.string(), z.unknown());
export type Item = z.infer<typeof Item>;

export function text(item: Item, name: string): string | null {
  const value = item[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export function instant(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

const Segmentations = z.object({
  segmentations: z.array(z.object({ id: z.int(), name: z.string(), standard: z.boolean().nullish() })),
});
/** The one every account has, in the languages they sell in. */
const ALL = /^(?:todos os contatos|todos los contactos|all contacts)/i;
const NO_LIST = trouble('missing', null, 'the segmentation of all contacts is not there');

/** Of the segmentation that holds everybody. */
export async function listOfAll(line: Line): Promise<Answer<number>> {
  const found = await line.send({
    method: 'GET',
    url: `${API}/platform/segmentations`,
    query: { page: '1', page_size: String(PAGE) },
    reads: Segmentations,
  });
  if (!found.ok) return found;
  const all = found.value.segmentations.find(({ name, standard }) => standard === true && ALL.test(name));
  return all ? { ok: true, value: all.id } : NO_LIST;
}

const Listed = z.object({
  contacts: z.array(
    z.object({
      uuid: z.string(),
      created_at: z.string().nullish(),
      last_conversion_date: z.string().nullish(),
    }),
  ),
});
export interface Listed {
  readonly id: string;
  /** Epoch ms; null where they do not say. */
  readonly createdAt: number | null;
  readonly convertedAt: number | null;
}

export async function listed(
  line: Line,
  segmentation: number,
  page: number,
): Promise<Answer<readonly Listed[]>> {
  const found = await line.send({
    method: 'GET',
    url: `${API}/platform/segmentations/${segmentation}/contacts`,
    query: { page: String(page), page_size: String(PAGE) },
    reads: Listed,
  });
  if (!found.ok) return found;
  const contacts = found.value.contacts.map((one) => ({
    id: one.uuid,
    createdAt: instant(one.created_at),
    convertedAt: instant(one.last_conversion_date),
  }));
  return { ok: true, value: contacts };
}

export function contactAt(id: string, more = ''): string {
  return `${API}/platform/contacts/uuid:${id}${more}`;
}

export function contactOf(line: Line, id: string): Promise<Answer<Item>> {
  return line.send({ method: 'GET', url: contactAt(id), reads: Item });
}

/** Where it stands in the funnel every account has. */
export function funnelOf(line: Line, id: string): Promise<Answer<Item>> {
  const url = contactAt(id, '/funnels/default');
  return line.send({ method: 'GET', url, reads: Item, ofOne: LIMIT_OF_ONE });
}

const Events = z.array(
  z.object({
    event_identifier: z.string().nullish(),
    event_timestamp: z.string(),
    payload: Item.nullish(),
  }),
);
export type Event = z.infer<typeof Events>[number];

/** A page of them, newest first. */
export const EVENTS = 10;
export function eventsOf(line: Line, id: string, type: string): Promise<Answer<readonly Event[]>> {
  return line.send({
    method: 'GET',
    url: `${API}/platform/contacts/${id}/events`,
    query: { event_type: type, order: 'created_at:desc', page: '1' },
    reads: Events,
  });
}
