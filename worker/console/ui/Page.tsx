/**
 * The frame of what a room shows: its heading, which takes the focus when the address leads somewhere
 * new, and the title of the window.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  readonly title: string;
  /** The heading, where it says more than the title. */
  readonly heading?: string;
  /** Beside the heading, in small. */
  readonly about?: ComponentChildren;
  /** Filters and deeds, at the end of the line. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The first heading of all is read by whoever arrives; only later ones are announced by focus. */
let titles = 0;
let last = '';
let isAnnounced = false;

export function Page({ title, heading: said = title, about, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Combinado`;
    const isNew = last !== title;
    if (isNew) isAnnounced = titles > 0;
    // A heading drawn anew under its title, once there is something to show, takes the focus over.
    if (isAnnounced && (isNew || document.activeElement === document.body))
      heading.current?.focus({ preventScroll: true });
    titles += 1;
    last = title;
  }, [title]);
  return (
    <>
      <header class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {said}
        </h1>
        {about ? <p class="about">{about}</p> : null}
        {actions ? <div class="actions">{actions}</div> : null}
      </header>
      {children}
    </>
  );
}
