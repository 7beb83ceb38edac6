/** What is asked of a workspace of any size, so that it shows how its cost grows: pulls, lookups, long work. */
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { hashedText, hashOf } from '../../shared/protocol/addressFilter.ts';
import { LookupResponse } from '../../shared/protocol/lookup.ts';
import { request } from '../support/api.ts';
import { sign } from '../support/workspace.ts';
import { firstPull } from './firstPull.ts';
import { lookedAtAgain, previewed, quantile, Started, titled } from './longWork.ts';
import { cpu } from './processCost.ts';
import { openDevice } from './pushing.ts';
import { previewFloor } from './scaleFloor.ts';
import type { ScaleWorkspace } from './scaleWorkspace.ts';

/** One figure of one size. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** What it has to keep to, and how that is called; left out: it is held against the smallest workspace. */
  readonly limit?: readonly [name: string, value: number];
}

const DELTAS = 30;
/** A member may look up 120 a minute. */
const LOOKUPS = 100;
const MILLI = 1_000;

export function importing({ leads, imported }: ScaleWorkspace): readonly Figure[] {
  const { seconds, cpuSeconds, facts, memoryMb, databaseBytes } = imported;
  return [
    { name: `import, ${facts} facts`, unit: 'rows/s', value: leads / seconds },
    { name: 'import', unit: 'cpu-µs/lead', value: (cpuSeconds / leads) * MILLI * MILLI },
    { name: 'import', unit: 's', value: seconds },
    { name: 'import, most in memory', unit: 'MB', value: memoryMb },
    { name: 'database', unit: 'bytes/lead', value: databaseBytes / leads },
    { name: 'database', unit: 'bytes', value: databaseBytes },
  ];
}

export async function pulling({ ana, api, worker: { pid } }: ScaleWorkspace): Promise<readonly Figure[]> {
  const me = api(ana.token);
  const used = cpu(pid);
  const all = await firstPull(me);
  const cost = cpu(pid) - used;
  const name = 'cold pull of one in twenty';
  const phone = await openDevice(me);
  let { cursor } = all;
  const costs: number[] = [];
  const times: number[] = [];
  for (let count = 0; count < DELTAS; count += 1) {
    await phone.push(all.ids, 1);
    const [before, begun] = [cpu(pid), performance.now()];
    const page = await request(me, `GET /v1/sync/pull?cursor=${cursor}`);
    times.push(performance.now() - begun);
    costs.push(cpu(pid) - before);
    const { leads, cursor: next } = z.object({ leads: z.array(z.unknown()), cursor: z.string() }).parse(page);
    if (leads.length !== 1) throw new Error(`${leads.length} leads came, not one`);
    cursor = next;
  }
  return [
    { name, unit: 'leads', value: all.leads },
    { name, unit: 'bytes gzip/lead', value: all.bytes / all.leads },
    { name, unit: 'ms to the first lead', value: all.firstMs },
    { name, unit: 'ms/lead', value: all.lastMs / all.leads },
    { name, unit: 'cpu-µs/lead', value: (cost / all.leads) * MILLI * MILLI },
    { name: 'delta pull of one lead', unit: 'cpu-ms', value: quantile(costs, 0.5) * MILLI },
    { name: 'delta pull of one lead, median', unit: 'ms', value: quantile(times, 0.5) },
  ];
}

const Filter = z.object({ key: z.string(), addresses: z.int() });

export async function lookingUp({
  ana,
  api,
  leads,
  worker: { pid },
}: ScaleWorkspace): Promise<readonly Figure[]> {
  const me = api(ana.token);
  const began = performance.now();
  const { key, addresses } = Filter.parse(await request(me, 'GET /v1/lookup/filter'));
  const filterMs = performance.now() - began;
  if (addresses < leads) throw new Error(`the filter holds ${addresses} of ${leads} addresses`);
  const times: number[] = [];
  const used = cpu(pid);
  for (let count = 0; count < LOOKUPS; count += 1) {
    const lead = Math.floor((leads / LOOKUPS) * count);
    const text = hashedText(`lead${lead}@company${lead % 9_000}.example`);
    const body = { hashes: [hashOf(createHmac('sha256', key).update(text).digest())] };
    const begun = performance.now();
    const { chips } = LookupResponse.parse(await request(me, 'POST /v1/lookup', { body }));
    times.push(performance.now() - begun);
    if (chips.length !== 1) throw new Error(`lead ${lead} was not found by its address`);
  }
  return [
    { name: 'lookup of one address', unit: 'cpu-ms', value: ((cpu(pid) - used) / LOOKUPS) * MILLI },
    { name: 'lookup of one address, median', unit: 'ms', value: quantile(times, 0.5) },
    { name: 'filter of all addresses', unit: 'ms', value: filterMs },
  ];
}

/** What the issue asks of 100,000 leads, for every size alike. */
const PREVIEW_CPU_US = 100;
const WAITING = 5;

export async function previewing(place: ScaleWorkspace): Promise<readonly Figure[]> {
  const { admin, api, leads, worker } = place;
  await forgetDraft(place);
  const tried = await previewed(api(admin), worker.pid, titled(STARTERS.en, `Tried ${Date.now()}`, 55));
  await forgetDraft(place);
  const perLead = (seconds: number) => (seconds / leads) * MILLI * MILLI;
  const floor = previewFloor(place.dir, leads);
  const limit = ['asked for: 10 s of CPU for 100,000 leads', PREVIEW_CPU_US] as const;
  return [
    { name: 'preview', unit: 'cpu-µs/lead', value: perLead(tried.cpuSeconds), limit },
    { name: 'preview', unit: 'cpu-s', value: tried.cpuSeconds },
    { name: 'preview', unit: 's', value: tried.seconds },
    { name: 'of a preview, fold and decide twice, no worker', unit: 'cpu-µs/lead', value: floor.foldUs },
    { name: 'of a preview, its facts read by bare SQL', unit: 'cpu-µs/lead', value: floor.readUs },
  ];
}

export async function lookingAgain(place: ScaleWorkspace): Promise<readonly Figure[]> {
  const { admin, api, leads, worker } = place;
  await forgetDraft(place);
  const title = `Again ${Date.now()}`;
  const publish = async () => Started.parse(await sign(api(admin), titled(STARTERS.en, title), place)).job;
  const { idle, busy, cpuSeconds, seconds } = await lookedAtAgain(api(admin), worker.pid, publish);
  const name = 'small read while all are looked at again';
  return [
    { name: `${name}, p99`, unit: 'ms', value: busy.p99, limit: ['5 × its idle p99', WAITING * idle.p99] },
    { name: `${name}, median`, unit: 'ms', value: busy.median, limit: ['its idle median', idle.median] },
    { name: 'all looked at again', unit: 'cpu-µs/lead', value: (cpuSeconds / leads) * MILLI * MILLI },
    { name: 'all looked at again', unit: 's', value: seconds },
  ];
}

/** Whatever an earlier run left: nobody writes over a draft unread. */
async function forgetDraft({ admin, api }: ScaleWorkspace): Promise<void> {
  await request(api(admin), 'DELETE /v1/definitions/draft').catch(() => undefined);
}
