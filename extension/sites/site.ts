/**
 * What the overlay knows of a site, as data and pure readers. A site file never acts: it says where
 * people stand on a page and how a mail is written there; `undefined` means "not here". The build
 * tool evaluates these files in Node, so nothing may touch a document while a module loads.
 */
import type { Draft, PersonKey } from '../messages.ts';

/** The page being read. */
export interface PageAt {
  readonly document: Document;
  readonly url: URL;
}

/** Selectors for one thing, the best first, the most forgiving last; needing the last is counted (OVR5). */
export type Ways = readonly [best: string, ...forgiving: string[]];

/** Where a node of ours goes. Hosts are zero high, so no row grows (lists are virtualised). */
export interface Spot {
  readonly at: Element;
  readonly place: InsertPosition;
}

export type RecordKey = Extract<PersonKey, { readonly record: unknown }>;

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

/** Reads who an element is about from an attribute, a field or a record id; never from a display name. */
export type Stated<Key = PersonKey> = (element: Element, row: Element, page: PageAt) => Key | undefined;

/** Where a chip stands, from the row or from the element that states the person. */
export type Stand =
  | { readonly self: InsertPosition }
  | { readonly closest: string; readonly place: InsertPosition }
  | { readonly within: Ways; readonly place: InsertPosition };

/** A list of people, a record or a message; `compose` is made of `ComposeView.chips`, `chat` of a chat's head. */
export interface PeopleView {
  readonly view: 'list' | 'record' | 'message' | 'compose' | 'chat';
  /** Cheap test of the address; absent where the selectors alone tell. */
  readonly here?: (page: PageAt) => boolean;
  /** One per line, message or record. */
  readonly rows: Ways;
  /** In a row, each element that states a person, or the row itself. */
  readonly people: Ways | 'row';
  readonly key: Stated;
  readonly record?: Stated<RecordKey>;
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

/**
 * A mail being written, and what tells a send from a draft, a discard or a failed attempt: the send
 * control used by the person, then proof; or, without proof, the compose gone with nothing else done.
 */
export interface ComposeView {
  readonly here?: (page: PageAt) => boolean;
  readonly roots: Ways;
  /** Comma lists in fields, or one element a recipient with the address in an attribute. */
  readonly recipients: Readonly<Record<'to' | 'cc' | 'bcc', Ways>>;
  readonly address: (element: Element) => readonly string[];
  /** Whom this mail answers, where the page states it (ATT1). */
  readonly answering?: (root: Element, page: PageAt) => readonly string[];
  readonly strip: { readonly within: Ways; readonly place: InsertPosition };
  /** Where the chip of one recipient goes, from its element; absent where recipients are a list in a field. */
  readonly chips?: Stand;
  /** Inside the root: what sends when it is clicked. */
  readonly send: Ways;
  /** Ctrl or ⌘ with Enter inside the root sends too. */
  readonly keys: boolean;
  /**
   * Sends it later when clicked, inside the root or in a dialog of its own. `when` is the day and hour
   * as the page writes them there, in its language; the background reads them.
   */
  readonly later?: {
    readonly send: Ways;
    readonly when: (control: Element, page: PageAt) => string | undefined;
  };
  /** Shown, anywhere on the page, only once a mail was really sent. */
  readonly proof?: Ways;
  /** Shown when it was not: the person is back in the mail. */
  readonly failure?: Ways;
  /** A click on it takes the mail just sent back. */
  readonly unsend?: Ways;
  /** The page is the window of one mail and closes by itself once that is sent (popped out). */
  readonly alone?: (page: PageAt) => boolean;
  /**
   * What goes when the mail is sent: the compose alone, the whole page, or (where nothing proves it)
   * either; then a page that comes back with the same mail says that it was not sent.
   */
  readonly leaves: 'root' | 'page' | 'either';
}

/** The chat that is open: whom it is with and where its strip goes. What is said in it is never read. */
export interface ChatView {
  readonly here?: (page: PageAt) => boolean;
  /** The head of the open chat, one a page. */
  readonly heads: Ways;
  readonly key: Stated;
  readonly strip: { readonly within: Ways; readonly place: InsertPosition };
}

export interface Site {
  readonly id: string;
  /** A name people know, not translated. */
  readonly name: string;
  /** Match patterns without ports; empty for software that people host themselves. */
  readonly matches: readonly string[];
  /** Found on a page of this software at any granted origin. */
  readonly signs?: string;
  /** Whether its frames hold people too. */
  readonly frames: 'top' | 'all';
  readonly people: readonly PeopleView[];
  readonly compose?: ComposeView;
  readonly chat?: ChatView;
}
