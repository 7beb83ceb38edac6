/**
 * A workspace of very many leads under an agreement both sides signed long ago, as it stands once the
 * worker has looked at every one of them: to be used as quickly as a small one.
 */
import { STARTERS } from '../../shared/definitions/starters.ts';
import { LeadsListResponse } from '../../shared/protocol/leads.ts';
import { DAY_MS } from '../../shared/time.ts';
import { request } from './api.ts';
import { seedLeads } from './seedLeads.ts';
import { startWorker, type RunningWorker } from './worker.ts';
import { foundWorkspace, type Workspace } from './workspace.ts';

const SETUP_TOKEN = 'large';
/** Nobody is told to slow down while much is asked at once. */
const RATE = '1000000000';
/** Before the first of its leads was captured. */
const FOUNDED_DAYS = 100;
/** One in four came by itself and is worked; the others wait as backlog. */
export const ACTIVE_OF = 4;

const DEFINITIONS: (typeof STARTERS)['en'] = {
  ...STARTERS.en,
  goals: [
    { id: 'delivered', side: 'marketing', metric: 'mqls', target: 900, period: 'month' },
    { id: 'first-response', side: 'sales', metric: 'first_response', target: 90, period: 'month' },
    { id: 'worked', side: 'sales', metric: 'worked', target: 90, period: 'month' },
  ],
  quotas: [{ segment: 'midmarket', perRepMonth: 40_000 }],
};

export interface LargeWorkspace extends Workspace {
  readonly worker: RunningWorker;
}

/** @param dir where its databases live. The worker is the caller's to stop. */
export async function openLarge(
  dir: string,
  bundle: string,
  count: number,
  now = Date.now(),
): Promise<LargeWorkspace> {
  const start = (vars: Record<string, string>) =>
    startWorker({ dir, bundle, vars: { SETUP_TOKEN, COMBINADO_RATE: RATE, ...vars }, log: () => undefined });
  const past = await start({ COMBINADO_CLOCK: 'request' });
  const made = await foundWorkspace({
    origin: past.origin,
    setupToken: SETUP_TOKEN,
    name: 'Large',
    language: 'en',
    definitions: DEFINITIONS,
    now: now - FOUNDED_DAYS * DAY_MS,
  }).finally(() => past.stop());
  const { ana, bruno, camila } = made.members;
  seedLeads(dir, { count, owners: [ana, bruno, camila], now, activeOf: ACTIVE_OF, due: true });
  const worker = await start({});
  const admin = { ...made.admin, origin: worker.origin };
  // As they were written they are visitors, and no captured lead stays one.
  for (;;) {
    const answer = LeadsListResponse.parse(await request(admin, 'GET /v1/leads?stage=visitor&limit=1'));
    if (answer.leads.length === 0) return { ...made, admin, worker };
    await new Promise((next) => setTimeout(next, 500));
  }
}
