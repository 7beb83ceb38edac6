/**
 * A faked vendor as programs and browsers reach it: below one address of this machine, by the names of its
 * hosts. Its consent page agrees at once and sends back.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Vendor {
  fetch(request: Request): Promise<Response>;
  /** Where its consent page, asked for at this address, sends whoever agrees. */
  agree(url: URL): string;
}

export interface VendorServer {
  /** `http://127.0.0.1:PORT`: its hosts stand below it. */
  readonly base: string;
  stop(): Promise<void>;
}

export async function serveVendor(vendor: Vendor, consentPath: string): Promise<VendorServer> {
  const server = createServer((request, response) => {
    void answer(request).then(async (answered) => {
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      response.end(Buffer.from(await answered.arrayBuffer()));
    });
  });
  const answer = async (request: IncomingMessage): Promise<Response> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const [, host = '', ...path] = (request.url ?? '/').split('/');
    const url = new URL(`https://${host}/${path.join('/')}`);
    if (url.pathname === consentPath)
      return new Response(null, { status: 302, headers: { Location: vendor.agree(url) } });
    const method = request.method ?? 'GET';
    const body = method === 'GET' || method === 'HEAD' ? null : Buffer.concat(parts);
    const headers = new Headers(request.headers as Record<string, string>);
    return vendor.fetch(new Request(url, { method, headers, body }));
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
