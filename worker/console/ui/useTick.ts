/** The device's clock, drawn again every so often, and when somebody comes back to the page. */
import { useEffect, useState } from 'preact/hooks';

/** @returns epoch ms */
export function useTick(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const leaving = new AbortController();
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    document.addEventListener('visibilitychange', () => setNow(Date.now()), { signal: leaving.signal });
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [everyMs]);
  return now;
}
