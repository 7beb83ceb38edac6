const GESTURES = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'keydown',
  'keyup',
  'input',
  'change',
  'submit',
] as const;

/** What may be pressed whatever lies over it: it leads away from here and does nothing else. */
const HARMLESS = '.elsewhere, .close';

/**
 * Drops every gesture no person made, before anything hears it (OVR2); and those a person made where the
 * browser says that something of the page lies over us: they were meant for that.
 */
export function trustedOnly(target: EventTarget, covered: () => boolean, signal: AbortSignal): void {
  for (const gesture of GESTURES)
    target.addEventListener(
      gesture,
      (event) => {
        const harmless = event.target instanceof Element && event.target.closest(HARMLESS) !== null;
        const leaving = event instanceof KeyboardEvent && (event.key === 'Escape' || event.key === 'Tab');
        if (event.isTrusted && (harmless || leaving || !covered())) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
}
