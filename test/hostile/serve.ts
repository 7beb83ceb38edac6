/** The corpus over HTTP on loopback: `127.0.0.1` is the site the person gave, `localhost` one nobody did. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documentOf, type HostilePage } from './page.ts';
import { PAGES } from './pages.ts';

export interface Served {
  readonly origin: string;
  urlOf(page: HostilePage): string;
  stop(): Promise<void>;
}

/** @param card address of the card inside the extension. */
export async function serveHostile(card: string): Promise<Served> {
  const server = createServer((request, response) => {
    const page = PAGES[Number(new URL(request.url ?? '', 'http://x').pathname.slice('/page/'.length))];
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    for (const [name, value] of Object.entries(page?.headers ?? {})) response.setHeader(name, value);
    response.statusCode = page ? 200 : 404;
    response.end(page ? documentOf(page, card) : '');
  });
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    urlOf: (page) =>
      `http://${page.elsewhere ? 'localhost' : '127.0.0.1'}:${port}/page/${PAGES.indexOf(page)}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What came of one page. */
export interface Outcome {
  readonly name: string;
  readonly chip: boolean;
  /** Whether a real click on the chip opened the card. */
  readonly opened: boolean;
  /** What the worker heard of the person from presses that were meant for the page. */
  readonly acts: number;
  /** What the page found that it must not. */
  readonly leaks: readonly string[];
  /** Of twenty a second. */
  readonly beats: number;
  readonly broken: readonly string[];
}

/** Everything about an outcome that is not as it should be; empty is well. */
export function faultsOf(page: HostilePage, outcome: Outcome): string[] {
  const { chip, opened, acts, leaks, beats, broken } = outcome;
  const faults = [
    page.chip === 'shown' && !chip ? 'no chip' : '',
    page.chip === 'absent' && chip ? 'a chip where none may be' : '',
    page.honest && !opened ? 'the card did not open' : '',
    acts > 0 ? `${acts} hijacked presses acted` : '',
    leaks.length > 0 ? `the page found ${leaks.join(', ')}` : '',
    beats < (page.slow ? 2 : 8) ? `its heart beat ${beats} times a second` : '',
    broken.length > 0 ? `broken: ${broken.join(', ')}` : '',
  ];
  return faults.filter(Boolean).map((fault) => `${page.name}: ${fault}`);
}

/** One line of figures a browser. */
export function figures(browser: string, outcomes: readonly Outcome[]): string {
  const count = (is: (outcome: Outcome) => boolean) => outcomes.filter(is).length;
  return [
    `${browser}: ${outcomes.length} hostile pages`,
    `chip on ${count(({ chip }) => chip)}`,
    `card opened on ${count(({ opened }) => opened)}`,
    `hijacked presses that acted ${outcomes.reduce((sum, { acts }) => sum + acts, 0)}`,
    `pages that found personal data ${count(({ leaks }) => leaks.length > 0)}`,
    `pages broken ${count(({ broken }) => broken.length > 0)}`,
  ].join(', ');
}
