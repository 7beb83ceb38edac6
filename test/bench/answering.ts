/** Long work over every lead of a workspace that was filled by hand, and what others wait meanwhile (DEF2, DEF3). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { type Api, request, setUp } from '../support/api.ts';
import { bundleWorker, startWorker } from '../support/worker.ts';
import { follow, lookedAtAgain, previewed, Started, titled } from './longWork.ts';
import { type BenchRow, row } from './row.ts';
import { seedLeads } from '../support/seedLeads.ts';

/** `BENCH_LEADS=100000` for the figures of a large workspace. */
const LEADS = Number(process.env['BENCH_LEADS'] ?? 5_000);

export async function answering(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'combinado-answering-'));
  const bundle = bundleWorker();
  const vars = { SETUP_TOKEN: 'bench', COMBINADO_RATE: '1000000000' };
  const start = () => startWorker({ dir, bundle, vars, log: (line) => process.stderr.write(`${line}\n`) });
  let running = await start();
  try {
    const made = await setUp(running.origin, 'bench', {
      workspace: 'Bench',
      language: 'en',
      admin: { name: 'Ada' },
    });
    await running.stop();
    const facts = seedLeads(dir, { count: LEADS, owners: [made.memberId], now: Date.now() });
    running = await start();
    const admin: Api = { origin: running.origin, token: made.token };
    const { pid } = running;
    // The seeded leads are decided here for the first time; what is measured comes after.
    await follow(admin, await publish(admin, 'First'));

    const again = await lookedAtAgain(admin, pid, () => publish(admin, 'Second'));
    const tried = await previewed(admin, pid, titled(STARTERS.en, 'Third', 55));
    const [size, meanwhile] = [
      `${LEADS} leads, ${facts} facts`,
      `small read while ${LEADS} leads are looked at again`,
    ];
    return [
      row(`${meanwhile}, p99`, 'ms', again.busy.p99, 'the same read, idle, p99', again.idle.p99),
      row(`${meanwhile}, median`, 'ms', again.busy.median, 'the same read, idle, median', again.idle.median),
      row('every lead looked at again', 'cpu-s', again.cpuSeconds, size, Number.NaN),
      row('preview of a draft', 'cpu-s', tried.cpuSeconds, size, Number.NaN),
    ];
  } finally {
    await running.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function publish(admin: Api, title: string): Promise<string> {
  const body = { definitions: titled(STARTERS.en, title), note: '' };
  return Started.parse(await request(admin, 'POST /v1/definitions', { body })).job;
}
