/** The lead kept beside the page, and where it stands in the round through the day's queue. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { SidePort } from './sidePort.ts';
import { beginWalk, placeIn, shownIn, walkOn, walkTo, type Place, type Walk } from './walk.ts';

export type Stand =
  | ({ readonly kind: 'at' } & Place)
  /** Not begun: nobody is kept here. */
  | { readonly kind: 'before' }
  /** The last one was passed. */
  | { readonly kind: 'after' }
  /** The queue is empty. */
  | { readonly kind: 'nobody' }
  /** Shown for another reason than the queue. */
  | { readonly kind: 'aside' };

export interface Walking {
  readonly pinned: string | null;
  readonly stand: Stand;
  /** Keeps this one in view, or none: the day. */
  readonly show: (leadId: string | null) => Promise<void>;
  readonly step: (by: 1 | -1) => Promise<void>;
}

export function useWalk(port: SidePort): Walking {
  const [pinned, setPinned] = useState<string | null>(null);
  const [stand, setStand] = useState<Stand>({ kind: 'before' });
  const walk = useRef<Walk | null>(null);

  /** A lead of the round keeps it; any other begins a new one that stands nowhere yet. */
  const follow = useCallback(
    async (leadId: string | null) => {
      setPinned(leadId);
      const queue = leadId === null ? undefined : await port.queue();
      if (leadId === null || !queue) {
        walk.current = null;
        setStand({ kind: 'before' });
        return;
      }
      walk.current = (walk.current && walkTo(walk.current, leadId)) ?? beginWalk(queue, leadId);
      setStand(standOf(walk.current));
    },
    [port],
  );
  const show = useCallback(
    async (leadId: string | null) => follow(await port.pinned(leadId)),
    [port, follow],
  );
  useEffect(() => {
    const watching = new AbortController();
    void port.pinned().then(follow);
    port.watchPinned((leadId) => void follow(leadId), watching.signal);
    return () => watching.abort();
  }, [port, follow]);

  async function step(by: 1 | -1): Promise<void> {
    const queue = await port.queue();
    if (!queue) return;
    const from = walk.current ?? beginWalk(queue, pinned);
    const next = walkOn(from, queue, by);
    const leadId = shownIn(next);
    if (leadId === null) {
      if (by === -1) return;
      // The last one's card stays, and so does its place: somebody may come into the queue yet.
      walk.current = { stops: next.stops, at: from.at };
      setStand({ kind: next.stops.length === 0 ? 'nobody' : 'after' });
      return;
    }
    walk.current = next;
    setStand(standOf(next));
    setPinned(await port.pinned(leadId));
  }
  return { pinned, stand, show, step };
}

function standOf(walk: Walk): Stand {
  const place = placeIn(walk);
  return place ? { kind: 'at', ...place } : { kind: 'aside' };
}
