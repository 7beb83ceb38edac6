/** `POST /v1/recover`: whoever runs the deployment lets an admin in again (ACC4); see `npm run recover`. */
import { Hono } from 'hono';
import { RecoverRequest, type RecoverResponse } from '../../shared/protocol/api.ts';
import { answer, askOpenly } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { registryOf } from '../registry.ts';
import { isWorkspaceId, newSecret } from '../secrets.ts';
import { deploymentToken } from './deploymentToken.ts';
import { body } from './validate.ts';

export const recover = new Hono<{ Bindings: Env }>();

const MOST_NAMED = 50;
const UNSET = failure(
  'forbidden',
  'No recovery token is set. Set one with `npx wrangler secret put RECOVERY_TOKEN` and send it as the bearer token.',
);

recover.post('/v1/recover', body(RecoverRequest), async (c) => {
  const secret = c.env.RECOVERY_TOKEN ?? c.env.SETUP_TOKEN;
  if (!secret) return problemResponse(UNSET);
  const refused = await deploymentToken(c, secret, 'recovery');
  if (refused) return problemResponse(refused);

  const { workspace, member } = c.req.valid('json');
  const known = await registryOf(c.env).workspaces(MOST_NAMED);
  const workspaceId = workspace ?? (known.length === 1 ? known[0] : undefined);
  if (workspaceId === undefined || !isWorkspaceId(workspaceId)) {
    const detail = known.length === 0 ? 'none was set up here' : `one of: ${known.join(', ')}`;
    return problemResponse(
      failure('invalid-body', 'Say which workspace.', [{ pointer: '/workspace', detail }]),
    );
  }
  const invite = await newSecret('invite', workspaceId);
  const input = { hash: invite.hash, member };
  const outcome = await askOpenly(c, 'POST /v1/recover', { workspaceId }, input);
  if (!outcome.ok)
    return problemResponse(
      outcome.problem === 'bad-token' ? failure('not-found', 'There is no such workspace.') : outcome,
    );
  const link = `${new URL(c.req.url).origin}/join#${invite.text}`;
  const recovered: RecoverResponse = { workspaceId, link, ...outcome.value };
  return answer(c, done(recovered), 201);
});
