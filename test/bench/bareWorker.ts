/** The least a worker can do to keep rows: one object, one table, one `INSERT … json_each`, on the same workerd. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { peerAt, type PeerServer } from './peerServer.ts';

const CODE = `
import { DurableObject } from 'cloudflare:workers';
export class Bare extends DurableObject {
  constructor(state, env) {
    super(state, env);
    state.storage.sql.exec(\`create table if not exists facts (seq integer primary key, id text not null,
      lead_id text not null, at integer not null, kind text not null, body text not null)\`);
    state.storage.sql.exec('create unique index if not exists facts_id on facts (id)');
    state.storage.sql.exec('create index if not exists facts_lead on facts (lead_id, seq)');
  }
  insert(rows) {
    this.ctx.storage.sql.exec(
      "insert into facts (id, lead_id, at, kind, body) select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(?)",
      JSON.stringify(rows));
    return rows.length;
  }
}
export default {
  async fetch(request, env) {
    const kept = await env.BARE.getByName('bare').insert(await request.json());
    return Response.json({ kept });
  },
};
`;

export async function startBareWorker(dir: string): Promise<PeerServer> {
  mkdirSync(join(dir, 'data'), { recursive: true });
  writeFileSync(join(dir, 'bare.js'), CODE);
  writeFileSync(join(dir, 'bare.capnp'), configFor(join(dir, 'data')));
  const binary: string = createRequire(import.meta.url)('workerd').default;
  const child = spawn(binary, ['serve', join(dir, 'bare.capnp'), '--control-fd=3'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  const port = await new Promise<number>((listening, failed) => {
    child.stdio[3]?.on('data', (data: unknown) => {
      const ready = /"event":"listen".*?"port":(\d+)/.exec(String(data));
      if (ready) listening(Number(ready[1]));
    });
    child.once('exit', () => failed(new Error('the bare worker did not start')));
  });
  return peerAt(port, child);
}

function configFor(data: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .main), (name = "data", disk = (path = ${JSON.stringify(data)}, writable = true)) ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "main") ]
);
const main :Workerd.Worker = (
  modules = [ (name = "bare.js", esModule = embed "bare.js") ],
  compatibilityDate = "2026-08-01",
  durableObjectNamespaces = [ (className = "Bare", uniqueKey = "bare", enableSql = true) ],
  durableObjectStorage = (localDisk = "data"),
  bindings = [ (name = "BARE", durableObjectNamespace = "Bare") ]
);
`;
}
