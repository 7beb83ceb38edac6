/** What Cloudflare runs: the HTTP app, the hourly cron, and the two kinds of object. */
import { app } from './app.ts';

export { Registry } from './registry.ts';
export { Workspace } from './workspace/workspace.ts';
export default { fetch: app.fetch };
