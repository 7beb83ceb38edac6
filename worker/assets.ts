/** Files that were made while building and are served, or read, as they are: no part of the worker itself. */
import type { Env } from './env.ts';

/** @param path from the root of the assets: `/docs/swagger-ui.css` */
export function assetOf(env: Env, path: string): Promise<Response> {
  // Only the path counts: the binding asks no network.
  return env.ASSETS.fetch(new URL(path, 'https://assets.invalid'));
}
