/**
 * The frame a card is drawn in, of the extension's own origin, in a closed dialog of a closed root. It can
 * stand there before anybody asks for it, shown nowhere and knowing nobody: a nonce, sent into it alone,
 * makes it somebody's card (OVR2). A page that takes it, moves it or loads it again has none of it.
 */
import type { CardFrameHears, CardFrameSays } from '../messages.ts';
import { PALETTE } from './palette.ts';
import { element, surface } from './surface.ts';

const LAYOUT =
  'display:block!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;z-index:2147483647!important;';
const CSS = `${PALETTE}
dialog{position:fixed;margin:0;padding:0;overflow:hidden;border-radius:14px;border:1px solid var(--line);background:var(--paper);box-shadow:0 1px 2px #0002,0 8px 28px #0002;max-width:none;max-height:none;color-scheme:light dark}
dialog::backdrop{background:transparent}
iframe{display:block;border:0;width:100%;height:100%}`;

export interface CardFrame {
  readonly dialog: HTMLDialogElement;
  /** Aborted once it is gone; whoever is done with it aborts it. */
  readonly life: AbortController;
  /** Where we put it, as we put it. */
  stands(): boolean;
  /** @param title of the frame, for whoever cannot see it. */
  focus(title: string): void;
  /** Makes it the card the nonce was given for, as soon as it listens; again = it stands elsewhere now. */
  give(nonce?: string): void;
}

/** @param frameUrl `card.html` of the extension. @param heard what the card says to the page, of itself. */
export function putCardFrame(
  frameUrl: string,
  heard: (says: Exclude<CardFrameSays, { combinado: 'ready' }>) => void,
): CardFrame {
  const { host, root } = surface(LAYOUT, CSS);
  const dialog = element('dialog');
  const frame = element('iframe');
  const life = new AbortController();
  const until = { signal: life.signal };
  const { origin } = new URL(frameUrl);
  let loads = 0;
  let listens = false;
  let given: string | undefined;
  const tell = () => {
    if (!listens || given === undefined) return;
    const hears: CardFrameHears = { combinado: 'open', nonce: given };
    frame.contentWindow?.postMessage(hears, origin);
  };
  frame.addEventListener(
    'load',
    () => {
      loads += 1;
      // A second load means the page moved our host: what the frame knew is lost with it.
      if (loads > 1) life.abort();
      else if (dialog.open) frame.focus();
    },
    until,
  );
  window.addEventListener(
    'message',
    ({ isTrusted, source, origin: from, data }: MessageEvent) => {
      // A page can make up an event with any source and origin, but no trusted one.
      if (!isTrusted || source !== frame.contentWindow || from !== origin) return;
      const says = data as CardFrameSays;
      if (says.combinado === 'ready') {
        listens = true;
        tell();
      } else heard(says);
    },
    until,
  );
  life.signal.addEventListener('abort', () => host.remove());
  frame.src = frameUrl;
  dialog.append(frame);
  root.append(dialog);
  document.documentElement.append(host);
  return {
    dialog,
    life,
    stands: () => !life.signal.aborted && host.parentNode === document.documentElement,
    focus(title) {
      frame.title = title;
      frame.focus();
    },
    give(nonce = given) {
      given = nonce;
      tell();
    },
  };
}
