/**
 * Script time of a page by the browser's own trace: the processor time its thread took within scripts and
 * what they had called next, without the styles and layouts they forced. Neither the clock on the wall
 * counts, which runs on while others have the processor, nor samples, which miss what is short.
 */
import type { Browser, Page } from '@playwright/test';

export interface ScriptTime {
  readonly ms: number;
  /** The functions that were called and took most of it, with their ms. */
  readonly top: readonly string[];
}

/** A stretch of one thread, times in µs; those of a thread nest. */
interface Stretch {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur: number;
  /** Of its thread's own time. */
  readonly tdur: number;
  readonly args: { readonly data?: { readonly functionName?: string; readonly lineNumber?: number } };
}

const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks']);
const NO_SCRIPT = new Set(['UpdateLayoutTree', 'Layout']);
const CATEGORIES = ['-*', 'devtools.timeline', 'v8.execute'];

/** @param page the only one of this browser in which anything runs meanwhile. */
export async function scriptTimeOf(
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>,
): Promise<ScriptTime> {
  const session = await page.context().newCDPSession(page);
  // What others left behind is not this one's.
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents }: { traceEvents: readonly Stretch[] } = JSON.parse(
    String(await browser.stopTracing()),
  );
  const stretches = traceEvents.filter(
    ({ ph, name }) => ph === 'X' && (SCRIPT.has(name) || NO_SCRIPT.has(name)),
  );
  const thread = busiest(stretches);
  return spent(stretches.filter((each) => threadOf(each) === thread));
}

/** Outermost scripts, less the outermost of what is none within them. */
function spent(stretches: readonly Stretch[]): ScriptTime {
  const called = new Map<string, number>();
  let us = 0;
  let scriptUntil = 0;
  let restUntil = 0;
  let name = '';
  for (const { ts, dur, tdur, name: kind, args } of stretches.toSorted(
    (a, b) => a.ts - b.ts || b.dur - a.dur,
  )) {
    if (ts < restUntil) continue;
    const within = ts < scriptUntil;
    if (SCRIPT.has(kind) ? within : !within) continue;
    if (SCRIPT.has(kind)) {
      name = args.data ? `${args.data.functionName || 'anonymous'}:${args.data.lineNumber}` : kind;
      scriptUntil = ts + dur;
    } else restUntil = ts + dur;
    const counted = SCRIPT.has(kind) ? tdur : -tdur;
    us += counted;
    called.set(name, (called.get(name) ?? 0) + counted);
  }
  const top = [...called].toSorted(([, a], [, b]) => b - a).slice(0, 12);
  return { ms: us / 1_000, top: top.map(([of, spentUs]) => `${of} ${(spentUs / 1_000).toFixed(2)} ms`) };
}

const threadOf = ({ pid, tid }: Stretch) => `${pid} ${tid}`;

function busiest(stretches: readonly Stretch[]): string {
  const counts = new Map<string, number>();
  for (const each of stretches) counts.set(threadOf(each), (counts.get(threadOf(each)) ?? 0) + each.tdur);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
