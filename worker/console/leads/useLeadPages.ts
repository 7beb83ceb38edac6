/**
 * A list that goes on by cursor: page after page as somebody scrolls, each read again when the workspace
 * moved and it is near what is looked at. What was read stays until it is read anew.
 */
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { LeadView } from '../../../shared/protocol/leads.ts';
import type { Failure } from '../api/failure.ts';
import { useCache } from '../api/hooks.ts';
import { type AskedLeads, type LeadsPage, pageOf } from './asked.ts';

export type Move = NonNullable<LeadsPage['moves']>[number];

export interface LeadPages {
  readonly leads: readonly LeadView[];
  /** Where those of a preview would go, by lead. */
  readonly moves: ReadonlyMap<string, Move>;
  /** There is more than was read. */
  readonly more: boolean;
  readonly loading: boolean;
  readonly failure: Failure | null;
  /** Reads on, when the last row comes near. */
  readonly next: () => void;
  readonly reload: () => void;
}

/** Pages kept fresh beside the first: those somebody may be looking at. */
const FRESH = 3;

export function useLeadPages(asked: AskedLeads): LeadPages {
  const cache = useCache();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const question = JSON.stringify(asked);
  const held = useRef({ question, pages: new Map<number, LeadsPage>(), wanted: 1 });
  if (held.current.question !== question) held.current = { question, pages: new Map(), wanted: 1 };
  const { pages, wanted } = held.current;

  const resources = [pageOf(asked, null)];
  for (let place = 0; place < wanted - 1; place += 1) {
    const cursor = pages.get(place)?.cursor;
    if (!cursor) break;
    resources.push(pageOf(asked, cursor));
  }
  const seen = resources.map((resource) => cache.see(resource));
  for (const [place, { value }] of seen.entries()) if (value) pages.set(place, value);

  const watched = resources.filter((_, place) => place === 0 || place >= resources.length - FRESH);
  const keys = watched.map(({ key }) => key).join('\n');
  useEffect(() => {
    const stops = watched.map((resource) => cache.watch(resource, () => draw(null)));
    draw(null);
    return () => {
      for (const stop of stops) stop();
    };
  }, [cache, keys]);

  const read = resources.flatMap((_, place) => pages.get(place) ?? []);
  const last = read.at(-1);
  const loading = seen.some(({ value }, place) => value === undefined && !pages.has(place));
  const more = last !== undefined && last.cursor !== null;
  // Pages of a report may be empty while there are more: nobody can scroll to the end of nothing.
  const isThin = more && !loading && read.reduce((sum, { leads }) => sum + leads.length, 0) < wanted * 40;
  const next = () => {
    if (!more || held.current.wanted > read.length) return;
    held.current.wanted = read.length + 1;
    draw(null);
  };
  useEffect(() => {
    if (isThin) next();
  }, [isThin, read.length]);

  // A lead that moved between two readings may be on two pages.
  const leads = useMemo(() => {
    const known = new Set<string>();
    return read.flatMap((page) => page.leads.filter(({ id }) => !known.has(id) && known.add(id)));
  }, [read.length, ...read]);
  const moves = useMemo(
    () => new Map(read.flatMap((page) => page.moves ?? []).map((move) => [move.lead, move])),
    [read.length, ...read],
  );
  const failure = seen.find((one) => one.failure !== null)?.failure ?? null;
  return {
    leads,
    moves,
    more,
    loading,
    failure,
    next,
    reload: () => {
      for (const { key } of watched) cache.reload(key);
    },
  };
}
