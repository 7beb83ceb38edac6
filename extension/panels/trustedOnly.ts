const GESTURES = ['click', 'keydown', 'input', 'change', 'submit', 'pointerdown'] as const;

/** Drops every gesture no person made, before anything hears it (OVR2). */
export function trustedOnly(target: EventTarget, signal: AbortSignal): void {
  for (const gesture of GESTURES)
    target.addEventListener(
      gesture,
      (event) => {
        if (event.isTrusted) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
}
