/**
 * Trouble a faked vendor makes when a test asks for it: too busy, broken, slower than anybody waits,
 * or an answer that stops in the middle. What each looks like in its own words is the fake's business.
 */

export type Trouble = 'busy' | 'broken' | 'half' | 'slow';

interface Planned {
  readonly trouble: Trouble;
  readonly where: RegExp;
  left: number;
}

export class Troubles {
  private readonly planned: Planned[] = [];
  /** How often each was made, so that a test can see that it was met at all. */
  readonly made: Record<Trouble, number> = { busy: 0, broken: 0, half: 0, slow: 0 };

  /** @param where of the path and query; every request when left out */
  plan(trouble: Trouble, times = 1, where = /./): void {
    this.planned.push({ trouble, where, left: times });
  }

  /** What the next request to this path meets, in the order it was planned. */
  take(path: string): Trouble | undefined {
    const next = this.planned.find(({ left, where }) => left > 0 && where.test(path));
    if (!next) return undefined;
    next.left -= 1;
    this.made[next.trouble] += 1;
    return next.trouble;
  }
}

/** Begins like the answer and breaks off, as a lost connection does. */
export async function half(response: Response): Promise<Response> {
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
export function slow(signal: AbortSignal): Promise<Response> {
  return new Promise((_, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}
