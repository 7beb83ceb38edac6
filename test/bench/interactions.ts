/**
 * What the browser itself says about one thing somebody does: from the key or the press to the next
 * frame (Event Timing, as in "interaction to next paint"), the longest task around it, and how much of
 * its main thread's own time all of it took, whatever else the machine does.
 */
import type { CDPSession, Page } from '@playwright/test';

interface Timed {
  /** The longest of the interaction and the tasks that held it up. */
  readonly ms: number;
  /** Of the main thread's processor time, until everything it asked for was there. */
  readonly cpuMs: number;
  /** Where it went, in the browser's words. */
  readonly why: string;
}

interface Entry {
  readonly kind: string;
  readonly ms: number;
}

/** A frame is over and what it cost was told. */
const TOLD_MS = 300;

/** From the next page on. @returns by which its thread is timed */
export async function watchInteractions(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(() => {
    const seen: Entry[] = [];
    Object.assign(globalThis, { seenEntries: seen });
    const watch = (
      type: string,
      options: PerformanceObserverInit,
      kindOf: (entry: PerformanceEntry) => string | null,
    ) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const kind = kindOf(entry);
          if (kind !== null) seen.push({ kind, ms: entry.duration });
        }
      }).observe({ type, ...options });
    // 16 ms is the least the browser tells of.
    watch('event', { durationThreshold: 16 } as PerformanceObserverInit, (entry) =>
      'interactionId' in entry && Number(entry.interactionId) > 0 ? entry.name : null,
    );
    watch('longtask', {}, () => 'task');
  });
  return session;
}

async function threadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}

/** What was told since; a task that nobody waited for by a key or a press counts as well, as in a scroll. */
export async function timed(page: Page, session: CDPSession, act: () => Promise<unknown>): Promise<Timed> {
  await page.evaluate('seenEntries.length = 0');
  const before = await threadMs(session);
  await act();
  await page.waitForTimeout(TOLD_MS);
  await page.waitForFunction(() => document.querySelector('.skeleton, [aria-busy=true]') === null, null, {
    timeout: 300_000,
  });
  const cpuMs = (await threadMs(session)) - before;
  await page.waitForTimeout(TOLD_MS);
  const entries = (await page.evaluate('seenEntries')) as readonly Entry[];
  const longest = entries.reduce<Entry>((most, entry) => (entry.ms > most.ms ? entry : most), {
    kind: 'nothing the browser would tell of',
    ms: 0,
  });
  return { ms: longest.ms, cpuMs, why: longest.kind };
}
