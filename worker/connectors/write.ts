/** What a connector is to write over there. */
import type { Scalar } from '../../shared/lead/facts.ts';
import type { Channel, Outcome } from '../../shared/lead/vocabulary.ts';
import type { Ref } from './change.ts';

export type Write =
  | {
      readonly kind: 'values';
      readonly person: Ref;
      /** By their field ids; null empties. */
      readonly values: Readonly<Record<string, Scalar | null>>;
      /** Their user; left out: stays. */
      readonly owner?: string | null;
    }
  | {
      readonly kind: 'attempt';
      /** Ours, and at every try the same: the vendor must end with one record however often it is sent. */
      readonly id: string;
      readonly person: Ref;
      readonly channel: Channel;
      readonly outcome: Outcome;
      readonly at: number;
      /** Their user. */
      readonly by: string | null;
      /** One line in the workspace's language, for whoever reads it there. */
      readonly title: string;
    }
  /** An attempt of ours that was taken back. */
  | { readonly kind: 'unlog'; readonly id: string; readonly ref: Ref }
  | { readonly kind: 'erase'; readonly person: Ref };
