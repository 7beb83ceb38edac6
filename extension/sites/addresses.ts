/**
 * Addresses that name a record, compared with how a site file writes them: a path of `paths.ts`,
 * `?etn={object}` for parameters, `#?id={id}` for those behind the hash.
 */

/** What an address names; an id has a digit in it, which tells it from `new`, `list` and the like. */
export interface Named {
  readonly object?: string | undefined;
  readonly id?: string | undefined;
}

const compiled = new Map<string, RegExp>();

/** What the first of the ways that fits says; `undefined` when none does. */
export function namedBy(ways: readonly string[], url: URL): Named | undefined {
  for (const way of ways) {
    const named = match(way, url);
    if (named && (named.id === undefined || /\d/.test(named.id))) return named;
  }
  return undefined;
}

function match(way: string, url: URL): Named | undefined {
  const [, hash, query] = /^(#?)(\??)/.exec(way) ?? [];
  const bare = way.slice((hash?.length ?? 0) + (query?.length ?? 0));
  const behind = url.hash.replace(/^#\??/, '');
  if (query) return matchQuery(bare, hash ? new URLSearchParams(behind) : url.searchParams);
  // What follows a semicolon is how it is shown, not what.
  const path = hash ? `/${behind.replace(/^\//, '').split(';')[0] ?? ''}` : url.pathname;
  return pattern(bare).exec(path)?.groups ?? undefined;
}

function matchQuery(way: string, given: URLSearchParams): Named | undefined {
  const named: { object?: string; id?: string } = {};
  for (const [name, wanted] of new URLSearchParams(way)) {
    const value = given.get(name);
    if (!value) return undefined;
    if (wanted === '{object}') named.object = value;
    else if (wanted === '{id}') named.id = value;
    else if (wanted !== value) return undefined;
  }
  return named;
}

function pattern(way: string): RegExp {
  const known = compiled.get(way);
  if (known) return known;
  const made = new RegExp(way);
  compiled.set(way, made);
  return made;
}
