/**
 * One observer a frame for everything the page does: changes are gathered, and looked at once a frame
 * and at most ten times a second, only while the page is visible.
 */
import type { Watched } from '../sites/prepared.ts';
import type { Changes } from './rows.ts';
import { isOwn } from './surface.ts';

const BETWEEN_LOOKS_MS = 100;
/** How often everything is read while a page keeps changing: not every change is told of. */
const BETWEEN_FULL_MS = 2_000;
/** Of more changes than this the page is read as a whole. */
const MANY = 500;

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
 * @param look reads what changed of the page; called a first time at once, with everything.
 * @param changed called within the change itself, for what may be gone a moment later: keep it cheap.
 */
export function watchPage(
  { attributes, text }: Watched,
  look: (changes: Changes) => void,
  changed: () => void,
  signal: AbortSignal,
): Watch {
  let gathered: MutationRecord[] | 'all' = 'all';
  let due = false;
  let lookedAt = 0;
  let fullAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    timer = undefined;
    if (document.hidden) {
      due = true; // becoming visible looks
      return;
    }
    const full = gathered === 'all' || performance.now() - fullAt > BETWEEN_FULL_MS;
    const changes = full ? 'all' : gathered;
    gathered = [];
    due = false;
    look(changes);
    lookedAt = performance.now();
    if (full) fullAt = lookedAt;
    // The last change of all may be one nobody told of.
    else later(BETWEEN_FULL_MS);
  };
  const later = (ms: number) => {
    if (document.hidden || signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(now, Math.max(16, ms));
  };
  const soon = () => {
    if (!due) later(lookedAt + BETWEEN_LOOKS_MS - performance.now());
    due = true;
  };

  const observer = new MutationObserver((records) => {
    if (records.every(isOurDoing)) return;
    changed();
    if (gathered !== 'all') {
      if (gathered.length + records.length > MANY) gathered = 'all';
      else gathered.push(...records);
    }
    soon();
  });
  observer.observe(document, {
    childList: true,
    subtree: true,
    characterData: text,
    attributes: true,
    attributeFilter: [...attributes],
  });
  document.addEventListener('visibilitychange', () => due && later(0), { signal });
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

/** Something of ours was put there or changed; a removal may be the page's, so it is always looked at. */
function isOurDoing({ type, target, removedNodes, addedNodes }: MutationRecord): boolean {
  if (type !== 'childList') return isOwn(target);
  return removedNodes.length === 0 && [...addedNodes].every((node) => isOwn(node));
}
