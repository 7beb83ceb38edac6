/**
 * What the overlay knows of a site: data only, so that the page's script carries none of it (the
 * background hands over the one that is wanted) and a published definition can replace parts (OVR5).
 * It says where people stand on a page and how a mail is written there, and never acts.
 */

import type { Draft, PersonKey } from '../messages.ts';

export type RecordKey = Extract<PersonKey, { readonly record: unknown }>;

/** The page being read. */
export interface PageAt {
  readonly document: Document;
  readonly url: URL;
}

/** Selectors for one thing, the best first, the most forgiving last; needing the last is counted (OVR5). */
export type Ways = readonly [best: string, ...forgiving: string[]];

/**
 * How an element states an address or a number, never by a display name (OVR6): `@title` that
 * attribute holds it and nothing else · `mailto` and `tel` it is such a link · `value` it is a field with
 * one · `list` it is a field with several, as in a mail header · `text` the application writes it there,
 * alone · `angled` the application writes it there after the name, in `<…>`, and `angled@title` does so in
 * that attribute · `bracketed` the same in `(…)` · `chat@data-id` a messenger's id holds it, `false_5511987654321@c.us_…`.
 */
export type How =
  | 'mailto'
  | 'tel'
  | 'value'
  | 'list'
  | 'text'
  | 'angled'
  | 'bracketed'
  | `@${string}`
  | `angled@${string}`
  | `chat@${string}`;

/** Where a person is stated: the element that stands for them, or others in the row or on the page. */
export interface Source {
  /** Within what `at` looks: their row unless said. */
  readonly in?: 'row' | 'page';
  /** The first visible one of the best way states it; the element itself when absent. */
  readonly at?: Ways;
  /** Tried in this order. */
  readonly how: readonly How[];
}

/**
 * A record named by addresses, links or attributes of the row; where two of them speak, they must agree.
 * An address is one of `paths`, of the page or behind the hash; `?etn={object}` and `#?id={id}` name parameters.
 */
export interface RecordSource {
  readonly system: string;
  /** What the site calls records of people, in lower case, and what we call them; others are nobody. */
  readonly objects: Readonly<Record<string, string>>;
  /** The page's own address. */
  readonly page?: readonly string[];
  /** The first such link in the row, or the element itself when it is one. */
  readonly link?: { readonly at?: string; readonly to: readonly string[] };
  /** Attributes of the row. */
  readonly row?: { readonly id: string; readonly object?: string };
}

/** One thing that may state a person: the first that does is believed. */
export type Stated = { readonly email: Source } | { readonly phone: Source };

/** Where a node of ours goes. Hosts are zero high, so no row grows (lists are virtualised). */
export interface Spot {
  readonly at: Element;
  readonly place: InsertPosition;
}

/** Where a chip stands, from the row or from the element that states the person. */
export type Stand =
  | { readonly self: InsertPosition }
  | { readonly closest: string; readonly place: InsertPosition }
  | { readonly within: Ways; readonly place: InsertPosition };

/** One person as the page states them (OVR6). */
export interface Person {
  readonly key: PersonKey;
  /** The record the same row shows them under, so that a list without addresses finds them later. */
  readonly record: RecordKey | undefined;
  /** The element that states the key; the reading follows it. */
  readonly anchor: Element;
  /** List line, message or record: whose being on screen decides. */
  readonly row: Element;
  readonly spot: Spot;
}

export interface PeopleReading {
  readonly people: readonly Person[];
  /** Only the last way worked. */
  readonly fallback: boolean;
}

/** A list of people, a record or a message; `compose` is made of `ComposeView.chips`, `chat` of a chat's head. */
export interface PeopleView {
  readonly view: 'list' | 'record' | 'message' | 'compose' | 'chat';
  /** Addresses of pages that hold it, written as in a `RecordSource`; absent where the selectors alone tell. */
  readonly here?: readonly string[];
  /** One per line, message or record. Hidden records are old ones that the site keeps: nothing is read there. */
  readonly rows: Ways;
  /** In a row, each element that states a person, or the row itself. */
  readonly people: Ways | 'row';
  /** Only the first of these in a row may: what follows is other people's text. */
  readonly first?: true;
  /** When none states anybody, the record is asked about. */
  readonly key: readonly Stated[];
  readonly record?: RecordSource;
  /** Whom no such record names is nobody here, whatever else is stated: companies, tasks, colleagues. */
  readonly recordsOnly?: true;
  /** Elements inside which nothing is read: bodies, quotations, other people's content. */
  readonly never?: string;
  readonly stand: Stand;
  /**
   * One chip a lead in all views of this kind rather than in each row (OVR7): messages and records.
   * The site's first such view has the first claim: a sender before a recipient.
   */
  readonly once: boolean;
}

