/**
 * `/v1/connections`: other systems, kept by an admin. How access is given is in `connectionAccess.ts`, where
 * their webhooks come in in `connectionHooks.ts`.
 */
import { Hono } from 'hono';
import { LettersQuery } from '../../shared/protocol/connectionLetters.ts';
import { MappingRequest, type ConnectionView } from '../../shared/protocol/connections.ts';
import { answer, answerNothing, ask, askStep, credentialOf, nowOf, type AppContext } from '../ask.ts';
import type { Person } from '../connectors/connector.ts';
import { NO_APP, openLine, troubled } from '../connectors/openLine.ts';
import { appOf, connectorOf, connectors } from '../connectors/registry.ts';
import { hookSecretOf } from '../connectors/sealTokens.ts';
import { emailHash } from '../emailHash.ts';
import type { Env } from '../env.ts';
import { done } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { body, query } from './validate.ts';

export const connections = new Hono<{ Bindings: Env }>();

const PREVIEWED = 20;

connections.get('/v1/connections', async (c) => {
  const listed = await ask(c, 'GET /v1/connections');
  if (!listed.ok) return problemResponse(listed);
  const vendors = connectors().map(({ vendor, label, access, settings }) => {
    const ready = appOf(c.env, vendor) !== undefined;
    return { vendor, label, access, ready, settings: settings.map(({ id }) => id) };
  });
  const shown = await Promise.all(listed.value.connections.map((view) => withCode(c, view)));
  return answer(c, done({ connections: shown, vendors }));
});

/** Where their admin enters the hook's address by hand, it carries what proves a delivery. */
async function withCode(c: AppContext, view: ConnectionView): Promise<ConnectionView> {
  const app = appOf(c.env, view.vendor);
  if (!app || connectorOf(view.vendor)?.codeInAddress !== true) return view;
  return { ...view, hookUrl: `${view.hookUrl}?code=${await hookSecretOf(app, view.id)}` };
}

connections.get('/v1/connections/:id', async (c) => {
  const found = await ask(c, 'GET /v1/connections/:id', { id: c.req.param('id') });
  return found.ok ? answer(c, done(await withCode(c, found.value))) : problemResponse(found);
});

/** Access is taken back over there as far as it goes; here it ends in any case. */
connections.delete('/v1/connections/:id', async (c) => {
  const id = c.req.param('id');
  const found = await askStep(c, 'DELETE /v1/connections/:id', { id, step: 'open' });
  if (!found.ok) return problemResponse(found);
  const kept = found.value;
  if (kept !== null) {
    const opened = await openLine(c.env, kept, nowOf(c));
    if (!('ok' in opened) && opened.line.tokens !== null) {
      const own = await hookSecretOf(opened.line.app, id);
      await opened.connector.remove(opened.line, opened.line.tokens, own);
    }
  }
  const ended = await askStep(c, 'DELETE /v1/connections/:id', { id, step: 'end' });
  return ended.ok ? c.body(null, 204) : problemResponse(ended);
});

connections.get('/v1/connections/:id/fields', async (c) => {
  const id = c.req.param('id');
  const caller = await credentialOf(c);
  if ('ok' in caller) return problemResponse(caller);
  const found = await askStep(c, 'GET /v1/connections/:id/fields', { id, step: 'open' });
  if (!found.ok) return problemResponse(found);
  const kept = found.value.opened?.row;
  const opened = kept && (await openLine(c.env, kept, nowOf(c)));
  if (!opened) return problemResponse(NO_APP);
  if ('ok' in opened) return problemResponse(opened);
  const described = await opened.connector.describe(opened.line);
  if (!described.ok) return problemResponse(troubled(opened.connector.label, described));
  const { fields } = described.value;
  const people = await Promise.all(
    described.value.people.map(async ({ ref, name, active, email }) => ({
      ref,
      name,
      active,
      emailHash: email === null ? null : ((await emailHash(caller.workspaceId, email)) ?? null),
    })),
  );
  const proposed = await askStep(c, 'GET /v1/connections/:id/fields', {
    id,
    step: 'propose',
    fields,
    people,
    pace: opened.pace.kept,
  });
  if (!proposed.ok) return problemResponse(proposed);
  const shown = people.map(({ ref, name, active }) => ({ ref, name, active }));
  const { streams, noAttempts, events = [] } = opened.connector;
  const reads = (['activities', 'deals', 'leads'] as const).filter((kind) =>
    streams.some(({ about, asked }) => (asked ?? about) === kind),
  );
  const writes = (['attempts', 'stage', 'score'] as const).filter(
    (kind) => kind !== 'attempts' || noAttempts !== true,
  );
  const { mapping } = proposed.value;
  return answer(c, done({ fields, people: shown, reads, writes, events, mapping }));
});

connections.put('/v1/connections/:id/mapping', body(MappingRequest), async (c) => {
  const { mapping } = c.req.valid('json');
  return answer(c, await ask(c, 'PUT /v1/connections/:id/mapping', { id: c.req.param('id'), mapping }));
});

connections.post('/v1/connections/:id/preview', body(MappingRequest), async (c) => {
  const id = c.req.param('id');
  const { mapping } = c.req.valid('json');
  const found = await askStep(c, 'POST /v1/connections/:id/preview', { id, step: 'open', mapping });
  if (!found.ok) return problemResponse(found);
  const kept = found.value.opened?.row;
  const opened = kept && (await openLine(c.env, kept, nowOf(c)));
  if (!opened) return problemResponse(NO_APP);
  if ('ok' in opened) return problemResponse(opened);
  const { connector, line, pace } = opened;
  const people: Person[] = [];
  for (const { id: stream, about, asked } of connector.streams) {
    const isWanted = about === 'people' && (asked === undefined || mapping.read[asked] === true);
    if (!isWanted || people.length >= PREVIEWED) continue;
    const page = await connector.read(line, stream, null, mapping);
    if (!page.ok) return problemResponse(troubled(connector.label, page));
    people.push(...page.value.changes.filter((change) => change.kind === 'person'));
  }
  const some = people.slice(0, PREVIEWED);
  const planned = await askStep(c, 'POST /v1/connections/:id/preview', {
    id,
    step: 'plan',
    mapping,
    people: some,
    pace: pace.kept,
  });
  return planned.ok ? answer(c, done({ people: planned.value.people })) : problemResponse(planned);
});

connections.post('/v1/connections/:id/pause', async (c) =>
  answer(c, await ask(c, 'POST /v1/connections/:id/pause', { id: c.req.param('id') })),
);

connections.post('/v1/connections/:id/resume', async (c) =>
  answer(c, await ask(c, 'POST /v1/connections/:id/resume', { id: c.req.param('id') })),
);

connections.get('/v1/connections/:id/letters', query(LettersQuery), async (c) => {
  const asked = c.req.valid('query');
  return answer(c, await ask(c, 'GET /v1/connections/:id/letters', { id: c.req.param('id'), asked }));
});

connections.post('/v1/connections/:id/letters/:letter/retry', async (c) => {
  const { id, letter } = c.req.param();
  return answerNothing(c, await ask(c, 'POST /v1/connections/:id/letters/:letter/retry', { id, letter }));
});
