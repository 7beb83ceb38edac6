/** The receiver of `test/support/receiver.ts`, spoken to from inside workerd. */
import { inject } from 'vitest';
import type { Answer, Came } from '../support/receiver.ts';

let opened = 0;

export class Receiver {
  /** Where webhooks of this channel go. */
  readonly url: string;

  constructor() {
    opened += 1;
    this.url = `${inject('receiver')}/c${opened}-${crypto.randomUUID()}`;
  }

  /** One after the other; the last for ever. */
  async answers(...answers: readonly Answer[]): Promise<void> {
    await fetch(this.url, { method: 'PUT', body: JSON.stringify(answers) });
  }

  async came(): Promise<Came[]> {
    return (await fetch(this.url)).json();
  }
}
