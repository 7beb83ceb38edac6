/**
 * Everything under way between devices and the workspace. A request or an answer can be lost, come
 * late, twice, or after those sent later; which, the history decides.
 */
import { problemOf } from '../../worker/problem.ts';
import type { Outcome } from '../../worker/outcome.ts';
import type { ObjectHost } from './object.ts';
import { credentialOf, type PersonId } from './world.ts';

/** Whoever waits for an answer, as long as it lives. */
export interface Sender {
  readonly person: PersonId;
  alive(): boolean;
  /** The code that waits for the answer gets it, and goes on until it waits again. */
  resume(tell: () => void): Promise<void>;
}

interface Request {
  readonly sender: Sender;
  readonly method: string;
  readonly url: URL;
  readonly body: string | undefined;
  readonly answer: (response: Response) => void;
  readonly fail: (error: Error) => void;
}

interface Answer {
  readonly request: Request;
  /** Undefined when the workspace died before it answered. */
  readonly outcome: Outcome<unknown> | undefined;
}

export class Network {
  readonly requests: Request[] = [];
  readonly answers: Answer[] = [];
  private readonly host: ObjectHost;

  constructor(host: ObjectHost) {
    this.host = host;
  }

  send(sender: Sender, input: string, { method = 'GET', body }: RequestInit): Promise<Response> {
    return new Promise((answer, fail) => {
      const text = typeof body === 'string' ? body : undefined;
      this.requests.push({ sender, method, url: new URL(input), body: text, answer, fail });
    });
  }

  /** @param again a copy stays under way and will arrive too. */
  async deliver(index: number, again: boolean): Promise<void> {
    const [request] = again ? this.requests.slice(index, index + 1) : this.requests.splice(index, 1);
    if (!request) return;
    const outcome = await this.handle(request);
    this.answers.push({ request, outcome });
  }

  async drop(index: number): Promise<void> {
    const [request] = this.requests.splice(index, 1);
    if (request) await tell(request, undefined);
  }

  async answer(index: number, lost: boolean): Promise<void> {
    const [answer] = this.answers.splice(index, 1);
    if (answer) await tell(answer.request, lost ? undefined : answer.outcome);
  }

  private handle({ sender, url, body }: Request): Promise<Outcome<unknown> | undefined> {
    const credential = credentialOf(sender.person);
    if (url.pathname === '/v1/sync/push') return this.host.push(credential, JSON.parse(body ?? ''));
    return this.host.call('GET /v1/sync/pull', credential, Object.fromEntries(url.searchParams));
  }
}

async function tell({ sender, answer, fail }: Request, outcome: Outcome<unknown> | undefined): Promise<void> {
  if (!sender.alive()) return;
  await sender.resume(() => {
    if (outcome) answer(responseOf(outcome));
    else fail(new TypeError('Failed to fetch'));
  });
}

/** As much of a response as the device reads, through JSON as it would come. */
function responseOf(outcome: Outcome<unknown>): Response {
  const [status, value] = outcome.ok ? [200, outcome.value] : [problemOf(outcome).status, problemOf(outcome)];
  const text = JSON.stringify(value);
  const json = async (): Promise<unknown> => JSON.parse(text);
  return { ok: outcome.ok, status, headers: new Headers(), json } as Response;
}
