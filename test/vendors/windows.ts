/**
 * What a vendor's documented limits are to whoever speaks to it: too many requests in any window are answered
 * 429, and whoever comes back before they were told to is counted. Wherever a window begins, as they slide.
 */

export interface Documented {
  readonly most: number;
  readonly perMs: number;
  /** Of the paths it counts; all of them where left out. */
  readonly of?: RegExp;
}

export class Windows {
  /** Requests that were too many, and requests that came before they were to. */
  exceeded = 0;
  hurried = 0;
  private readonly times: { at: number; path: string }[] = [];
  private quietUntil = 0;
  private readonly now: () => number;
  private readonly limits: readonly Documented[];

  constructor(now: () => number, limits: readonly Documented[]) {
    this.now = now;
    this.limits = limits;
  }

  async through(request: Request, answer: () => Promise<Response>): Promise<Response> {
    const [at, path] = [this.now(), new URL(request.url).pathname];
    if (at < this.quietUntil) this.hurried += 1;
    const longest = Math.max(0, ...this.limits.map(({ perMs }) => perMs));
    while (this.times[0] !== undefined && this.times[0].at <= at - longest) this.times.shift();
    this.times.push({ at, path });
    const over = this.limits.find(
      ({ most, perMs, of = /./ }) =>
        of.test(path) && this.times.filter((one) => one.at > at - perMs && of.test(one.path)).length > most,
    );
    if (over !== undefined) {
      this.exceeded += 1;
      return new Response('{}', { status: 429, headers: { 'Retry-After': String(over.perMs / 1_000) } });
    }
    const response = await answer();
    const told = response.status === 429 ? Number(response.headers.get('Retry-After') ?? 0) : 0;
    this.quietUntil = Math.max(this.quietUntil, at + told * 1_000);
    return response;
  }
}
