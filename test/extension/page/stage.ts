/**
 * A page for the overlay to stand on: a background that answers from a table, rows that are on screen
 * when a test says so, presses as a person makes them, and a view into our closed roots.
 */
import { vi } from 'vitest';
import type { AskOf, MessageType, ReplyOf, ask as askBackground } from '../../../extension/messages.ts';
import type { StripView } from '../../../shared/ui/buildStrip.ts';
import { startOverlay, type Overlay } from '../../../extension/page/overlay.ts';
import { keyText } from '../../../extension/sites/read.ts';
import { prepared } from '../../../extension/sites/prepared.ts';
import type { Site } from '../../../extension/sites/site.ts';
import type { ChipView, ClockFace } from '../../../shared/ui/chipView.ts';

declare global {
  interface Window {
    readonly happyDOM: { setURL(url: string): void };
  }
}

const OWN = 'combinado-ui';
const roots = new WeakMap<Element, ShadowRoot>();
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function open(init) {
  const root = attachShadow.call(this, init);
  roots.set(this, root);
  return root;
};

const offScreen = new WeakSet<Element>();
const observers = new Set<ScreenObserver>();

class ScreenObserver implements IntersectionObserver {
  readonly root = null;
  readonly rootMargin = '';
  readonly scrollMargin = '';
  readonly thresholds = [];
  readonly watched = new Set<Element>();
  readonly #tell: IntersectionObserverCallback;
  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell;
    observers.add(this);
  }
  observe(target: Element): void {
    this.watched.add(target);
    queueMicrotask(() => this.watched.has(target) && this.report(target));
  }
  unobserve(target: Element): void {
    this.watched.delete(target);
  }
  disconnect(): void {
    this.watched.clear();
    observers.delete(this);
  }
  takeRecords(): IntersectionObserverEntry[] {
    return [];
  }
  report(target: Element): void {
    const isIntersecting = !offScreen.has(target) && target.isConnected;
    const boundingClientRect = { height: 24 };
    this.#tell([{ target, isIntersecting, boundingClientRect } as IntersectionObserverEntry], this);
  }
}
vi.stubGlobal('IntersectionObserver', ScreenObserver);

/** Scrolls an element off the screen or back on it. */
export function scroll(target: Element, where: 'off' | 'on'): void {
  if (where === 'off') offScreen.add(target);
  else offScreen.delete(target);
  for (const observer of observers) if (observer.watched.has(target)) observer.report(target);
}

/** How many observers still stand: none may after an abort. */
export const observersLeft = () => observers.size;

export const hosts = (): Element[] => [...document.querySelectorAll(OWN)];
export const insideOf = (host: Element): ShadowRoot => {
  const root = roots.get(host);
  if (!root) throw new Error('not one of ours');
  return root;
};

/** Chips, by accessible name, in the page's order. */
export function chips(): {
  readonly name: string;
  readonly button: HTMLButtonElement;
  readonly host: Element;
}[] {
  return hosts().flatMap((host) => {
    const button = insideOf(host).querySelector<HTMLButtonElement>('button.chip');
    return button ? [{ name: button.getAttribute('aria-label') ?? '', button, host }] : [];
  });
}

export const chipNames = () => chips().map(({ name }) => name);
export const strips = () => hosts().flatMap((host) => insideOf(host).querySelector('.strip') ?? []);
export const toasts = () => hosts().flatMap((host) => insideOf(host).querySelector('.toast') ?? []);

/** As a person does it: the browser marks such events as trusted. */
export function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

/** Press and click of a mouse, trusted. */
export function press(target: Element): void {
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
    target.dispatchEvent(trusted(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true })));
}

export function key(target: Element, init: KeyboardEventInit): KeyboardEvent {
  const event = trusted(
    new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }),
  );
  target.dispatchEvent(event);
  return event;
}

/** A running clock, or with other words or instants. */
export function clock(over: Partial<ClockFace> = {}): ClockFace {
  return {
    kind: 'first_response',
    status: 'running',
    trial: false,
    startedAt: 0,
    dueAt: Date.now() + 80 * 60_000,
    riskAt: null,
    open: null,
    words: { running: '{t} left', late: 'late {t}', still: 'on time' },
    ...over,
  };
}

export function chipView(over: Partial<ChipView> = {}): ChipView {
  const { score = 72, stage = 'MQL' } = over;
  const label = `Combinado: score ${score}, ${stage}`;
  return { key: 'k', leads: 1, score, stage, clock: null, note: null, label, ...over };
}

export const STRIP: StripView = {
  tone: 'risk',
  text: 'First response is due today at 17:30: sending this meets it. Only you see this.',
  uncounted: 'First response is due today at 17:30. This email is not logged. Only you see this.',
  counts: ['k'],
  counting: true,
  discountLabel: 'do not count',
  countLabel: 'count',
};

export interface Background {
  readonly ask: typeof askBackground;
  /** Everything asked so far of one kind. */
  asked<T extends MessageType>(type: T): AskOf<T>[];
  /** Leads by `keyText`; `all` makes everyone one. */
  readonly leads: Map<string, ChipView>;
  answer: { [T in MessageType]?: (ask: AskOf<T>) => ReplyOf<T> | undefined };
}

/** A background that knows the leads given, by `keyText`, and grants what it is asked. */
export function background(leads: Readonly<Record<string, ChipView>> | 'all' = {}): Background {
  const known = new Map(leads === 'all' ? [] : Object.entries(leads));
  const log: { type: MessageType; ask: unknown }[] = [];
  const self: Background = {
    leads: known,
    answer: {
      'page.people': ({ people }) => ({
        chips: people.map((person) =>
          leads === 'all'
            ? chipView({ key: keyText(person), label: keyText(person) })
            : (known.get(keyText(person)) ?? null),
        ),
      }),
      'page.compose': () => ({ strip: STRIP }),
      'page.card': () => ({ nonce: 'nonce-1' }),
      'page.sent': ({ send }) => ({
        toast: {
          id: `undo ${send}`,
          text: 'Attempt logged',
          undoLabel: 'Undo',
          undoUntil: Date.now() + 10_000,
        },
      }),
      'page.undo': () => ({ done: true }),
      'page.unsettled': () => ({ sends: [] }),
      'page.sending': () => null,
      'page.unsent': () => null,
      'page.used': () => null,
      'page.chat': () => ({ strip: null }),
      'page.log': () => ({ toast: null }),
      'page.health': () => null,
    },
    asked: <T extends MessageType>(type: T) =>
      log.filter((entry) => entry.type === type).map((entry) => entry.ask as AskOf<T>),
    ask: async <T extends MessageType>(type: T, ask: AskOf<T>) => {
      log.push({ type, ask });
      return self.answer[type]?.(ask);
    },
  };
  return self;
}

/** Lets observers, answers and the next look at the page happen. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 150));

/** The overlay of a site on a page with this body, when it has looked and been answered. */
export async function overlayOn(
  html: string,
  site: Site,
  { ask }: Background,
  { signal }: AbortController,
): Promise<Overlay> {
  document.body.innerHTML = html;
  const overlay = startOverlay(
    { site: prepared(site), ask, frameUrl: 'chrome-extension://x/card.html', beat: () => {} },
    signal,
  );
  await settled();
  return overlay;
}

export function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
