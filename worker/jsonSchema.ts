/**
 * Stands in for `zod/v4/core` where the OpenAPI library loads it (see `alias` in wrangler.toml): the
 * whole of it would bring every language zod speaks, 90 KiB of the worker.
 */
export { toJSONSchema } from 'zod';
