/** Whole files through the worker as it runs: the real ones beside the project, and one too large to hold. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../support/sources.ts';
import { type RunningWorker, startWorker } from '../support/worker.ts';

const OLIST = join(ROOT, '../shared/data/olist/marketing_qualified_leads.csv');
const SETUP_TOKEN = 'setup-token-of-one-test';

interface Founded {
  readonly worker: RunningWorker;
  readonly token: string;
}

const dirs: string[] = [];
let founded: Founded;

beforeAll(async () => {
  founded = await found({});
});

afterAll(async () => {
  await founded?.worker.stop();
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

async function found(more: Readonly<Record<string, string>>): Promise<Founded> {
  const dir = mkdtempSync(join(tmpdir(), 'combinado-imports-'));
  dirs.push(dir);
  const worker = await startWorker({ dir, vars: { SETUP_TOKEN, ...more }, log: () => undefined });
  const opened = await fetch(`${worker.origin}/v1/setup`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${SETUP_TOKEN}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ workspace: 'Olist', language: 'en', admin: { name: 'Dana' } }),
  });
  const { token } = (await opened.json()) as { token: string };
  return { worker, token };
}

interface Import {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly created: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly mapping: Readonly<Record<string, string>>;
}

async function ask<T>(path: string, more: RequestInit = {}, { worker, token } = founded): Promise<T> {
  const headers = { Authorization: `Bearer ${token}`, ...more.headers };
  const response = await fetch(`${worker.origin}${path}`, { ...more, headers });
  return (await response.json()) as T;
}

/** Hands a file in and waits until it has been applied. */
async function imported(body: BodyInit, query = '', where = founded, onStreamed = () => {}): Promise<Import> {
  const headers = { 'Content-Type': 'text/csv' };
  const sent: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  const begun = await ask<Import>(`/v1/imports${query}`, sent, where);
  onStreamed();
  if (begun.id === undefined) throw new Error(JSON.stringify(begun));
  for (;;) {
    const now = await ask<Import>(`/v1/imports/${begun.id}`, {}, where);
    if (now.state !== 'running') return now;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
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
  const before = highest(founded.worker.pid);
  const outcome = await imported(body, '?dryRun=true');
  expect(outcome).toMatchObject({ state: 'done', rows, created: 100, failed: 700 });
  expect(highest(founded.worker.pid) - before).toBeLessThan(128 * 1_024);
});

/** As many rows as a list of a large company; a hundredth of them beside the quick tests. */
const ROWS = process.env['LONG'] ? 1_000_000 : 10_000;

test(`${ROWS} rows stream in, each a lead, within 128 MB`, async () => {
  const before = highest(founded.worker.pid);
  const begun = Date.now();
  let streamed = 0;
  const onStreamed = () => void (streamed = highest(founded.worker.pid) - before);
  const outcome = await imported(leadFile(ROWS), '', founded, onStreamed);
  expect(outcome).toMatchObject({ state: 'done', rows: ROWS, created: ROWS, failed: 0 });
  expect(streamed).toBeLessThan(128 * 1_024);
  const applied = highest(founded.worker.pid) - before;
  expect(applied).toBeLessThan(128 * 1_024);
  if (process.env['LONG'])
    process.stderr.write(`${ROWS} rows: ${Date.now() - begun} ms, KiB more: ${streamed}, ${applied}\n`);
});

test('however many parts a file has, it counts as one request', async () => {
  const note = 'x'.repeat(1_500);
  const lines = Array.from({ length: 12_000 }, (_, n) => `lead${n}@parts.example,${note}`);
  const strict = await found({ COMBINADO_RATE: '40' });
  onTestFinished(() => strict.worker.stop());
  // 18 MB, of which 256 KB are a part.
  const outcome = await imported(['email,notes', ...lines].join('\n'), '?dryRun=true', strict);
  expect(outcome).toMatchObject({ state: 'done', rows: lines.length, failed: 0 });
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
