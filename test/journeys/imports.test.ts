/** Whole files through the worker as it runs: the real ones beside the project, and one too large to hold. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../support/sources.ts';
import { type RunningWorker, startWorker } from '../support/worker.ts';

const OLIST = join(ROOT, '../shared/data/olist/marketing_qualified_leads.csv');
const SETUP_TOKEN = 'setup-token-of-one-test';

let dir: string;
let worker: RunningWorker;
let token: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'combinado-imports-'));
  worker = await startWorker({ dir, vars: { SETUP_TOKEN }, log: () => undefined });
  const opened = await fetch(`${worker.origin}/v1/setup`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${SETUP_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ workspace: 'Olist', language: 'en', admin: { name: 'Dana' } }),
  });
  ({ token } = (await opened.json()) as { token: string });
});

afterAll(async () => {
  await worker?.stop();
  rmSync(dir, { recursive: true, force: true });
});

interface Import {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly created: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly mapping: Readonly<Record<string, string>>;
}

async function ask<T>(path: string, more: RequestInit = {}): Promise<T> {
  const headers = { Authorization: `Bearer ${token}`, ...more.headers };
  const response = await fetch(`${worker.origin}${path}`, { ...more, headers });
  return (await response.json()) as T;
}

/** Hands a file in and waits until it has been applied. */
async function imported(body: BodyInit, query = ''): Promise<Import> {
  const headers = { 'Content-Type': 'text/csv' };
  const begun = await ask<Import>(`/v1/imports${query}`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit);
  if (begun.id === undefined) throw new Error(JSON.stringify(begun));
  for (;;) {
    const now = await ask<Import>(`/v1/imports/${begun.id}`);
    if (now.state !== 'running') return now;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test('[TRI2] 8,000 real leads come in as backlog, and a second time not at all', async ({ skip }) => {
  if (!existsSync(OLIST)) return skip('the olist set is not beside the project (../shared/data/olist)');
  const file = readFileSync(OLIST);
  const first = await imported(file);
  expect(first.mapping).toEqual({
    mql_id: 'id:file/lead',
    first_contact_date: 'capturedAt',
    landing_page_id: 'campaign',
    origin: 'source',
  });
  expect(first).toMatchObject({ state: 'done', rows: 8_000, created: 8_000, failed: 0 });
  const second = await imported(file);
  expect(second).toMatchObject({ state: 'done', rows: 8_000, created: 0, unchanged: 8_000, failed: 0 });
  const refold = await ask<{ checked: number; differing: string[] }>('/v1/admin/refold');
  expect(refold).toEqual({ checked: 8_000, differing: [] });
  const { rows } = await ask<{ rows: Record<string, number> }>('/v1/admin/health');
  expect(rows).toMatchObject({ leads: 8_000, notices: 0, import_parts: 0 });
});

test('a file is never held whole: 80 MB take no more memory than a small one', async () => {
  const long = `"${'x'.repeat(100_000)}"`;
  const rows = 800;
  let n = -1;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const line = n < 0 ? 'email,notes\n' : `lead${n}@large.example,${n % 8 === 0 ? 'short' : long}\n`;
      controller.enqueue(new TextEncoder().encode(line));
      n += 1;
      if (n === rows) controller.close();
    },
  });
  const before = highest(worker.pid);
  const outcome = await imported(body, '?dryRun=true');
  expect(outcome).toMatchObject({ state: 'done', rows, created: 100, failed: 700 });
  expect(highest(worker.pid) - before).toBeLessThan(128 * 1_024);
});

/** As many rows as a list of a large company; a hundredth of them beside the quick tests. */
const ROWS = process.env['LONG'] ? 1_000_000 : 10_000;

test(`${ROWS} rows stream in, each a lead, within 128 MB`, async () => {
  const before = highest(worker.pid);
  const begun = Date.now();
  const outcome = await imported(leadFile(ROWS));
  expect(outcome).toMatchObject({ state: 'done', rows: ROWS, created: ROWS, failed: 0 });
  expect(highest(worker.pid) - before).toBeLessThan(128 * 1_024);
  if (process.env['LONG'])
    process.stderr.write(
      `${ROWS} rows: ${Date.now() - begun} ms, ${highest(worker.pid) - before} KiB more than before\n`,
    );
});

function leadFile(rows: number): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let n = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const lines = n === 0 ? ['name,email,company,source'] : [];
      for (const until = Math.min(rows, n + 1_000); n < until; n += 1)
        lines.push(`Person ${n},person${n}@company${n % 9_000}.example,Company ${n % 9_000},fair`);
      controller.enqueue(encoder.encode(`${lines.join('\n')}\n`));
      if (n === rows) controller.close();
    },
  });
}

/** Most memory the process ever had, KiB. */
function highest(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
}
