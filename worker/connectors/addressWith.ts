/** An address with these parameters, each written as addresses need it: where an admin gives access (OAuth 2). */
export function addressWith(address: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
