/** What is on screen, or a little off it: one observer for everything that is followed. */

/** Chips appear a little before their row scrolls in. */
const MARGIN = '150px';

export interface Screen {
  observe(element: Element): void;
  unobserve(element: Element): void;
  isOn(element: Element): boolean;
}

/** @param changed called with everything that came on screen (true) or went off it. */
export function followScreen(
  changed: (elements: ReadonlyMap<Element, boolean>) => void,
  signal: AbortSignal,
): Screen {
  const on = new Set<Element>();
  /** The same element may be followed for two reasons. */
  const reasons = new Map<Element, number>();
  const observer = new IntersectionObserver(
    (entries) => {
      const turned = new Map<Element, boolean>();
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting === on.has(target) || !reasons.has(target)) continue;
        turned.set(target, isIntersecting);
        if (isIntersecting) on.add(target);
        else on.delete(target);
      }
      if (turned.size > 0) changed(turned);
    },
    { rootMargin: MARGIN, scrollMargin: MARGIN },
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe(element) {
      const held = reasons.get(element) ?? 0;
      reasons.set(element, held + 1);
      if (held === 0) observer.observe(element);
    },
    unobserve(element) {
      const held = (reasons.get(element) ?? 0) - 1;
      if (held > 0) {
        reasons.set(element, held);
        return;
      }
      reasons.delete(element);
      on.delete(element);
      observer.unobserve(element);
    },
    isOn: (element) => on.has(element),
  };
}
