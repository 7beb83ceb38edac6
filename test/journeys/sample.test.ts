/** The sample workspace of the first run, created through the public API at instants of our choosing. */
import { expect, inject, test } from 'vitest';
import { CLOCK_STATES } from '../../shared/lead/vocabulary.ts';
import { samplePeople } from '../../worker/sample/people.ts';
import { createSample } from '../start/sampleWorkspace.ts';
import { leadOf } from '../support/api.ts';
import { temporaryFolder } from '../support/journey.ts';
import { startWorker } from '../support/worker.ts';

const SETUP_TOKEN = 'sample-setup-token';
/** A Saturday night, a Monday five minutes after opening, a Wednesday in the lunch break; all in São Paulo. */
const INSTANTS = ['2026-11-21T23:30:00Z', '2026-11-23T12:05:00Z', '2026-10-14T15:30:00Z'];

test.each(INSTANTS)('sixty leads with clocks in every state, seen on %s', async (instant) => {
  const { bundle } = inject('journeys');
  const now = Date.parse(instant);
  const dir = temporaryFolder('sample');
  const vars = { SETUP_TOKEN, COMBINADO_CLOCK: 'request' };
  const worker = await startWorker({ dir, bundle, vars, log: () => undefined });
  try {
    const sample = await createSample(worker.origin, SETUP_TOKEN, 'pt-BR', now);
    const admin = { origin: worker.origin, token: sample.adminToken };
    const people = samplePeople('pt-BR');
    expect(Object.keys(sample.leads)).toHaveLength(60);
    const asked = people.map(({ id }) => leadOf(admin, sample.leads[id] ?? '', now));
    const states = (await Promise.all(asked)).map(({ state }) => state);
    const clocks = states.flatMap((state) => state.clocks);
    expect(new Set(clocks.map(({ status }) => status))).toEqual(new Set(CLOCK_STATES));
    expect(clocks.some(({ atRisk }) => atRisk)).toBe(true);
    expect(clocks.some(({ trial }) => trial)).toBe(false);
    const first = states[0]?.clocks.find(({ kind }) => kind === 'first_response');
    expect(first).toMatchObject({ status: 'running', atRisk: true });
    expect(states[0]?.score.shown).toBe(72);
  } finally {
    await worker.stop();
  }
});
