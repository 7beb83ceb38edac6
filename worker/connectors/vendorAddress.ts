/** Where a request of a connector may go: the vendor's own hosts, by https, and nowhere else. */
import type { Env } from '../env.ts';
import { targetFault } from '../outboundTarget.ts';

export type VendorRule = Pick<Env, 'COMBINADO_OUTBOUND' | 'COMBINADO_VENDORS'>;

/**
 * The address a request is sent to, or undefined when it may not be.
 * @param hosts exact names, or with a dot in front all that end in it
 */
export function vendorAddress(
  text: string,
  hosts: readonly string[],
  { COMBINADO_OUTBOUND, COMBINADO_VENDORS }: VendorRule,
): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' || url.port !== '' || targetFault(text, {}) !== undefined) return undefined;
  if (!hosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host)))
    return undefined;
  if (COMBINADO_VENDORS === undefined || COMBINADO_OUTBOUND !== 'loopback') return url;
  return new URL(`${COMBINADO_VENDORS}/${url.hostname}${url.pathname}${url.search}`);
}
