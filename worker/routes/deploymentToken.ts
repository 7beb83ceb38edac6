/** A secret of the deployment itself, sent as bearer token: compared in constant time, guessed in vain. */
import type { AppContext } from '../ask.ts';
import { failure, later, type Failure } from '../outcome.ts';
import { registryOf } from '../registry.ts';
import { sameSecret, sha256 } from '../secrets.ts';

/** Undefined when it is the one. */
export async function deploymentToken(
  c: AppContext,
  secret: string,
  name: 'setup' | 'recovery',
): Promise<Failure | undefined> {
  const sent = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
  if (sent === undefined) return failure('no-token', `Send the ${name} token as bearer token.`);
  const registry = registryOf(c.env);
  // Where it comes from is asked so that a stranger's guesses do not lock out the owner.
  const address = await sha256(c.req.header('CF-Connecting-IP') ?? 'local');
  const now = Date.now();
  const wait = await registry.waitMs(address, now);
  if (wait > 0) return later(wait);
  if (await sameSecret(sent, secret)) return undefined;
  await registry.countWrong(address, now);
  return failure('bad-token', `This is not the ${name} token.`);
}
