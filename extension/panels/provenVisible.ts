/**
 * Whether the browser proves that nothing of the page lies over this frame (OVR2): Chromium can
 * (IntersectionObserver v2), others cannot and answer no for good.
 */

/** Seen clear for this long before it counts: a cover lifted for the click is no proof. */
const DWELL_MS = 500;

interface VisibilityOptions extends IntersectionObserverInit {
  readonly trackVisibility: true;
  /** At least 100 ms is what the browser asks for. */
  readonly delay: number;
}

/** Calls `say` with every change, until the signal aborts. */
export function provenVisible(element: Element, say: (sure: boolean) => void, signal: AbortSignal): void {
  let dwell: ReturnType<typeof setTimeout> | undefined;
  const options: VisibilityOptions = { trackVisibility: true, delay: 100, threshold: [0, 1] };
  const observer = new IntersectionObserver((entries) => {
    clearTimeout(dwell);
    if (isClear(entries.at(-1))) dwell = setTimeout(() => say(true), DWELL_MS);
    else say(false);
  }, options);
  observer.observe(element);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(dwell);
      observer.disconnect();
    },
    { once: true },
  );
}

/** `isVisible` is missing where the browser does not know the second version. */
function isClear(entry: IntersectionObserverEntry | undefined): boolean {
  return entry !== undefined && 'isVisible' in entry && entry.isVisible === true;
}
