/**
 * A drawing by Observable Plot with the table behind it. The drawing is for the eye; whoever reads
 * otherwise has its sentence and the table. Plot itself is loaded when something is to be drawn.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useSession } from '../session.ts';
import type * as Marks from './plot.ts';

interface Props {
  /** What it shows, in a sentence. */
  readonly label: string;
  readonly draw: (plot: typeof Marks, width: number) => Element;
  /** Drawn anew when one of these changes. */
  readonly of: readonly unknown[];
  /** Rows of the table behind it. */
  readonly children: ComponentChildren;
}

/** In less there is no room beside its margins: it stands in the middle of being laid out. */
const NARROWEST_PX = 100;

export function Chart({ label, draw, of, children }: Props) {
  const { words } = useSession();
  const place = useRef<HTMLDivElement>(null);
  const [plot, setPlot] = useState<typeof Marks | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    void import('./plot.ts').then(setPlot);
    const held = place.current;
    if (!held) return;
    const watching = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watching.observe(held);
    return () => watching.disconnect();
  }, []);
  useEffect(() => {
    if (!plot || width < NARROWEST_PX) return;
    const drawing = draw(plot, width);
    // The page's policy takes no style from within; chart.css says the same.
    for (const style of drawing.querySelectorAll('style')) style.remove();
    drawing.setAttribute('aria-hidden', 'true');
    place.current?.replaceChildren(drawing);
  }, [plot, width, ...of]);
  return (
    <figure class="chart">
      <div class="drawing" role="img" aria-label={label} ref={place} />
      <details>
        <summary>{words.asTable}</summary>
        <div class="scroll" tabIndex={0} role="group" aria-label={label}>
          <table>{children}</table>
        </div>
      </details>
    </figure>
  );
}
