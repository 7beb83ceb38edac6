/** What the console says about who posts leads and signals in: by name, and how each is set up over there. */
import type { HookKind } from '../../protocol/hooks.ts';

/** Senders as people know them; each proves itself as one kind of hook does. */
export const SENDERS = ['html', 'typeform', 'webflow', 'marketo', 'standard'] as const;
export type Sender = (typeof SENDERS)[number];

export interface SendersWords {
  readonly names: Readonly<Record<Sender, string>>;
  readonly hints: Readonly<Record<Sender, string>>;
  /** In the list, of an address that is there. */
  readonly kinds: Readonly<Record<HookKind, string>>;
  readonly theirSecret: string;
  readonly theirSecretHint: string;
  readonly emailHint: Readonly<Record<Sender, string>>;
  readonly setUp: string;
  /** Over there, in this order. */
  readonly steps: Readonly<Record<Sender, readonly string[]>>;
  readonly template: string;
  readonly templateHint: string;
  readonly key: string;
}
