/** What another process has taken so far, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** Processor seconds, all threads of it, to the nanosecond. */
export function cpu(pid: number): number {
  const ofThread = (thread: string) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8');
    return Number(stat.split(' ')[0]) / 1e9;
  };
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + ofThread(thread), 0);
}

/** Megabytes in memory: now, and at most since it began. */
export function memory(pid: number): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
  return { now: read('VmRSS'), most: read('VmHWM') };
}
