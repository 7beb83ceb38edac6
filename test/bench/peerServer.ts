/** A peer that keeps the same rows: its own process, so that its processor time is its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface PeerServer {
  readonly pid: number;
  insert(rows: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startHonoOnNode(dir: string): Promise<PeerServer> {
  mkdirSync(dir, { recursive: true });
  const child = spawn(process.execPath, [join(import.meta.dirname, 'honoOnNode.ts'), dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((listening, failed) => {
    child.stdout.once('data', (data: unknown) => listening(Number(String(data))));
    child.once('exit', () => failed(new Error('the peer did not start')));
  });
  return peerAt(port, child);
}

/** @param child listens at the port and takes a POST of rows as JSON */
export function peerAt(port: number, child: ChildProcess): PeerServer {
  let made = 0;
  return {
    pid: child.pid ?? 0,
    async insert(rows) {
      const body = Array.from({ length: rows }, () => {
        made += 1;
        return [
          `id-${made}`,
          `lead-${made % 200}`,
          made,
          'attempt.made',
          '{"channel":"call","outcome":"no_answer"}',
        ];
      });
      const sent = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(body) });
      if (!sent.ok) throw new Error(await sent.text());
      await sent.text();
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}
