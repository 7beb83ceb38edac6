/** Where a list goes on, opaque to whoever holds it: any small value, as base64url of its JSON. */
import type * as z from 'zod';

export function writePlace(place: unknown): string {
  // Ids may hold any letter; base64 takes only bytes.
  return btoa(encodeURIComponent(JSON.stringify(place)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Undefined when we did not write it. */
export function readPlace<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    const json = decodeURIComponent(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
