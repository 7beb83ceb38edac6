/**
 * One observer a frame for everything the page does: changes are gathered, and looked at once a frame
 * and at most ten times a second, only while the page is visible.
 */
import { isOwn } from './surface.ts';

/** Attributes that sites state people in; a virtual list reuses a row by changing these alone. */
const ATTRIBUTES = ['email', 'title', 'href', 'row-id', 'data-email', 'data-record', 'data-hovercard-id'];
const BETWEEN_LOOKS_MS = 100;

export interface Watch {
  /** Looks again soon, as if the page had changed. */
  soon(): void;
}

/**
 * Calls `repaint` when the page may have changed its colours: a theme is a class or an attribute of
 * the document or its body, or follows the system.
 */
export function watchGround(repaint: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(repaint);
  for (const ground of [document.documentElement, document.body])
    observer.observe(ground, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', repaint, { signal });
}

/**
 * @param look reads the page; called a first time at once.
 * @param changed called within the change itself, for what may be gone a moment later: keep it cheap.
 */
export function watchPage(look: () => void, changed: () => void, signal: AbortSignal): Watch {
  let due = false;
  let lookedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    timer = undefined;
    if (document.hidden) return; // stays due; becoming visible looks
    due = false;
    lookedAt = performance.now();
    look();
  };
  const soon = () => {
    due = true;
    if (timer !== undefined || document.hidden || signal.aborted) return;
    timer = setTimeout(now, Math.max(16, lookedAt + BETWEEN_LOOKS_MS - performance.now()));
  };

  const observer = new MutationObserver((records) => {
    if (records.every(isOurDoing)) return;
    changed();
    soon();
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  document.addEventListener('visibilitychange', () => due && soon(), { signal });
  for (const type of ['hashchange', 'popstate', 'pageshow']) window.addEventListener(type, soon, { signal });
  for (const type of ['input', 'change', 'focusout'])
    document.addEventListener(type, soon, { signal, capture: true, passive: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  now();
  return { soon };
}

/** Something of ours was put there; a removal may be the page's, so it is always looked at. */
function isOurDoing(record: MutationRecord): boolean {
  return (
    record.type === 'childList' &&
    record.removedNodes.length === 0 &&
    [...record.addedNodes].every((node) => isOwn(node))
  );
}
