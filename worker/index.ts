/** What Cloudflare runs: the HTTP app, the hourly cron, and the three kinds of object. */
import { app } from './app.ts';
import type { Env } from './env.ts';
import { registryOf } from './registry.ts';
import { logError } from './log.ts';
import { traceOf } from './workspace/trace.ts';

export { Ledger } from './ledger.ts';
export { Registry } from './registry.ts';
export { Workspace } from './workspace/workspace.ts';

/** Woken per run; the rest waits an hour longest, and only if its own alarm was lost (CLK9). */
const MOST_PER_RUN = 500;

export default {
  fetch: app.fetch,
  async scheduled(_controller, env) {
    const due = await registryOf(env).dueBy(Date.now(), MOST_PER_RUN);
    for (const id of due) {
      try {
        await env.WORKSPACE.getByName(id).wake();
      } catch (error) {
        logError('wake failed', { workspace: id, ...traceOf(error) });
      }
    }
  },
} satisfies ExportedHandler<Env>;
