/**
 * Script time of a page: the processor time its thread took, by the browser's own count, times the share
 * of it that the CPU profile gives to scripts rather than to layout, paint and rest; and where it goes.
 * The clock on the wall would count whatever else the machine does.
 */
import type { CDPSession } from '@playwright/test';

export interface ScriptTime {
  readonly ms: number;
  /** The functions that took most of it, with their ms. */
  readonly top: readonly string[];
}

/** Engine's own entries that are nobody's script. */
const NOBODY = new Set(['(root)', '(program)', '(idle)']);
const RESTING = new Set(['(root)', '(idle)']);
const COLLECTOR = '(garbage collector)';
const EVERY_US = 100;

/** @param whose only stacks through a script whose address holds this; everything when empty. */
export async function scriptTimeOf(
  session: CDPSession,
  act: () => Promise<unknown>,
  whose = '',
): Promise<ScriptTime> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: EVERY_US });
  // What others left behind is not this one's.
  await session.send('HeapProfiler.collectGarbage');
  const before = await threadMs(session);
  await session.send('Profiler.start');
  await act();
  const cpuMs = (await threadMs(session)) - before;
  const { profile } = await session.send('Profiler.stop');
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children }) => (children ?? []).map((child) => [child, id])),
  );
  const counts = (id: number): boolean => {
    if (!whose) return !NOBODY.has(nodes.get(id)?.callFrame.functionName ?? '');
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at))
      if (nodes.get(at)?.callFrame.url.includes(whose)) return true;
    return false;
  };
  const spent = new Map<string, number>();
  let us = 0;
  let allUs = 0;
  let counted = false;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    // A delta is the time until this sample: it belongs to the one before.
    const delta = profile.timeDeltas?.[index + 1] ?? 0;
    const { functionName, lineNumber, columnNumber } = nodes.get(id)?.callFrame ?? {};
    if (!RESTING.has(functionName ?? '')) allUs += delta;
    // Collecting has no stack: it is whose script it interrupted, and nobody's when the page rests.
    counted = functionName === COLLECTOR ? counted : counts(id);
    if (!counted) continue;
    us += delta;
    const name = `${functionName || 'anonymous'}:${lineNumber}:${columnNumber}`;
    spent.set(name, (spent.get(name) ?? 0) + delta);
  }
  const top = [...spent].toSorted(([, a], [, b]) => b - a).slice(0, 12);
  const share = us / (allUs || 1);
  return {
    ms: cpuMs * share,
    top: top.map(([name, spentUs]) => `${name} ${((cpuMs * spentUs) / (allUs || 1)).toFixed(2)} ms`),
  };
}

async function threadMs(session: CDPSession): Promise<number> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000;
}
