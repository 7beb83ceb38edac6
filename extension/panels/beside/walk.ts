/**
 * Going through the day's queue, one lead after the other. The order is the one the round began with:
 * whoever was answered stays in their place and is passed over, so that the next one is next and not
 * whoever happens to stand behind them now. Whoever comes into the queue meanwhile gets a place in it.
 */
export interface Queue {
  readonly leads: readonly string[];
  /** So many of the first ones are late, at risk or due today. */
  readonly today: number;
}

interface Stop {
  readonly leadId: string;
  /** Was due today when it came into the round. */
  readonly today: boolean;
}

export interface Walk {
  readonly stops: readonly Stop[];
  /** Index of the lead shown; -1 before the first, their number after the last. */
  readonly at: number;
}

export interface Place {
  /** From 1. */
  readonly place: number;
  readonly of: number;
  /** Counted among those due today; else among those due later. */
  readonly today: boolean;
}

/** A round that stands at `leadId`, or before its first. */
export function beginWalk(queue: Queue, leadId: string | null): Walk {
  const stops = queue.leads.map((each, index) => ({ leadId: each, today: index < queue.today }));
  return { stops, at: stops.findIndex((stop) => stop.leadId === leadId) };
}

/** Forward past whoever is settled by now; backward to whoever was shown before, settled or not. */
export function walkOn(walk: Walk, queue: Queue, by: 1 | -1): Walk {
  const { stops, at } = joined(walk, queue);
  const today = new Set(queue.leads.slice(0, queue.today));
  const owed = new Set(queue.leads);
  const isPassed = ({ leadId, today: wasToday }: Stop) => !(wasToday ? today : owed).has(leadId);
  const onward = stops.findIndex((stop, index) => index > at && !isPassed(stop));
  return { stops, at: by === -1 ? Math.max(-1, at - 1) : onward < 0 ? stops.length : onward };
}

/** The same round at another of its leads; null when it is not in it. */
export function walkTo({ stops }: Walk, leadId: string): Walk | null {
  const at = stops.findIndex((stop) => stop.leadId === leadId);
  return at < 0 ? null : { stops, at };
}

export function shownIn({ stops, at }: Walk): string | null {
  return stops[at]?.leadId ?? null;
}

export function placeIn({ stops, at }: Walk): Place | null {
  const here = stops[at];
  if (!here) return null;
  const { today } = here;
  const alike = stops.filter((stop) => stop.today === today);
  return { place: alike.indexOf(here) + 1, of: alike.length, today };
}

/** Each new one stands before the first of the round that the queue names after it, never behind the lead shown. */
function joined({ stops, at }: Walk, { leads, today }: Queue): Walk {
  const held = new Set(stops.map(({ leadId }) => leadId));
  const walked = [...stops];
  leads.forEach((leadId, index) => {
    if (held.has(leadId)) return;
    const after = new Set(leads.slice(index + 1));
    const before = walked.findIndex((stop, place) => place > at && after.has(stop.leadId));
    walked.splice(before < 0 ? walked.length : before, 0, { leadId, today: index < today });
  });
  return { stops: walked, at };
}
