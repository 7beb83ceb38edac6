/**
 * Where the card stands: a dialog in a closed root holding a frame of the extension's own origin, so
 * that nothing personal is ever in the page (OVR2). Opened by one nonce; whoever re-appends the frame
 * gets an empty one.
 */
import type { CardFrameSays, ask as askBackground } from '../messages.ts';
import type { Chip } from './chip.ts';
import { PALETTE } from './palette.ts';
import { element, isOwn, surface } from './surface.ts';

const WIDTH_PX = 380;
const FIRST_HEIGHT_PX = 520;
const GAP_PX = 8;

const LAYOUT =
  'display:block!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;z-index:2147483647!important;';
const CSS = `${PALETTE}
dialog{position:fixed;margin:0;padding:0;border:1px solid var(--line);border-radius:14px;overflow:hidden;background:var(--paper);box-shadow:0 1px 2px #0002,0 8px 28px #0003;max-width:none;max-height:none;color-scheme:light dark}
dialog::backdrop{background:transparent}
iframe{display:block;border:0;width:100%;height:100%;background:transparent}
@media print{:host{display:none!important}}`;

export interface CardHost {
  /** Opens the card of a chip, or closes it when it is the one that is open. */
  toggle(chip: Chip): void;
}

export interface CardNeeds {
  readonly ask: typeof askBackground;
  /** `card.html` of the extension, without a hash. */
  readonly frameUrl: string;
}

export function createCardHost({ ask, frameUrl }: CardNeeds, signal: AbortSignal): CardHost {
  let open: { readonly chip: Chip; readonly closing: AbortController } | undefined;

  function close(focusChip: boolean): void {
    if (!open) return;
    const { chip, closing } = open;
    open = undefined;
    closing.abort();
    if (focusChip && chip.host.isConnected) chip.focus();
  }
  signal.addEventListener('abort', () => close(false));

  async function show(chip: Chip): Promise<void> {
    const closing = new AbortController();
    open = { chip, closing };
    const given = await ask('page.card', { key: chip.view.key });
    if (closing.signal.aborted) return;
    if (!given) {
      close(true);
      return;
    }
    const { host, root } = surface(LAYOUT, CSS);
    const dialog = element('dialog', `ui${prefersDark() ? ' dark' : ''}`);
    dialog.setAttribute('aria-label', chip.view.label);
    const frame = element('iframe');
    frame.src = `${frameUrl}#${given.nonce}`;
    frame.title = chip.view.label;
    dialog.append(frame);
    root.append(dialog);
    document.documentElement.append(host);
    closing.signal.addEventListener('abort', () => host.remove());

    let height = FIRST_HEIGHT_PX;
    const stand = () => standNear(dialog, chip.rect(), height);
    stand();
    // Over a page's own modal dialog only another modal one receives clicks.
    if (pageHasModal()) dialog.showModal();
    else dialog.show();

    const until = { signal: closing.signal };
    let loads = 0;
    frame.addEventListener(
      'load',
      () => {
        loads += 1;
        // A second load means the page moved our host: its nonce is spent, so there is nothing to show.
        if (loads > 1) close(false);
        else frame.focus();
      },
      until,
    );
    window.addEventListener(
      'message',
      (event: MessageEvent) => {
        if (event.source !== frame.contentWindow || event.origin !== new URL(frameUrl).origin) return;
        const says = event.data as CardFrameSays;
        if (says.combinado === 'close') close(true);
        else if (says.combinado === 'height' && says.px > 0) {
          height = says.px;
          stand();
        }
      },
      until,
    );
    window.addEventListener('resize', stand, until);
    dialog.addEventListener('cancel', () => close(true), until);
    dialog.addEventListener('pointerdown', (event) => event.target === dialog && close(true), until);
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || !event.isTrusted) return;
        event.preventDefault();
        event.stopPropagation();
        close(true);
      },
      { ...until, capture: true },
    );
    window.addEventListener(
      'pointerdown',
      (event) => {
        // Clicks on our own nodes decide for themselves.
        if (event.isTrusted && !isOwn(event.target)) close(false);
      },
      { ...until, capture: true },
    );
  }

  return {
    toggle(chip) {
      const same = open?.chip === chip;
      close(false);
      if (!same) void show(chip);
    },
  };
}

/** Below the chip, else above it, else wherever it fits: always whole inside the viewport. */
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
  const clear = below + height <= innerHeight - GAP_PX ? below : Math.max(GAP_PX, above);
  const left = fits ? beside : under;
  const top = fits ? chip.top : clear;
  Object.assign(dialog.style, {
    width: `${width}px`,
    height: `${height}px`,
    left: `${Math.max(GAP_PX, Math.min(left, innerWidth - width - GAP_PX))}px`,
    top: `${Math.max(GAP_PX, Math.min(top, innerHeight - height - GAP_PX))}px`,
  });
}

function pageHasModal(): boolean {
  return [...document.querySelectorAll('dialog[open]')].some((dialog) => dialog.matches(':modal'));
}

/** The card follows the system, whatever the page does, and so does the ground it loads on. */
function prefersDark(): boolean {
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
