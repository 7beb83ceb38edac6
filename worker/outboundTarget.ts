/**
 * Where we may send to: public https addresses only. Cloudflare's network reaches no private hosts,
 * but the same code runs on a company's own machines, where a webhook must not become a way inside.
 */
import type { Env } from './env.ts';

export type OutboundRule = Pick<Env, 'COMBINADO_OUTBOUND'>;
export type TargetFault = 'no_url' | 'password_in_url' | 'only_https' | 'only_public';

/** Undefined when it may be sent to, else what is wrong. */
export function targetFault(text: string, { COMBINADO_OUTBOUND }: OutboundRule): TargetFault | undefined {
  if (!URL.canParse(text)) return 'no_url';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'password_in_url';
  const host = url.hostname.toLowerCase().replace(/\.$/, '');
  if (COMBINADO_OUTBOUND === 'loopback' && isLoopback(host)) return undefined;
  if (url.protocol !== 'https:') return 'only_https';
  return isPublic(host) ? undefined : 'only_public';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Names nobody outside can resolve. */
const LOCAL_NAMES = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|test|invalid|onion)$/;

function isPublic(host: string): boolean {
  if (host.startsWith('[')) return isPublicV6(host.slice(1, -1));
  // The URL parser has turned every way of writing an IPv4 address into four numbers.
  const v4 = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(host);
  if (v4) return isPublicV4(Number(v4[1]), Number(v4[2]), Number(v4[3]));
  return host.includes('.') && !LOCAL_NAMES.test(host);
}

/** RFC 6890 and its successors: everything that is not for everybody. */
function isPublicV4(a: number, b: number, c: number): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b <= 127) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b <= 31) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}

/** Global unicast (2000::/3) without documentation, and without what hides an IPv4 address. */
function isPublicV6(address: string): boolean {
  const [first = '', second = ''] = address.split(':');
  const head = Number.parseInt(first, 16);
  if (!(head >= 0x2000 && head <= 0x3fff)) return false;
  if (head === 0x2002) return false;
  return !(head === 0x2001 && (second === '' || Number.parseInt(second, 16) < 0x200 || second === 'db8'));
}
