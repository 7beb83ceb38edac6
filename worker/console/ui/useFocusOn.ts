/**
 * Moves the focus with the very drawing that shows what is to have it: the first letter typed after "add"
 * belongs in the new line, and a frame later would be too late for it.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';

type Find = () => HTMLElement | null | undefined;

/** @returns called beside the change; `find` looks among what is drawn next, again until it is there */
export function useFocusOn(): (find: Find) => void {
  const wanted = useRef<Find | null>(null);
  useLayoutEffect(() => {
    const found = wanted.current?.();
    if (!found) return;
    wanted.current = null;
    found.focus();
  });
  return (find) => {
    wanted.current = find;
  };
}
