/** Finding the place of a pointer among what is drawn: controls and entries carry theirs as `data-at`. */
import { isUnder } from './pointer.ts';

const CONTROL = 'input, select, textarea, button, a';

/** Focuses the control of `pointer`, or of the nearest place around it that is drawn. */
export function showPlace(within: HTMLElement, pointer: string): void {
  const drawn = [...within.querySelectorAll<HTMLElement>('[data-at]')];
  const around = drawn.filter((one) => isUnder(pointer, one.dataset['at'] ?? ''));
  const nearest = around.toSorted((a, b) => atLength(b) - atLength(a))[0];
  const target = nearest?.matches(CONTROL) ? nearest : nearest?.querySelector<HTMLElement>(CONTROL);
  target?.focus({ preventScroll: true });
  (target ?? nearest)?.scrollIntoView({ block: 'center' });
}

function atLength({ dataset }: HTMLElement): number {
  return dataset['at']?.length ?? 0;
}
