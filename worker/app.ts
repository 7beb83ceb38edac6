/** The HTTP face: one guard for all of `/v1`, one file per resource, one place where errors end. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Env } from './env.ts';
import { headers } from './headers.ts';
import { failure } from './outcome.ts';
import { problemResponse } from './problem.ts';
import { absences } from './routes/absences.ts';
import { admin } from './routes/admin.ts';
import { assignments } from './routes/assignments.ts';
import { attempts } from './routes/attempts.ts';
import { audit } from './routes/audit.ts';
import { authorize } from './routes/authorize.ts';
import { backlog } from './routes/backlog.ts';
import { deals } from './routes/deals.ts';
import { calendar } from './routes/calendar.ts';
import { webConsole } from './routes/console.ts';
import { docs } from './routes/docs.ts';
import { closures } from './routes/closures.ts';
import { definitions } from './routes/definitions.ts';
import { devices } from './routes/devices.ts';
import { backup } from './routes/export.ts';
import { guard } from './routes/guard.ts';
import { firstWeek } from './routes/firstWeek.ts';
import { handoffs } from './routes/handoffs.ts';
import { health } from './routes/health.ts';
import { connectionAccess } from './routes/connectionAccess.ts';
import { connectionHooks } from './routes/connectionHooks.ts';
import { connections } from './routes/connections.ts';
import { hooks } from './routes/hooks.ts';
import { imports } from './routes/imports.ts';
import { invites } from './routes/invites.ts';
import { jobs } from './routes/jobs.ts';
import { leadCommands } from './routes/leadCommands.ts';
import { leads } from './routes/leads.ts';
import { lookup } from './routes/lookup.ts';
import { members } from './routes/members.ts';
import { merge } from './routes/merge.ts';
import { notices } from './routes/notices.ts';
import { openapi } from './routes/openapi.ts';
import { pair } from './routes/pair.ts';
import { persons } from './routes/persons.ts';
import { proposals } from './routes/proposals.ts';
import { replies } from './routes/replies.ts';
import { seal } from './routes/seal.ts';
import { sessions } from './routes/sessions.ts';
import { reports } from './routes/reports.ts';
import { review } from './routes/review.ts';
import { retention } from './routes/retention.ts';
import { setup } from './routes/setup.ts';
import { signals } from './routes/signals.ts';
import { subscriptions } from './routes/subscriptions.ts';
import { sync } from './routes/sync.ts';
import { teams } from './routes/teams.ts';
import { oidc } from './routes/oidc.ts';
import { recover } from './routes/recover.ts';
import { logError } from './log.ts';
import { traceOf } from './workspace/trace.ts';

export const app = new Hono<{ Bindings: Env }>();

app.use(...headers);
app.use('/v1/*', ...guard);
const parts = [
  health,
  setup,
  recover,
  oidc,
  invites,
  authorize,
  pair,
  devices,
  members,
  seal,
  teams,
  definitions,
  closures,
  merge,
  leads,
  leadCommands,
  handoffs,
  persons,
  imports,
  backup,
  retention,
  signals,
  attempts,
  replies,
  deals,
  assignments,
  absences,
  backlog,
  firstWeek,
  lookup,
  proposals,
  sessions,
  sync,
  notices,
  subscriptions,
  hooks,
  connectionAccess,
  connections,
  connectionHooks,
  calendar,
  jobs,
  reports,
  review,
  admin,
  audit,
];
for (const part of parts) app.route('/', part);
app.route('/', openapi);
app.route('/', docs);
app.route('/', webConsole);

app.notFound((c) => {
  const allowed = methodsOf(c.req.path);
  if (allowed.length === 0) return problemResponse(failure('not-found', 'There is nothing at this address.'));
  const takes = allowed.join(', ');
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: takes });
  const response = problemResponse(failure('method-not-allowed', `This address takes: ${takes}.`));
  response.headers.set('Allow', takes);
  return response;
});

const NO_JSON = failure('bad-request', 'The body is no JSON: something in it is missing or out of place.');

app.onError((error) => {
  if (error instanceof HTTPException && error.status < 500)
    return problemResponse(
      error.message.startsWith('Malformed JSON')
        ? NO_JSON
        : failure('bad-request', error.message || 'The request cannot be read.'),
    );
  logError('unexpected', traceOf(error));
  return problemResponse(failure('internal', 'It was not your request. Try again in a moment.'));
});

/** Methods a path takes, for the one it was asked with in vain; none where there is nothing. */
function methodsOf(path: string): string[] {
  const found = app.routes.filter(
    (route) =>
      route.method !== 'ALL' && new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path),
  );
  const methods = [...new Set(found.map(({ method }) => method))];
  if (methods.length === 0) return [];
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
}
