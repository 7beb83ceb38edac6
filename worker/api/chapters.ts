/** The chapters of the reference, in the order one needs them, and which routes are in each. */

interface Chapter {
  readonly name: string;
  readonly description: string;
  /** First parts of the addresses in it, without `/v1`. */
  readonly of: readonly string[];
}

export const CHAPTERS: readonly Chapter[] = [
  {
    name: 'signing in',
    description: 'Opening a workspace and getting into it: setup, invites, PKCE, pairing, devices.',
    of: 'setup recover join authorize token pair oidc invites session devices me'.split(' '),
  },
  {
    name: 'people',
    description: 'Members, teams, who is away, and what waits for them.',
    of: 'members teams room absences notices calendar'.split(' '),
  },
  {
    name: 'definitions',
    description: 'The agreement: draft, validate, preview, sign, publish; versions never change.',
    of: 'definitions closures backlog first-week'.split(' '),
  },
  {
    name: 'leads',
    description: 'Leads and what people do to them, one by one or many at once.',
    of: 'leads handoffs assignments'.split(' '),
  },
  {
    name: 'from other systems',
    description: 'Signals, attempts, replies, deals, whole files, hooks and connected CRMs.',
    of: 'signals attempts replies deals imports hooks connections'.split(' '),
  },
  {
    name: 'to other systems',
    description: 'Signed webhooks out, and what became of them.',
    of: ['subscriptions', 'admin/outbox'],
  },
  {
    name: 'numbers',
    description: 'Reports with the leads behind each number, as JSON and CSV, and the pack of a period.',
    of: 'reports review'.split(' '),
  },
  {
    name: 'meetings',
    description: 'Proposals to change the agreement, sessions that decide about them.',
    of: 'proposals sessions'.split(' '),
  },
  {
    name: 'privacy',
    description: 'A person’s data and its end, and how long what is kept.',
    of: 'persons retention'.split(' '),
  },
  {
    name: 'devices in sync',
    description: 'What the extension speaks: commands up, rows down, chips of strangers by keyed hashes.',
    of: 'sync lookup'.split(' '),
  },
  {
    name: 'operation',
    description: 'Health, audit, jobs, backup and restore.',
    of: 'healthz admin audit jobs export restore'.split(' '),
  },
  {
    name: 'pages',
    description: 'The console and these documents.',
    of: ['', 'console', 'docs', 'openapi.json'],
  },
];

/** @throws for a route that is in none: each new resource is put into one. */
export function chapterOf(path: string): string {
  const plain = path.replace(/^\/(?:v1\/)?/, '');
  // `admin/outbox` before `admin`.
  const places = CHAPTERS.flatMap(({ name, of }) => of.map((first) => ({ name, first })));
  const found = places
    .filter(({ first }) => plain === first || plain.startsWith(`${first}/`))
    .toSorted((a, b) => b.first.length - a.first.length)[0];
  if (found === undefined)
    throw new Error(`no chapter of the API's reference has ${path}; see worker/api/chapters.ts`);
  return found.name;
}
