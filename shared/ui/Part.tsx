import type { ComponentChildren } from 'preact';

interface Props {
  /** Unique on the panel; names the region for screen readers. */
  readonly id: string;
  readonly title: string;
  /** Said beside the title, small: a count. */
  readonly aside?: string | undefined;
  /** Shut until the person opens it. */
  readonly folded?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** One titled part of a panel. */
export function Part({ id, title, aside, folded = false, children }: Props) {
  const heading = (
    <h2 id={`${id}-title`}>
      {title}
      {aside && <span class="aside">{aside}</span>}
    </h2>
  );
  return (
    <section class={`part part-${id}`} aria-labelledby={`${id}-title`}>
      {folded ? (
        <details>
          <summary>{heading}</summary>
          {children}
        </details>
      ) : (
        <>
          {heading}
          {children}
        </>
      )}
    </section>
  );
}