/** Everything a mail being written shows. */
export interface ComposeReading {
  readonly root: Element;
  readonly draft: Draft;
  /** Where the strip goes. */
  readonly spot: Spot;
  readonly fallback: boolean;
}

/** A field of recipients: selectors, or where labels are localised, the n-th of the fields that look alike. */
export type RecipientField = Ways | { readonly nth: number; readonly of: string; readonly each: Ways };

/**
 * A mail being written, and what tells a send from a draft, a discard or a failed attempt: the send
 * control used by the person, then proof; or, without proof, the compose gone with nothing else done.
 */
export interface ComposeView {
  readonly here?: readonly string[];
  readonly roots: Ways;
  /** Comma lists in fields, or one element a recipient. */
  readonly recipients: {
    readonly to: RecipientField;
    readonly cc?: RecipientField;
    readonly bcc?: RecipientField;
  };
  readonly how: readonly How[];
  /** The text of the mail and what it answers, where nobody is a recipient. */
  readonly never?: string;
  /** Whom this mail answers, where the page states it (ATT1): everybody who wrote in what it stands in. */
  readonly answering?: { readonly around: string; readonly at: Ways; readonly how: readonly How[] };
  readonly strip: { readonly within: Ways; readonly place: InsertPosition };
  /** Where the chip of one recipient goes, from its element; absent where recipients are a list in a field. */
  readonly chips?: Stand;
  /** Inside the root, or on the page where controls stand outside it: what sends when it is clicked. */
  readonly send: Ways;
  /** Ctrl or ⌘ with Enter inside the root sends too. */
  readonly keys: boolean;
  /**
   * Sends it later when clicked, inside the root or in a dialog of its own, where the page writes the day and
   * hour in its language: in the control itself or in the first of `around`. The background reads them; a
   * control that tells no hour, like a way back, plans nothing.
   */
  readonly later?: { readonly send: Ways; readonly around: string };
  /** Shown, anywhere on the page, only once a mail was really sent; none where the site shows nothing. */
  readonly proof?: Ways;
  /** Shown when it was not: the person is back in the mail. */
  readonly failure?: Ways;
  /** A click on it throws the mail away. */
  readonly discard?: Ways;
  /** A click on it takes the mail just sent back. */
  readonly unsend?: Ways;
  /** Where nothing marks that control: a mail to the same people open anew this soon was taken back, ms. */
  readonly backWithinMs?: number;
  /** Addresses of windows that hold one mail and close by themselves once it is sent (popped out). */
  readonly alone?: readonly string[];
  /**
   * What goes when the mail is sent: the compose alone, only the part of it at which the strip stands, the
   * whole page, or (where nothing proves it) either; then a page that comes back with the same mail says
   * that it was not sent.
   */
  readonly leaves: 'root' | 'part' | 'page' | 'either';
}

/** The chat that is open: whom it is with and where its strip goes. What is said in it is never read. */
export interface ChatView {
  readonly here?: readonly string[];
  /** The head of the open chat, one a page. */
  readonly heads: Ways;
  readonly key: readonly Stated[];
  readonly strip: { readonly within: Ways; readonly place: InsertPosition };
}

export interface ChatReading {
  readonly head: Element;
  readonly key: PersonKey;
  /** Where the strip goes. */
  readonly spot: Spot;
}

export interface Site {
  readonly id: string;
  /** A name people know, not translated. */
  readonly name: string;
  /** What the person is told it is for, before they let us in. */
  readonly why: 'mail' | 'records' | 'chats' | 'sample';
  /** Match patterns without ports; empty for software that people host themselves. */
  readonly matches: readonly string[];
  /** Found on a page of this software at any granted origin. */
  readonly signs?: string | undefined;
  /** Whether its frames hold people too. */
  readonly frames: 'top' | 'all';
  readonly people: readonly PeopleView[];
  readonly compose?: ComposeView;
  readonly chat?: ChatView;
}
