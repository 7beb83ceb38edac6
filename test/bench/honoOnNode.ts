/**
 * What a team would write without the platform: Hono on Node with node:sqlite, one table, one
 * `INSERT … json_each` a request, durable before it answers. Prints its port; run by `peerServer.ts`.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';

const database = new DatabaseSync(join(process.argv[2] ?? '', 'facts.sqlite'));
database.exec(`pragma journal_mode = wal; pragma synchronous = full;
  create table facts (seq integer primary key, id text not null, lead_id text not null, at integer not null,
    kind text not null, body text not null);
  create unique index facts_id on facts (id);
  create index facts_lead on facts (lead_id, seq);`);
const insert = database.prepare(
  `insert into facts (id, lead_id, at, kind, body) select value ->> 0, value ->> 1, value ->> 2, value ->> 3,
     value ->> 4 from json_each(?)`,
);

const app = new Hono();
app.post('/', async (c) => {
  const rows: unknown = await c.req.json();
  return c.json({ kept: insert.run(JSON.stringify(rows)).changes });
});

const server = createServer((incoming, outgoing) => {
  void (async () => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part as Buffer);
    const { method = 'GET', url = '/' } = incoming;
    const asked = new Request(`http://localhost${url}`, {
      method,
      ...(method === 'GET' ? {} : { body: Buffer.concat(parts) }),
    });
    const answer = await app.fetch(asked);
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  })();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
