/** The line after something was logged, with ten seconds to take it back (ATT1). One at a time. */
import type { ToastView } from '../../shared/ui/buildToast.ts';
import { ICON_CSS, icon } from './icons.ts';
import { PALETTE, isDark } from './palette.ts';
import { element, keepToOurselves, surface } from './surface.ts';

/** How long a toast stays that offers nothing, ms. */
const READING_MS = 6000;

const LAYOUT =
  'display:block!important;position:fixed!important;inset:auto auto 88px 24px!important;z-index:2147483646!important;max-width:calc(100vw - 48px)!important;';
const CSS = `.toast{display:flex;gap:14px;align-items:center;padding:12px 18px;border-radius:14px;border:1px solid var(--line);background:var(--paper);color:var(--ink);font-size:13px;line-height:1.45;box-shadow:0 1px 2px #0002,0 8px 28px #0002}
${ICON_CSS}svg{color:var(--ok)}
button{all:unset;cursor:pointer;margin-inline-start:auto;font-weight:700;color:var(--done);white-space:nowrap;font-variant-numeric:tabular-nums}
button:focus-visible{outline:2px solid currentColor;outline-offset:2px}
${PALETTE}`;

export interface Toasts {
  show(view: ToastView): void;
}

/** @param undo resolves to whether it was undone; the toast then goes. */
export function createToasts(undo: (id: string) => Promise<boolean>, signal: AbortSignal): Toasts {
  let current: AbortController | undefined;
  signal.addEventListener('abort', () => current?.abort());

  function show(view: ToastView): void {
    current?.abort();
    const gone = new AbortController();
    current = gone;
    const { host, root } = surface(LAYOUT, CSS);
    const line = element('div', `ui toast${isDark(document.body) ? ' dark' : ''}`);
    const text = element('span');
    text.setAttribute('role', 'status');
    line.append(icon('check', 16), text);
    root.append(line);
    keepToOurselves(line);
    document.documentElement.append(host);
    // After the live region is on the page: only then is its text announced.
    text.textContent = view.text;

    const until = view.undoUntil ?? Date.now() + READING_MS;
    const button = element('button');
    button.type = 'button';
    const count = () => {
      const left = Math.ceil((until - Date.now()) / 1000);
      if (left <= 0) gone.abort();
      else if (view.undoLabel) {
        // The seconds are for the eyes: a screen reader would read each.
        button.setAttribute('aria-label', view.undoLabel);
        button.textContent = `${view.undoLabel} (${left} s)`;
      }
    };
    if (view.undoLabel && view.undoUntil) line.append(button);
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      void undo(view.id).then((done) => done && gone.abort());
    });
    const timer = setInterval(count, 250);
    gone.signal.addEventListener('abort', () => {
      clearInterval(timer);
      host.remove();
    });
    count();
  }

  return { show };
}
