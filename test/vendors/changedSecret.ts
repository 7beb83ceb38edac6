/** A delivery whose address ends in a secret, with one bit of that changed: how often it is refused. */
import type { Connector, Delivery } from '../../worker/connectors/connector.ts';

export async function refusedOfChanged(
  connector: Pick<Connector, 'verify'>,
  delivery: Delivery,
  secret: string,
  times: number,
  now: number,
): Promise<number> {
  const { url } = delivery;
  const from = url.length - secret.length;
  let refused = 0;
  for (let n = 0; n < times; n += 1) {
    const at = from + (n % secret.length);
    const bit = 1 << (Math.floor(n / secret.length) % 7);
    const other = url.slice(0, at) + String.fromCharCode(url.charCodeAt(at) ^ bit) + url.slice(at + 1);
    const isTaken = await connector.verify({ ...delivery, url: other }, { app: 'x', own: secret }, now);
    if (!isTaken) refused += 1;
  }
  return refused;
}
