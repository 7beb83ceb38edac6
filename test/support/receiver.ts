/**
 * A real HTTP server that webhooks are sent to. Each channel (first part of the path) answers as it was
 * told to and remembers what came: `PUT /<channel>` with a list of answers, the last one for ever;
 * `GET /<channel>` for what came.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes the connection and never answers. */
  readonly silent?: boolean;
}

export interface Came {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    receiver: string;
  }
}

interface Channel {
  answers: Answer[];
  readonly came: Came[];
}

const channels = new Map<string, Channel>();

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  project.provide('receiver', `http://127.0.0.1:${port}`);
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  const name = path.split('/')[1] ?? '';
  const channel = channels.get(name) ?? { answers: [{ status: 204 }], came: [] };
  channels.set(name, channel);
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts).toString('utf8');
  if (request.method === 'GET') return void response.end(JSON.stringify(channel.came));
  if (request.method === 'PUT') {
    channel.answers = JSON.parse(body) as Answer[];
    return void response.end();
  }
  channel.came.push({ path, headers: request.headers as Record<string, string>, body });
  const answer = channel.answers[0] ?? { status: 204 };
  if (channel.answers.length > 1) channel.answers.shift();
  if (answer.silent === true) return;
  response.writeHead(answer.status, answer.headers);
  response.end(answer.status === 204 ? undefined : 'whatever they say');
}
