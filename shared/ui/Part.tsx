import type { ComponentChildren } from 'preact';

interface Props {
  /** Unique on the card; names the region for screen readers. */
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One titled part of a panel. */
export function Part({ id, title, children }: Props) {
  return (
    <section class="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
