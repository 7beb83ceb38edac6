/** `/v1/hooks`: webhooks in, kept by an admin; `POST /hooks/:workspace/:hook` is where they come in (ACC5). */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { v7 as uuidv7 } from 'uuid';
import { DeliveriesQuery, HookChange, HookRequest, HookTryRequest } from '../../shared/protocol/hooks.ts';
import { answer, answerNothing, ask, askOpenly, credentialOf, type AppContext } from '../ask.ts';
import type { Env } from '../env.ts';
import { done, failure } from '../outcome.ts';
import { thanks } from '../pages/thanks.ts';
import { REFUSED, type Posted, type Proofs } from '../posted.ts';
import { problemResponse } from '../problem.ts';
import { isWorkspaceId, newHookId, newSigningSecret, sha256 } from '../secrets.ts';
import { body, query } from './validate.ts';

export const hooks = new Hono<{ Bindings: Env }>();

const MOST_BYTES = 256 * 1024;

hooks.get('/v1/hooks', async (c) => answer(c, await ask(c, 'GET /v1/hooks')));

hooks.post('/v1/hooks', body(HookRequest), async (c) => {
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const hook = c.req.valid('json');
  const own = hook.kind === 'form' ? null : newSigningSecret();
  const secret = hook.secret ?? own;
  const id = newHookId();
  const made = await ask(c, 'POST /v1/hooks', { id, secret, hook });
  if (!made.ok) return problemResponse(made);
  const { origin } = new URL(c.req.url);
  const url = `${origin}/hooks/${caller.workspaceId}/${made.value.id}`;
  // One of theirs they know already.
  const shown = made.value.id === id && hook.secret === undefined ? own : null;
  return answer(c, done({ ...made.value, url, secret: shown }), 201);
});

hooks.get('/v1/hooks/:id', async (c) =>
  answer(c, await ask(c, 'GET /v1/hooks/:id', { id: c.req.param('id') })),
);

hooks.patch('/v1/hooks/:id', body(HookChange), async (c) => {
  const change = c.req.valid('json');
  return answer(c, await ask(c, 'PATCH /v1/hooks/:id', { id: c.req.param('id'), change }));
});

hooks.delete('/v1/hooks/:id', async (c) =>
  answerNothing(c, await ask(c, 'DELETE /v1/hooks/:id', { id: c.req.param('id') })),
);

hooks.post('/v1/hooks/:id/rotate', async (c) => {
  const [rotation, secret] = [uuidv7(), newSigningSecret()];
  const rotated = await ask(c, 'POST /v1/hooks/:id/rotate', { id: c.req.param('id'), rotation, secret });
  if (!rotated.ok) return problemResponse(rotated);
  const { overlapEndsAt, rotation: standing } = rotated.value;
  // Asked again under the same key, it is the first answer: whose secret nobody has any more.
  return answer(c, done({ overlapEndsAt, secret: standing === rotation ? secret : null }));
});

hooks.post('/v1/hooks/:id/try', body(HookTryRequest), async (c) => {
  const { body: sample, mapping } = c.req.valid('json');
  return answer(c, await ask(c, 'POST /v1/hooks/:id/try', { id: c.req.param('id'), body: sample, mapping }));
});

hooks.get('/v1/hooks/:id/deliveries', query(DeliveriesQuery), async (c) => {
  const asked = c.req.valid('query');
  return answer(c, await ask(c, 'GET /v1/hooks/:id/deliveries', { id: c.req.param('id'), asked }));
});

const tooLarge = () => problemResponse(failure('too-large', `A message takes ${MOST_BYTES} bytes at most.`));

hooks.post('/hooks/:workspace/:hook', bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge }), async (c) => {
  const workspaceId = c.req.param('workspace');
  const posted = await postedOf(c);
  if (posted === undefined)
    return problemResponse(
      failure('unsupported-media-type', 'Send JSON or a form (URL-encoded or multipart), in UTF-8.'),
    );
  if (!isWorkspaceId(workspaceId)) return problemResponse(REFUSED);
  const fields = new URLSearchParams(posted.form ? posted.body : '');
  // Whoever fills in what people do not see is no person: answered like one, and nothing is taken.
  if (fields.get(TRAP)) return taken(c, fields);
  const outcome = await askOpenly(
    c,
    'POST /hooks/:workspace/:hook',
    { workspaceId },
    {
      hook: c.req.param('hook'),
      ...posted,
    },
  );
  if (outcome.ok) return taken(c, fields);
  // A workspace that is not there answers as a hook that is not there.
  return problemResponse(outcome.problem === 'bad-token' ? REFUSED : outcome);
});

/** Of a plain HTML form: a field people do not see, and where to go on. */
const TRAP = '_gotcha';
const NEXT = '_next';

/** A browser that sent a form shows a page, a program reads an answer. */
function taken(c: AppContext, fields: URLSearchParams) {
  const isBrowser = c.req.header('Accept')?.includes('text/html') === true;
  return isBrowser ? thanks(c, fields.get(NEXT)) : c.json({ accepted: true }, 202);
}

const isJson = /^application\/(?:[\w.-]+\+)?json(?:;|$)/i;
const isForm = /^application\/x-www-form-urlencoded(?:;|$)/i;
const isMultipart = /^multipart\/form-data;/i;

function proofsOf(c: AppContext): Proofs {
  const header = (name: string) => c.req.header(name) ?? null;
  const [timestamp, signature] = [header('X-Webflow-Timestamp'), header('X-Webflow-Signature')];
  return {
    typeform: header('Typeform-Signature'),
    webflow: timestamp === null || signature === null ? null : { timestamp, signature },
    key: header('X-Combinado-Key'),
  };
}

/** The message as it came; undefined for one we cannot read. */
async function postedOf(c: AppContext): Promise<Omit<Posted, 'hook'> | undefined> {
  const type = c.req.header('Content-Type') ?? '';
  const isParted = isMultipart.test(type);
  const form = isForm.test(type) || isParted;
  if (!form && !isJson.test(type)) return undefined;
  let text: string;
  try {
    if (isParted) text = await fieldsOf(c);
    // Every byte counts for the signature, so nothing is mended on the way.
    else text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await c.req.arrayBuffer());
  } catch {
    return undefined;
  }
  const [id, timestamp, signature] = ['id', 'timestamp', 'signature'].map((name) =>
    c.req.header(`webhook-${name}`),
  );
  const signed =
    id === undefined || timestamp === undefined || signature === undefined
      ? null
      : { id, timestamp, signature };
  return { form, body: text, bodyHash: await sha256(text), signed, proofs: proofsOf(c) };
}

/** The same as the other kind of form would say it; files are nobody's lead and go nowhere. */
async function fieldsOf(c: AppContext): Promise<string> {
  const fields = new URLSearchParams();
  for (const [name, value] of await c.req.raw.formData())
    if (typeof value === 'string') fields.append(name, value);
  return fields.toString();
}
