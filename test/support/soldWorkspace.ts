/**
 * A workspace that sold: enough small companies of some months ago to judge a close rate by, too few
 * larger ones, and what happened in the last hours. Every number about it can be counted from here.
 */
import { onTestFinished, type TestContext } from 'vitest';
import { STARTERS } from '../../shared/definitions/starters.ts';
import { LeadsResponse } from '../../shared/protocol/api.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { leadOf, openDevice, request, signIn, type Api } from './api.ts';
import { needsBrowser, temporaryFolder } from './journey.ts';
import { startWorker } from './worker.ts';
import { foundWorkspace, type Members } from './workspace.ts';

export interface SoldWorkspace {
  readonly admin: Api;
  readonly members: Members;
  /** Ids of all of its leads. */
  readonly leads: readonly string[];
}

/** Days ago: founded, the season the rates are of, and its wins. */
const FOUNDED = 150;
const SEASON = 120;
const WON = 110;

export const SOLD = {
  quota: { small: 9_000, midmarket: 20_000 },
  /** Whole currency of each deal won in the season. */
  deal: 1_500,
  captured: { small: 40, midmarket: 6 },
  handedOff: { small: 24, midmarket: 6 },
  /** One of the small ones in a currency without a rate. */
  won: { small: 9, midmarket: 1 },
  goals: { delivered: 40, revenue: 50_000, firstResponse: 90, worked: 90 },
  /** Of the last hours, all small. */
  recent: 5,
  /** One of them bought already. */
  recentDeal: 2_000,
  attempts: { ana: 3, bruno: 1 },
} as const;

const DEFINITIONS = {
  ...STARTERS.en,
  quotas: [
    { segment: 'small', perRepMonth: SOLD.quota.small },
    { segment: 'midmarket', perRepMonth: SOLD.quota.midmarket },
  ],
};

export async function openSold(context: TestContext): Promise<SoldWorkspace> {
  const { bundle } = needsBrowser(context);
  const dir = temporaryFolder('sold');
  const start = (vars: Record<string, string>) =>
    startWorker({ dir, bundle, vars: { SETUP_TOKEN: 'sold', ...vars }, log: () => undefined });
  const past = await start({ COMBINADO_CLOCK: 'request' });
  const made = await live(past.origin, Date.now()).finally(() => past.stop());
  const worker = await start({});
  onTestFinished(() => worker.stop());
  return { ...made, admin: { origin: worker.origin, token: made.admin.token } };
}

async function live(origin: string, now: number): Promise<SoldWorkspace> {
  const ago = (days: number) => now - days * DAY_MS;
  const { goals } = SOLD;
  const founding = { origin, setupToken: 'sold', name: 'Sold', language: 'en' as const };
  const { admin, members } = await foundWorkspace({
    ...founding,
    definitions: {
      ...DEFINITIONS,
      goals: [
        { id: 'delivered', side: 'marketing', metric: 'mqls', target: goals.delivered, period: 'month' },
        { id: 'revenue', side: 'marketing', metric: 'revenue', target: goals.revenue, period: 'quarter' },
        {
          id: 'first-response',
          side: 'sales',
          metric: 'first_response',
          target: goals.firstResponse,
          period: 'month',
        },
        { id: 'worked', side: 'sales', metric: 'worked', target: goals.worked, period: 'month' },
      ],
    },
    now: ago(FOUNDED),
  });
  const season = ago(SEASON);
  const add = async (name: string, count: number, employees: number, owner: string, at: number) => {
    const leads = Array.from({ length: count }, (_, place) => ({
      emails: [`${name}${place}@sold.example`],
      fields: { name: `${name} ${place}`, company: `${name} ${place}`, employees, industry: 'retail' },
      source: place % 2 === 0 ? 'google' : 'event',
      owner,
    }));
    const answer = LeadsResponse.parse(await request(admin, 'POST /v1/leads', { body: { leads }, now: at }));
    return answer.results.flatMap((result) => ('id' in result ? [result.id] : []));
  };
  const askForDemo = (leads: readonly string[], at: number) =>
    request(admin, 'POST /v1/signals', {
      body: { signals: leads.map((leadId) => ({ leadId, signal: 'demo_requested' })) },
      now: at,
    });
  const win = (leads: readonly string[], amount: number, at: number, foreign = 0) =>
    request(admin, 'POST /v1/deals', {
      body: {
        deals: leads.map((leadId, place) => ({
          leadId,
          dealId: `deal-${leadId}`,
          amount,
          currency: place < foreign ? 'CHF' : DEFINITIONS.currency,
          outcome: 'won',
        })),
      },
      now: at,
    });

  const small = await add('Small', SOLD.captured.small, 20, members.ana, season);
  const larger = await add('Larger', SOLD.captured.midmarket, 120, members.bruno, season + MINUTE_MS);
  await askForDemo(small.slice(0, SOLD.handedOff.small), season + 2 * MINUTE_MS);
  await askForDemo(larger.slice(0, SOLD.handedOff.midmarket), season + 2 * MINUTE_MS);
  await win(small.slice(0, SOLD.won.small), SOLD.deal, ago(WON), 1);
  await win(larger.slice(0, SOLD.won.midmarket), SOLD.deal, ago(WON));

  const begun = now - 3 * HOUR_MS;
  const recent = await add('Recent', SOLD.recent, 20, members.ana, begun);
  await askForDemo(recent, begun + MINUTE_MS);
  const [first = '', second = '', third = ''] = recent;
  const ana = await openDevice(await signIn(admin, members.ana, begun), begun);
  const bruno = await openDevice(await signIn(admin, members.bruno, begun), begun);
  const tried = { channel: 'call', evidence: 'clicked' } as const;
  await ana.push('attempt.log', { ...tried, leadId: first, outcome: 'connected' }, begun + 10 * MINUTE_MS);
  await ana.push('attempt.log', { ...tried, leadId: second, outcome: 'connected' }, begun + 20 * MINUTE_MS);
  await ana.push('attempt.log', { ...tried, leadId: third, outcome: 'no_answer' }, begun + 30 * MINUTE_MS);
  await bruno.push('attempt.log', { ...tried, leadId: third, outcome: 'no_answer' }, begun + 90 * MINUTE_MS);
  const { revision, state } = await leadOf(admin, first, begun + 100 * MINUTE_MS);
  const handoff = state.handoffs.at(-1)?.id ?? '';
  const accepted = { leadId: first, handoff, answer: 'accepted' } as const;
  await ana.push('handoff.answer', accepted, begun + 100 * MINUTE_MS, revision);
  await win([first], SOLD.recentDeal, begun + 110 * MINUTE_MS);
  return { admin, members, leads: [...small, ...larger, ...recent] };
}
