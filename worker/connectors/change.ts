/** What a connector tells of another system: people as they stand, what was done about them, deals, who is gone. */
import type { Scalar } from '../../shared/lead/facts.ts';
import type { Channel, Outcome } from '../../shared/lead/vocabulary.ts';
import type { Json } from './json.ts';

/** A record there. `object` in the vendor's own words: `contact`, `Lead`, `phonecall`. */
export interface Ref {
  readonly object: string;
  readonly id: string;
}

/** A person as they stand now, whatever changed. */
export interface Person {
  readonly kind: 'person';
  readonly ref: Ref;
  /** Other records of the same person, as of a lead that became a contact. */
  readonly also?: readonly Ref[];
  /** The company's record they stand under (IDN4); null: under none. Left out: it was not said. */
  readonly company?: Ref | null;
  /** Epoch ms: when the record was made there (TRI2), and last changed. */
  readonly createdAt: number;
  readonly changedAt: number;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** By their field ids: those the mapping names; null where empty. */
  readonly values: Readonly<Record<string, Scalar | null>>;
  /** Their user, as in `Described.people`. */
  readonly owner: string | null;
  /** Null: they say nothing. `all`: unsubscribed from everything. */
  readonly optedOut: readonly (Channel | 'all')[] | null;
}

/** A call, mail, meeting, message or task that was done: an attempt, or what the lead answered. */
export interface Activity {
  readonly kind: 'activity';
  readonly ref: Ref;
  readonly people: readonly Ref[];
  /** `in`: theirs to us, a reply (ATT10). */
  readonly direction: 'out' | 'in';
  readonly channel: Channel;
  readonly outcome: Outcome;
  /** When it happened, not when it was written down. */
  readonly at: number;
  readonly createdAt: number;
  /** Their user who did it; null: they do not say. */
  readonly by: string | null;
  /** Sent by a sequence or workflow (ATT4). */
  readonly automatic?: boolean;
  /** The mail's Message-ID, which folds it with what the page saw (ATT7). Hashed before it is kept. */
  readonly messageId?: string;
  /** The id we wrote it under, if it is ours: then it is no news. */
  readonly ours?: string;
}

export interface Deal {
  readonly kind: 'deal';
  readonly ref: Ref;
  readonly people: readonly Ref[];
  readonly changedAt: number;
  readonly createdAt: number;
  readonly amount: number;
  /** Of three letters; null: the workspace's own. */
  readonly currency: string | null;
  readonly outcome: 'open' | 'won' | 'lost';
  /** Why it was lost, in their word. */
  readonly reason: string | null;
  /** Epoch ms. */
  readonly closedAt: number | null;
  readonly product?: string;
}

export interface Gone {
  readonly kind: 'gone';
  readonly ref: Ref;
  /** `erased`: for good, because the person asked. `merged`: it goes on as `into`. */
  readonly why: 'deleted' | 'erased' | 'merged';
  readonly into?: Ref;
}

/** What somebody did of which marketing is told: a form filled in, a page asked for. */
export interface Told {
  readonly kind: 'told';
  readonly ref: Ref;
  readonly people: readonly Ref[];
  /** One of the connector's `events`. */
  readonly event: string;
  readonly at: number;
  readonly properties: Readonly<Record<string, Scalar>>;
  readonly source?: string;
  readonly campaign?: string;
}

export type Change = Person | Activity | Deal | Told | Gone;

/** One kind of record that is read by itself, with a cursor of its own. */
export interface Stream {
  /** `contacts`, `calls`… kept with its cursor. */
  readonly id: string;
  readonly about: 'people' | 'activities' | 'deals' | 'gone';
  /** Of people: the `object` their refs carry, so that one an activity speaks of can be read by its id. */
  readonly object?: string;
  /** Read only where the mapping asks for it. */
  readonly asked?: 'leads';
}

export interface Page {
  readonly changes: readonly Change[];
  /** Where to go on, also after the last page. Overlaps a little rather than skips: repeats do no harm. */
  readonly cursor: Json;
  /** Asked again at once. */
  readonly more: boolean;
}
