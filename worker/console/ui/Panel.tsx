/** A part of a room with a heading of its own. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly title: string;
  readonly about?: ComponentChildren;
  /** Deeds, at the end of its heading's line. */
  readonly actions?: ComponentChildren;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function Panel({ title, about, actions, class: name = '', children }: Props) {
  const id = useId();
  return (
    <section class={`panel ${name}`} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {actions ? <div class="acts">{actions}</div> : null}
        {about ? <p>{about}</p> : null}
      </header>
      {children}
    </section>
  );
}
