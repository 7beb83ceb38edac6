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
  dress(root, `${HOST}${layout}}${css}`);
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

/**
 * Keeps a click or a press of ours from also opening the mail or ticking the row underneath; keys are
 * the page's own shortcuts except the two that work a button.
 */
export function keepToOurselves(inside: HTMLElement): void {
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick', 'touchstart'])
    inside.addEventListener(type, stop, { passive: true });
  for (const type of ['keydown', 'keypress', 'keyup'])
    inside.addEventListener(type, (event) => {
      if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) stop(event);
    });
}

function stop(event: Event): void {
  event.stopPropagation();
}

const sheets = new Map<string, CSSStyleSheet>();

/** One parsed sheet for all roots of a kind; Firefox lets content scripts share none, so there each has its own. */
function dress(root: ShadowRoot, css: string): void {
  try {
    const sheet = sheets.get(css) ?? new CSSStyleSheet();
    if (!sheets.has(css)) sheet.replaceSync(css);
    sheets.set(css, sheet);
    root.adoptedStyleSheets = [sheet];
  } catch {
    root.append(element('style', '', css));
  }
}
