/** A browser without a screen: keeps cookies by host, follows redirects one at a time. */

export interface Visit {
  readonly url: string;
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

export class CookieJar {
  private readonly kept = new Map<string, Map<string, string>>();

  cookiesOf(url: string): ReadonlyMap<string, string> {
    return this.kept.get(new URL(url).host) ?? new Map();
  }

  async visit(url: string, form?: Readonly<Record<string, string>>): Promise<Visit> {
    const cookies = [...this.cookiesOf(url)].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: cookies === '' ? {} : { Cookie: cookies },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    this.keep(url, response.headers.getSetCookie());
    const location = response.headers.get('Location');
    return {
      url,
      status: response.status,
      location: location && new URL(location, url).href,
      text: await response.text(),
    };
  }

  /** Follows redirects until a page, or an address `until` knows. */
  async follow(url: string, until: (url: string) => boolean = () => false): Promise<Visit> {
    let visit = await this.visit(url);
    for (let steps = 0; visit.location !== null && !until(visit.location); steps += 1) {
      if (steps > 20) throw new Error(`no end of redirects at ${visit.location}`);
      visit = await this.visit(visit.location);
    }
    return visit;
  }

  private keep(url: string, lines: readonly string[]): void {
    const { host } = new URL(url);
    const cookies = new Map(this.kept.get(host));
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const name = pair.slice(0, at).trim();
      const gone = attributes.some((one) => /^\s*(?:max-age=0|expires=Thu, 01 Jan 1970)/i.test(one));
      if (gone) cookies.delete(name);
      else cookies.set(name, pair.slice(at + 1));
    }
    this.kept.set(host, cookies);
  }
}
