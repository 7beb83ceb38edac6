/** Whether a request that comes with our cookie was made by a page of ours (CSRF). */
import type { Context } from 'hono';

/** A browser says `Origin` with every write, and with every request whose site it can vouch for `Sec-Fetch-Site`. */
export function isOwnPage(c: Context): boolean {
  const origin = c.req.header('Origin');
  if (origin !== undefined) return origin === new URL(c.req.url).origin;
  const site = c.req.header('Sec-Fetch-Site');
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  return reads && (site === undefined || site === 'same-origin' || site === 'none');
}
