/** The worker's address as people type it. */

export type TypedOrigin = { readonly origin: string } | { readonly problem: 'not_an_address' | 'insecure' };

/** Local programs are reached by plain http; everything else only by https, since a token travels. */
export function originOf(typed: string): TypedOrigin {
  const text = typed.trim();
  const url = parse(
    /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${isLoopbackText(text) ? 'http' : 'https'}://${text}`,
  );
  if (!url || text === '' || url.username !== '' || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return { problem: 'not_an_address' };
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return { problem: 'insecure' };
  return { origin: url.origin };
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
  );
}

function isLoopbackText(text: string): boolean {
  const url = parse(`http://${text}`);
  return url !== undefined && isLoopback(url.hostname);
}

/** The match pattern of a site people name by its address; browsers give hosts without ports. */
export function patternOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url && web && text !== '' ? `${url.protocol}//${url.hostname}/*` : undefined;
}
