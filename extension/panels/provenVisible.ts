/**
 * Whether the browser proves that nothing of the page lies over this frame (OVR2): Chromium can
 * (IntersectionObserver v2), others cannot and answer no for good.
 */

/** Seen clear, where it is, for this long before it counts: a cover lifted for the click is no proof. */
export const DWELL_MS = 500;

interface VisibilityOptions extends IntersectionObserverInit {
  readonly trackVisibility: true;
  /** At least 100 ms is what the browser asks for. */
  readonly delay: number;
}

/** How long a frame that was just opened may take to be seen clear before that is a no. */
const PATIENCE_MS = 1_500;

/**
 * Calls `say` with every change, until the signal aborts; nothing is said while it is not known.
 * @returns whether this browser could see us clear and did not lately: at once, without any patience.
 */
export function provenVisible(
  element: Element,
  say: (sure: boolean) => void,
  signal: AbortSignal,
): () => boolean {
  let verdict: ReturnType<typeof setTimeout> | undefined;
  let seen = false;
  let clearSince = Number.POSITIVE_INFINITY;
  const options: VisibilityOptions = { trackVisibility: true, delay: 100, threshold: [0, 1] };
  const observer = new IntersectionObserver((entries) => {
    clearTimeout(verdict);
    const last = entries.at(-1);
    // The second version of the observer is missing here: there will never be a proof.
    if (!last || !('isVisible' in last)) return say(false);
    if (last.isVisible === true) {
      clearSince = Math.min(clearSince, performance.now());
      verdict = setTimeout(() => {
        seen = true;
        say(true);
      }, DWELL_MS);
    } else {
      clearSince = Number.POSITIVE_INFINITY;
      if (seen) say(false);
      else verdict = setTimeout(() => say(false), PATIENCE_MS);
    }
    return undefined;
  }, options);
  observer.observe(element);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(verdict);
      observer.disconnect();
    },
    { once: true },
  );
  const canTell = 'isVisible' in IntersectionObserverEntry.prototype;
  return () => canTell && performance.now() - clearSince < DWELL_MS;
}
