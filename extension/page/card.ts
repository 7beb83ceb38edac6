/**
 * The card of a chip: which one is open, where it stands, when it goes. Whoever comes near a chip may open
 * it: its frame and its nonce are made ready meanwhile, so that a press finds them there.
 */
import type { ask as askBackground } from '../messages.ts';
import { type CardFrame, putCardFrame } from './cardFrame.ts';
import { type Chip, chipAt } from './chip.ts';
import { isOwn } from './surface.ts';

const WIDTH_PX = 380;
const FIRST_HEIGHT_PX = 520;
const GAP_PX = 8;
/** Whoever stays over a chip this long does not only pass it. */
const STAYS_MS = 50;
/** A nonce asked for longer ago than this is asked for again: it may be dead. */
const FRESH_MS = 60_000;

export interface CardHost {
  /** Opens the card of a chip, or closes it when it is the one that is open. */
  toggle(chip: Chip): void;
}

export interface CardNeeds {
  readonly ask: typeof askBackground;
  /** `card.html` of the extension. */
  readonly frameUrl: string;
}

export function createCardHost({ ask, frameUrl }: CardNeeds, signal: AbortSignal): CardHost {
  let open: { readonly chip: Chip; readonly frame: CardFrame; height: number } | undefined;
  /** Where it stood when it was last put there. */
  let stood: string | undefined;
  /** Nobody's yet. */
  let waiting: CardFrame | undefined;
  let asked:
    { readonly key: string; readonly at: number; readonly given: ReturnType<typeof given> } | undefined;
  let staying: ReturnType<typeof setTimeout> | undefined;

  function close(focusChip: boolean): void {
    const closed = open;
    open = undefined;
    closed?.frame.life.abort();
    if (focusChip && closed?.chip.host.isConnected) closed.chip.focus();
  }
  signal.addEventListener('abort', () => {
    close(false);
    waiting?.life.abort();
    clearTimeout(staying);
  });

  const given = (key: string) => ask('page.card', { key });

  /** What the page left alone of the frame that waits, else a new one. */
  function frameToOpen(): CardFrame {
    if (waiting?.stands()) return waiting;
    waiting?.life.abort();
    const frame = putCardFrame(frameUrl, (says) => {
      if (open?.frame !== frame) return;
      if (says.combinado === 'close') close(true);
      else if (says.px > 0) {
        open.height = says.px;
        stand();
      }
    });
    waiting = frame;
    frame.life.signal.addEventListener('abort', () => open?.frame === frame && close(false));
    return frame;
  }

  function makeReady({ view: { key } }: Chip): void {
    if (open) return;
    frameToOpen();
    asked = { key, at: performance.now(), given: given(key) };
  }

  const approach = ({ target, isTrusted }: Event) => {
    clearTimeout(staying);
    const chip = isTrusted && chipAt(target);
    if (chip) staying = setTimeout(() => makeReady(chip), STAYS_MS);
  };
  for (const type of ['pointerover', 'focusin'])
    window.addEventListener(type, approach, { signal, capture: true, passive: true });

  function stand(): void {
    if (!open) return;
    const { dialog } = open.frame;
    standNear(dialog, open.chip.rect(), open.height);
    stood = placeOf(dialog);
  }

  async function show(chip: Chip): Promise<void> {
    clearTimeout(staying);
    const { label, key } = chip.view;
    const known = asked?.key === key && performance.now() - asked.at < FRESH_MS ? asked.given : given(key);
    asked = undefined;
    const frame = frameToOpen();
    waiting = undefined;
    open = { chip, frame, height: FIRST_HEIGHT_PX };
    const { dialog, life } = frame;
    dialog.className = `ui${prefersDark() ? ' dark' : ''}`;
    dialog.setAttribute('aria-label', label);
    // Over a page's own modal dialog only another modal one receives clicks.
    if (document.querySelector('dialog:modal')) dialog.showModal();
    else dialog.show();
    stand();
    // Before anything is drawn: a page that moves its document moves our buttons under a press of its own.
    const hold = () => {
      if (open?.frame !== frame) return;
      if (stood !== placeOf(dialog)) {
        stand();
        frame.give();
      }
      requestAnimationFrame(hold);
    };
    hold();
    frame.focus(label);
    closeOn(dialog, life.signal);
    const may = await known;
    if (life.signal.aborted) return;
    if (may) frame.give(may.nonce);
    else close(true);
  }

  function closeOn(dialog: HTMLDialogElement, gone: AbortSignal): void {
    const before = { signal: gone, capture: true };
    dialog.addEventListener('cancel', () => close(true), before);
    dialog.addEventListener('pointerdown', (event) => event.target === dialog && close(true), before);
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !event.isTrusted) return;
        event.preventDefault();
        event.stopPropagation();
        close(true);
      },
      before,
    );
    window.addEventListener(
      'pointerdown',
      (event) => {
        // Clicks on our own nodes decide for themselves.
        if (event.isTrusted && !isOwn(event.target)) close(false);
      },
      before,
    );
  }

  return {
    toggle(chip) {
      const same = open?.chip === chip && open.frame.stands();
      close(false);
      if (!same) void show(chip);
    },
  };
}

/** Beside the chip where there is room, so that the list's other chips stay in sight; else under or over it. */
function standNear(dialog: HTMLElement, chip: DOMRect, wantedHeight: number): void {
  const width = Math.min(WIDTH_PX, innerWidth - 2 * GAP_PX);
  const height = Math.min(wantedHeight, innerHeight - 2 * GAP_PX);
  const rightToLeft = getComputedStyle(document.documentElement).direction === 'rtl';
  const beside = rightToLeft ? chip.left - GAP_PX - width : chip.right + GAP_PX;
  const fits = beside >= GAP_PX && beside + width <= innerWidth - GAP_PX;
  const under = rightToLeft ? chip.right - width : chip.left;
  const below = chip.bottom + GAP_PX;
  const above = chip.top - GAP_PX - height;
  const clear = below + height <= innerHeight - GAP_PX ? below : above;
  const left = fits ? beside : under;
  const top = fits ? chip.top : clear;
  Object.assign(dialog.style, {
    width: `${width}px`,
    height: `${height}px`,
    left: `${Math.max(GAP_PX, Math.min(left, innerWidth - width - GAP_PX))}px`,
    top: `${Math.max(GAP_PX, Math.min(top, innerHeight - height - GAP_PX))}px`,
  });
}

/** On the screen, and of what size the window is: both move what is pressed. */
function placeOf(dialog: HTMLElement): string {
  const { x, y } = dialog.getBoundingClientRect();
  return `${[x, y, innerWidth, innerHeight]}`;
}

/** The card follows the system, whatever the page does, and so does the ground it loads on. */
function prefersDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
