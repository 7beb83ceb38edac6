/** A table wider than a phone: it scrolls by itself, by touch and by the keyboard. */
import type { ComponentChildren } from 'preact';

export function Scroll({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
