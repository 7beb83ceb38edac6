/**
 * Script time of a page by its CPU profile: what runs, without layout, paint and rest; and where it goes.
 * Wall time on a shared machine says little about a script, and layout is the page's own.
 */
import type { CDPSession } from '@playwright/test';

export interface ScriptTime {
  readonly ms: number;
  /** The functions that took most of it, with their ms. */
  readonly top: readonly string[];
}

/** Engine's own entries that are nobody's script. */
const NOBODY = new Set(['(root)', '(program)', '(idle)']);
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
  await session.send('Profiler.start');
  await act();
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
  let before = false;
  for (const [index, id] of (profile.samples ?? []).entries()) {
    // A delta is the time until this sample: it belongs to the one before.
    const delta = profile.timeDeltas?.[index + 1] ?? 0;
    const { functionName, lineNumber, columnNumber } = nodes.get(id)?.callFrame ?? {};
    // Collecting has no stack: it is whose script it interrupted, and nobody's when the page rests.
    before = functionName === COLLECTOR ? before : counts(id);
    if (!before) continue;
    us += delta;
    const name = `${functionName || 'anonymous'}:${lineNumber}:${columnNumber}`;
    spent.set(name, (spent.get(name) ?? 0) + delta);
  }
  const top = [...spent].toSorted(([, a], [, b]) => b - a).slice(0, 12);
  return { ms: us / 1_000, top: top.map(([name, spentUs]) => `${name} ${(spentUs / 1_000).toFixed(2)} ms`) };
}
