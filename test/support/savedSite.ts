/**
 * Saved pages served over TLS on loopback, to be reached under the name of the site they came from.
 * The certificate is made now and thrown away; the browser is told to take any.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface SavedSite {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * @param pages HTML by path and query, as the browser asks for it; anything else is not there
 * @param folder where the certificate may lie until the test is over
 * @returns why it cannot be, when no certificate can be made here
 */
export async function serveSaved(
  pages: ReadonlyMap<string, string>,
  folder: string,
): Promise<SavedSite | { readonly missing: string }> {
  const key = join(folder, 'key.pem');
  const cert = join(folder, 'cert.pem');
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
  const args = ['req', '-x509', ...kind, '-subj', '/CN=saved.test', '-keyout', key, '-out', cert];
  const made = spawnSync('openssl', args, { stdio: 'ignore' });
  if (made.status !== 0) return { missing: 'openssl is not here to make a certificate: install openssl' };
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    const html = pages.get(request.url ?? '');
    // Their scripts stay out: what is proven is the page as it was saved, under a policy without mercy.
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'");
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.statusCode = html === undefined ? 404 : 200;
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
