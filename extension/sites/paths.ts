/**
 * Addresses as site files write them, made into patterns once, in the background, so that no page carries
 * what does that: `{id}` and `{object}` name a part, `*` is one part, `**` any number of them.
 */

/** `/person/{id}/**`, or behind the hash `#/…`, as the source of a regular expression. */
export function paths(...written: readonly string[]): readonly string[] {
  return written.map((way) => {
    const [, hash = '', path = ''] = /^(#?)(.*)$/.exec(way) ?? [];
    const text = path
      .replace(/[.+?^$()|[\]\\]/g, '\\$&')
      .replace(/\/\*\*/g, '(?:/.*)?')
      .replace(/\/\*/g, '/[^/]+')
      .replace(/\{(object|id)\}/g, '(?<$1>[^/;&?]+)');
    // A path without groups names nothing but fits: `groups` is there all the same.
    return `${hash}^${text}(?<end>)/?$`;
  });
}
