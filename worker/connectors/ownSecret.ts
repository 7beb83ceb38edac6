/** The secret of one connection, for vendors that sign nothing but send back what they were told. */

/** Compared whole however early they differ; without a secret nothing is good. */
export function isSecret(given: string | null, own: string): boolean {
  const text = given ?? '';
  let different = text.length ^ own.length;
  for (let at = 0; at < own.length; at += 1) different |= (text.charCodeAt(at) || 0) ^ own.charCodeAt(at);
  return own !== '' && different === 0;
}

/** `?code=…` of an address: for vendors that send no header of ours. */
export function codeOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).searchParams.get('code') : null;
}
