/**
 * Reports over very many leads, asked for as the console does: a first look, one after nothing and one
 * after something changed, the leads behind a number, the quarter's pack, and how long somebody else's
 * small read waits meanwhile.
 */
import * as z from 'zod';
import { DAY_MS } from '../../shared/time.ts';
import { type Api, request } from '../support/api.ts';
import { type BenchRow, row } from './row.ts';

/** A person waits no longer without wondering. */
const LIMIT_MS = 1_000;
const TODAY = 'today,compliance,worked,speed,pacing,funnel,dispositions,attempts';
const LOOP = 'dispositions,quality,recycled,leaks';
type Path = `/${string}`;
const dateBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);

const Page = z.object({ leads: z.array(z.object({ id: z.string() })), cursor: z.string().nullable() });

/** @param manager reads, @param admin changes a lead; both of a workspace nobody has looked at reports of */
export async function reporting(manager: Api, admin: Api, count: number): Promise<readonly BenchRow[]> {
  const [today, since] = [dateBefore(0), dateBefore(29)];
  const first: Path = `/v1/reports?names=${TODAY}&from=${since}&to=${today}`;
  const before: Path = `/v1/reports?names=compliance,worked,speed&from=${dateBefore(59)}&to=${dateBefore(30)}`;
  const look = () => Promise.all([whole(manager, first), whole(manager, before)]);
  const rows: BenchRow[] = [];
  const timed = async (name: string, act: () => Promise<unknown>) => {
    const begun = performance.now();
    await act();
    const said = `reports, ${name}, ${count} leads`;
    rows.push(row(said, 'ms', performance.now() - begun, 'limit', LIMIT_MS));
  };

  const meanwhile = readUntil(manager);
  await timed('Today, first look', look);
  const waits = await meanwhile.stop();
  await timed('Today, again, nothing changed', look);
  const { leads } = Page.parse(await request(manager, 'GET /v1/leads?limit=1'));
  await request(admin, 'POST /v1/signals', {
    body: { signals: [{ leadId: leads[0]?.id, signal: 'demo_requested' }] },
  });
  await timed('Today, after one lead changed', look);
  await timed('Today, of one source', () => whole(manager, `${first}&source=google`));
  await timed('Closed loop', () => whole(manager, `/v1/reports?names=${LOOP}&from=${since}&to=${today}`));
  const targets: Path = `/v1/reports?names=goals,pacing,capacity,quota&from=${dateBefore(364)}&to=${today}`;
  await timed('the effect of the version in force', () => whole(manager, '/v1/reports?names=effect'));
  await timed('Targets', () => whole(manager, targets));
  await timed("the quarter's pack", () => whole(manager, `/v1/review?from=${dateBefore(90)}&to=${today}`));
  const cell = encodeURIComponent('["in progress","all",null]');
  const behind: Path = `/v1/reports/worked/leads?from=${since}&to=${today}&cell=${cell}`;
  await timed('the first hundred leads behind a number', () => whole(manager, behind));
  await timed('all leads behind a number', () => everyPage(manager, behind));
  rows.push(row(`reports, another read meanwhile, worst, ${count} leads`, 'ms', waits, 'limit', 100));
  return rows;
}

/** Asked again until it is added up. */
async function whole(api: Api, path: Path): Promise<unknown> {
  for (;;) {
    const answer = await request(api, `GET ${path}`);
    if (!z.object({ state: z.literal('running') }).safeParse(answer).success) return answer;
  }
}

async function everyPage(api: Api, path: Path): Promise<void> {
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    ({ cursor } = Page.parse(await request(api, `GET ${path}${more}`)));
  }
}

/** One small read after the other. `stop` says how long the slowest took, ms. */
function readUntil(api: Api): { readonly stop: () => Promise<number> } {
  const over = new AbortController();
  const reading = (async () => {
    let worst = 0;
    while (!over.signal.aborted) {
      const begun = performance.now();
      await request(api, 'GET /v1/me');
      worst = Math.max(worst, performance.now() - begun);
      await new Promise((next) => setTimeout(next, 20));
    }
    return worst;
  })();
  return {
    stop: () => {
      over.abort();
      return reading;
    },
  };
}
