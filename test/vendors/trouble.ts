/**
 * Trouble a faked vendor makes when a test asks for it: access that is gone, a record it does not let us have or
 * does not take, too busy, broken, slower than anybody waits, or an answer that stops in the middle. What each is
 * in its own words is the fake's business.
 */

/** Statuses, in this order: 401, 403, 409 or 412, 400 or 422, 429, 5xx; then no answer, and half of one. */
export const TROUBLES = [
  'expired',
  'denied',
  'conflict',
  'refused',
  'busy',
  'broken',
  'slow',
  'half',
] as const;
export type Trouble = (typeof TROUBLES)[number];
export type Worded = Exclude<Trouble, 'slow' | 'half'>;

interface Planned {
  readonly trouble: Trouble;
  readonly where: RegExp;
  left: number;
}

export class Troubles {
  private readonly planned: Planned[] = [];
  /** How often each was made, so that a test can see that it was met at all. */
  readonly made: Record<Trouble, number>;

  constructor() {
    this.made = { expired: 0, denied: 0, conflict: 0, refused: 0, busy: 0, broken: 0, slow: 0, half: 0 };
  }

  /** @param where of the method, path and query; every request when left out */
  plan(trouble: Trouble, times = 1, where = /./): void {
    this.planned.push({ trouble, where, left: times });
  }

  /** What the next request to this path meets, in the order it was planned. */
  take(said: string): Trouble | undefined {
    const next = this.planned.find(({ left, where }) => left > 0 && where.test(said));
    if (!next) return undefined;
    next.left -= 1;
    this.made[next.trouble] += 1;
    return next.trouble;
  }

  /** The answer to a request, or whatever trouble was planned for it. */
  async meet(
    request: Request,
    inTrouble: (trouble: Worded) => Response,
    answer: () => Promise<Response>,
  ): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const trouble = this.take(`${request.method} ${pathname}${search}`);
    if (trouble === 'slow') return slow(request.signal);
    if (trouble !== undefined && trouble !== 'half') return inTrouble(trouble);
    const response = await answer();
    return trouble === 'half' && response.body !== null ? half(response) : response;
  }
}

/** Begins like the answer and breaks off, as a lost connection does. */
async function half(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)));
    },
    pull(controller) {
      controller.error(new TypeError('the connection was lost'));
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

/** Answers only once nobody waits any more. */
function slow(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}
