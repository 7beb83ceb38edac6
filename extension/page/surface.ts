/**
 * Every node we put on a page: a host element with a closed shadow root (OVR2). The host carries no
 * content, cannot be restyled from outside, and is known here so that our own changes wake nobody.
 */
export const TAG = 'combinado-ui';

/** Outer rules lose against these: in a shadow root `!important` on `:host` wins over the page's own. */
const HOST = ':host{all:initial!important;';

const own = new WeakSet<Node>();

export interface Surface {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/**
 * @param layout declarations for the host, each with `!important`.
 * @param css rules for what is inside.
 */
export function surface(layout: string, css: string): Surface {
  const host = document.createElement(TAG);
  own.add(host);
  const root = host.attachShadow({ mode: 'closed' });
  own.add(root);
  dress(root, layout, css);
  return { host, root };
}

/** A host of ours, or something inside one. */
export function isOwn(node: unknown): boolean {
  return node instanceof Node && (own.has(node) || own.has(node.getRootNode()));
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'dblclick', 'touchstart'];
const KEYS = ['keydown', 'keypress', 'keyup'];

/**
 * Keeps a click or a press of ours from also opening the mail or ticking the row underneath; keys are
 * the page's own shortcuts except the two that work a button. Most nodes are never pressed: what follows
 * a press or the focus is listened to from the first one on.
 */
export function keepToOurselves(inside: HTMLElement): void {
  const first = (event: Event) => {
    inside.removeEventListener('pointerdown', first);
    inside.removeEventListener('focusin', first);
    for (const type of PRESSES) inside.addEventListener(type, stop, { passive: true });
    for (const type of KEYS) inside.addEventListener(type, stopWorking);
    if (event.type === 'pointerdown') stop(event);
  };
  inside.addEventListener('pointerdown', first);
  inside.addEventListener('focusin', first);
  inside.addEventListener('click', stop);
}

function stop(event: Event): void {
  event.stopPropagation();
}

function stopWorking(event: Event): void {
  if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) stop(event);
}

/** By the constant that holds the rules of a kind; `null` where the browser lets content scripts share none. */
const sheets = new Map<string, CSSStyleSheet | null>();

/** One parsed sheet for all roots of a kind; in Firefox each root has its own. */
function dress(root: ShadowRoot, layout: string, css: string): void {
  const known = sheets.get(css);
  const rules = `${HOST}${layout}}${css}@media print{:host{display:none!important}}`;
  try {
    const sheet = known === undefined ? new CSSStyleSheet() : known;
    if (known === undefined) sheet?.replaceSync(rules);
    if (sheet) root.adoptedStyleSheets = [sheet];
    sheets.set(css, sheet);
  } catch {
    sheets.set(css, null);
  }
  if (sheets.get(css) === null) root.append(element('style', '', rules));
}
