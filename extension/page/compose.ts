/**
 * Follows every mail being written: keeps one strip in each, asks again when its recipients change,
 * and remembers what the person chose on it.
 */
import type { StripView } from '../../shared/ui/buildStrip.ts';
import type { Draft, ask as askBackground } from '../messages.ts';
import { readCompose } from '../sites/read.ts';
import type { ComposeReading, ComposeView, PageAt } from '../sites/site.ts';
import { anyOf, touch, type Changes } from './rows.ts';
import { createStrip, type Strip } from './strip.ts';

export interface Writing {
  reading: ComposeReading;
  /** Whether to count this mail, once the person used the switch on its strip; else the options decide. */
  chosen: boolean | undefined;
}

export interface Composes {
  look(page: PageAt, changes: Changes): void;
  refresh(): void;
  /** The page may have changed its colours. */
  repaint(): void;
  /** The mail an element belongs to, read now: its recipients may have changed since the last look. */
  around(element: Element, page: PageAt): Writing | undefined;
  /** The one the person is at: of several, where they last were. Controls outside a mail speak of it. */
  current(): Writing | undefined;
  /** Whether a mail to anybody of this draft is being written, begun after an instant. */
  writes(draft: Draft, after?: number): boolean;
}

interface Followed extends Writing {
  readonly since: number;
  /** Recipients last asked about, as text. */
  asked: string;
  view: StripView | undefined;
  strip: Strip | undefined;
}

export interface ComposeNeeds {
  readonly compose: ComposeView;
  readonly ask: typeof askBackground;
  readonly report: (fallback: boolean) => void;
}

export function followComposes({ compose, ask, report }: ComposeNeeds, signal: AbortSignal): Composes {
  const writings = new Map<Element, Followed>();
  let last: Element | undefined;
  signal.addEventListener('abort', () => {
    for (const { strip } of writings.values()) strip?.host.remove();
    writings.clear();
  });
  const touched = ({ target }: Event) => {
    if (target instanceof Element) last = rootOf(target) ?? last;
  };
  for (const type of ['pointerdown', 'focusin'])
    document.addEventListener(type, touched, { signal, capture: true, passive: true });

  function rootOf(element: Element): Element | undefined {
    for (const root of writings.keys()) if (root.contains(element)) return root;
    return undefined;
  }

  const any = anyOf(compose.roots);

  /** A change that is in no mail, while none is being written, begins none. */
  function look(page: PageAt, changes: Changes = 'all'): void {
    if (changes !== 'all' && writings.size === 0 && !touch(any, changes)) return;
    const readings = readCompose(compose, page) ?? [];
    for (const reading of readings) {
      if (reading.fallback) report(true);
      follow(reading);
    }
    const roots = new Set(readings.map(({ root }) => root));
    for (const [root, { strip }] of writings) {
      if (roots.has(root)) continue;
      strip?.host.remove();
      writings.delete(root);
    }
  }

  function follow(reading: ComposeReading): void {
    const known = writings.get(reading.root);
    const writing: Followed = known ?? {
      reading,
      since: Date.now(),
      chosen: undefined,
      asked: '',
      view: undefined,
      strip: undefined,
    };
    writing.reading = reading;
    writings.set(reading.root, writing);
    const recipients = JSON.stringify(reading.draft);
    if (recipients !== writing.asked) void inquire(writing, recipients);
    else draw(writing);
  }

  async function inquire(writing: Followed, recipients: string): Promise<void> {
    writing.asked = recipients;
    const { to, cc, bcc } = writing.reading.draft;
    const nobody = to.length + cc.length + bcc.length === 0;
    const reply = nobody ? undefined : await ask('page.compose', { draft: writing.reading.draft });
    if (signal.aborted || writing.asked !== recipients) return;
    writing.view = reply?.strip ?? undefined;
    draw(writing);
  }

  function draw(writing: Followed): void {
    const { view, reading, chosen } = writing;
    if (!view || !reading.root.isConnected) {
      writing.strip?.host.remove();
      writing.strip = undefined;
      return;
    }
    const strip =
      writing.strip ??
      createStrip(
        () => toggle(writing),
        ({ material }, { key }) => material && void ask('page.used', { key, material }),
      );
    writing.strip = strip;
    if (!strip.host.isConnected) reading.spot.at.insertAdjacentElement(reading.spot.place, strip.host);
    const { tone, counts, offers, discountLabel, countLabel } = view;
    const counted = chosen ?? view.counting;
    const none = counts.length === 0;
    strip.update({
      tone,
      text: counted || none ? view.text : view.uncounted,
      buttons: none ? [] : [{ id: 'count', label: counted ? discountLabel : countLabel }],
      offers,
    });
  }

  function toggle(writing: Followed): void {
    writing.chosen = !(writing.chosen ?? writing.view?.counting);
    draw(writing);
  }

  return {
    look,
    refresh() {
      for (const writing of writings.values()) void inquire(writing, writing.asked);
    },
    repaint() {
      for (const writing of writings.values()) draw(writing);
    },
    around(element, page) {
      look(page);
      const root = rootOf(element);
      return root && writings.get(root);
    },
    current() {
      const [only] = writings.values();
      return (last && writings.get(last)) ?? (writings.size === 1 ? only : undefined);
    },
    writes: ({ to }, after = 0) =>
      [...writings.values()].some(
        ({ reading, since }) => since > after && reading.draft.to.some((each) => to.includes(each)),
      ),
  };
}
