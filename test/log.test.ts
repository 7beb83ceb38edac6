/** What the worker writes down about itself: lines of JSON that name nobody. */
import { afterEach, expect, test, vi } from 'vitest';
import { logError } from '../worker/log.ts';
import { traceOf } from '../worker/workspace/trace.ts';
import { sources } from './support/sources.ts';

afterEach(() => vi.restoreAllMocks());

test('only worker/log.ts writes to the console', () => {
  const writers = sources().filter(
    ({ path, text }) => path.startsWith('worker/') && /\bconsole\.\w+\(/.test(text),
  );
  expect(
    writers.map(({ path }) => path),
    'call logInfo or logError of worker/log.ts, with an event and ids',
  ).toEqual(['worker/log.ts']);
});

test('a line is one JSON object, without what an error quotes', () => {
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
  logError('job failed', { job: 'job-1', ...traceOf(new RangeError('rosa@clinica.example is no number')) });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 'error',
    event: 'job failed',
    job: 'job-1',
    error: 'RangeError',
  });
  expect(lines[0]).not.toContain('rosa');
});
