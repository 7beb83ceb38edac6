/** `/v1/members`: who is here, in which role, on which side (ACC2). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { MemberChange, MemberRequest } from '../../shared/protocol/api.ts';
import { RecordedQuery } from '../../shared/protocol/recorded.ts';
import { answer, ask, credentialOf, type AppContext } from '../ask.ts';
import { emailHash } from '../emailHash.ts';
import type { Env } from '../env.ts';
import { done, type Outcome } from '../outcome.ts';
import { body, query } from './validate.ts';
import { wrongAt } from '../refused.ts';

export const members = new Hono<{ Bindings: Env }>();

members.get('/v1/me', async (c) => answer(c, await ask(c, 'GET /v1/me')));

members.get('/v1/me/day', async (c) => answer(c, await ask(c, 'GET /v1/me/day')));

members.get('/v1/me/recorded', query(RecordedQuery), async (c) =>
  answer(c, await ask(c, 'GET /v1/me/recorded', c.req.valid('query'))),
);

members.get('/v1/members', async (c) => answer(c, await ask(c, 'GET /v1/members')));

members.post('/v1/members', body(MemberRequest), async (c) => {
  const member = await withoutAddress(c, c.req.valid('json'));
  if (!member.ok) return answer(c, member);
  return answer(c, await ask(c, 'POST /v1/members', { id: uuidv7(), member: member.value }), 201);
});

members.patch('/v1/members/:id', body(MemberChange), async (c) => {
  const change = await withoutAddress(c, c.req.valid('json'));
  if (!change.ok) return answer(c, change);
  const input = { id: c.req.param('id'), change: change.value };
  return answer(c, await ask(c, 'PATCH /v1/members/:id', input));
});

/** The address goes no further than here. */
async function withoutAddress<T extends { readonly email?: string | null | undefined }>(
  c: AppContext,
  { email, ...rest }: T,
): Promise<Outcome<Omit<T, 'email'> & { readonly emailHash?: string | null }>> {
  if (email === undefined || email === null)
    return done(email === null ? { ...rest, emailHash: null } : rest);
  const caller = await credentialOf(c);
  if ('ok' in caller) return caller;
  const hash = await emailHash(caller.workspaceId, email);
  if (hash !== undefined) return done({ ...rest, emailHash: hash });
  return wrongAt('See `errors` for each field that is not as expected.', '/email', 'no_email');
}
