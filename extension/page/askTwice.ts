/** The background sleeps and may be waking when asked: one silent second try, then no answer. */
import type { ask as askBackground } from '../messages.ts';

const WAKING_MS = 250;

export function askTwice(ask: typeof askBackground): typeof askBackground {
  return async (type, body) => {
    const first = await ask(type, body);
    if (first !== undefined) return first;
    await new Promise((resolve) => setTimeout(resolve, WAKING_MS));
    return ask(type, body);
  };
}
