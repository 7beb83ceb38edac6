/** The worker with the sample's pages beside it, for `npm start` and the journeys: never deployed. */
import { Hono } from 'hono';
import type { Env } from '../env.ts';
import worker from '../index.ts';
import { sample } from './routes.ts';

export * from '../index.ts';

const withSample = new Hono<{ Bindings: Env }>();
withSample.route('/sample', sample);
withSample.all('*', (c) => worker.fetch(c.req.raw, c.env, c.executionCtx));

export default { ...worker, fetch: withSample.fetch } satisfies ExportedHandler<Env>;
