/** One timer for every clock on the page: once a second while the page is visible. */
export function startTicker(tick: (now: number) => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!document.hidden) tick(Date.now());
  }, 1000);
  document.addEventListener('visibilitychange', () => !document.hidden && tick(Date.now()), { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
}
