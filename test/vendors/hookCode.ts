/** Addresses of webhooks that hold the connection's own secret as `?code=…`. */

export function withCode(hookUrl: string, code: string): string {
  const url = new URL(hookUrl);
  url.searchParams.set('code', code);
  return url.href;
}

/** As of a vendor that is told it apart and sends it in a header. */
export function withoutCode(hookUrl: string): string {
  const url = new URL(hookUrl);
  url.searchParams.delete('code');
  return url.href;
}

export function codeIn(hookUrl: string): string {
  return new URL(hookUrl).searchParams.get('code') ?? '';
}
