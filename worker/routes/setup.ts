/** `POST /v1/setup`: the first admin of a new workspace, by the setup token and once (ACC4). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { SetupRequest, type SetupResponse } from '../../shared/protocol/api.ts';
import { readAgreement } from '../agreement.ts';
import { askOpenly, answer } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { registryOf } from '../registry.ts';
import { canonical, newSecret, newWorkspaceId, sha256 } from '../secrets.ts';
import { starterFor } from '../starter.ts';
import { deploymentToken } from './deploymentToken.ts';
import { body } from './validate.ts';

export const setup = new Hono<{ Bindings: Env }>();

const UNSET = failure(
  'forbidden',
  'No setup token is set. Set one with `npx wrangler secret put SETUP_TOKEN`, or the variable SETUP_TOKEN locally, and send it as the bearer token.',
);

setup.post('/v1/setup', body(SetupRequest), async (c) => {
  const { SETUP_TOKEN } = c.env;
  if (!SETUP_TOKEN) return problemResponse(UNSET);
  const refused = await deploymentToken(c, SETUP_TOKEN, 'setup');
  if (refused) return problemResponse(refused);

  const { workspace: name, language, admin, business = 'saas', definitions: given } = c.req.valid('json');
  const agreed =
    given === undefined ? done(await starterFor(c.env, business, language)) : readAgreement(given);
  if (!agreed.ok) return problemResponse(agreed);
  const definitions = agreed.value;
  const workspaceId = newWorkspaceId();
  const registry = registryOf(c.env);
  const used = await sha256(SETUP_TOKEN);
  if (!(await registry.beginSetup(used, workspaceId, Date.now())))
    return problemResponse(
      failure('gone', 'This setup token has been used. Set a new one to open another workspace.'),
    );
  const token = await newSecret('token', workspaceId);
  const invite = await newSecret('invite', workspaceId);
  const memberId = uuidv7();
  const outcome = await askOpenly(
    c,
    'POST /v1/setup',
    { workspaceId },
    {
      workspaceId,
      epoch: uuidv7(),
      name,
      language,
      admin: { id: memberId, name: admin.name },
      device: { id: uuidv7(), hash: token.hash },
      invite: invite.hash,
      definitions: { body: definitions, hash: await sha256(canonical(definitions)) },
    },
  ).catch(async (error: unknown) => {
    await registry.endSetup(used, false);
    throw error;
  });
  await registry.endSetup(used, outcome.ok);
  if (!outcome.ok) return problemResponse(outcome);
  const link = `${new URL(c.req.url).origin}/join#${invite.text}`;
  const created: SetupResponse = {
    workspaceId,
    memberId,
    token: token.text,
    link,
    ...outcome.value,
  };
  return answer(c, done(created), 201);
});
