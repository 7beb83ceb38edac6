/**
 * Reads a page by a site's data: people of a view, and mails being written. Pure: reading twice gives
 * the same, and nothing on the page is touched.
 */
import { namedBy } from './addresses.ts';
import { allOf, keyOf, recordOf, statedBy } from './readers.ts';
import type {
  ChatReading,
  ChatView,
  ComposeReading,
  ComposeView,
  PageAt,
  PeopleReading,
  PeopleView,
  Person,
  RecipientField,
  Spot,
  Stand,
} from './site.ts';

/** Everyone a view names, in the page's order, once a row; `undefined` when the view is not here. */
export function readPeople(view: PeopleView, page: PageAt): PeopleReading | undefined {
  const rows = rowsOf(view, page);
  const shown = rows.found.filter((row) => isShown(view, row));
  if (shown.length === 0) return undefined;
  const readings = shown.map((row) => readRow(view, row, page));
  const people = readings.flatMap((reading) => reading.people);
  return { people, fallback: rows.fallback || readings.some((reading) => reading.fallback) };
}

/** Lines, records or messages of a view; none where it is not here. */
export function rowsOf(view: PeopleView, page: PageAt): ReturnType<typeof allOf> {
  return isAt(view.here, page) ? allOf(page.document, view.rows) : { found: [], fallback: false };
}

/** Everyone one row of a view names, each once. */
export function readRow(view: PeopleView, row: Element, page: PageAt): PeopleReading {
  const people: Person[] = [];
  if (!isShown(view, row)) return { people, fallback: false };
  const named = view.people === 'row' ? { found: [row], fallback: false } : allOf(row, view.people);
  const inRow = new Set<string>();
  for (const anchor of view.first ? named.found.slice(0, 1) : named.found) {
    if (view.never && anchor.closest(view.never)) continue;
    const record = view.record && recordOf(view.record, anchor, row, page);
    if (view.recordsOnly && !record) continue;
    const key = keyOf(view.key, anchor, row, page) ?? record;
    const spot = key && spotOf(view.stand, anchor, row);
    if (!key || !spot || inRow.has(keyText(key))) continue;
    inRow.add(keyText(key));
    people.push({ key, record, anchor, row, spot });
  }
  return { people, fallback: named.fallback && people.length > 0 };
}

/** Sites keep old records in the page, hidden. */
function isShown(view: PeopleView, row: Element): boolean {
  return view.view !== 'record' || row.checkVisibility();
}

/** Every mail being written; `undefined` when the site has none here. */
export function readCompose(view: ComposeView, page: PageAt): readonly ComposeReading[] | undefined {
  if (!isAt(view.here, page)) return undefined;
  const roots = allOf(page.document, view.roots);
  if (roots.found.length === 0) return undefined;
  return roots.found.flatMap((root) => {
    const [at] = allOf(root, view.strip.within).found;
    if (!at) return [];
    let { fallback } = roots;
    const addresses = (field: 'to' | 'cc' | 'bcc') => {
      const stated = recipientsIn(root, view.recipients[field], view.never);
      fallback ||= stated.fallback;
      return [...new Set(stated.found.flatMap((element) => statedBy(element, view.how)))];
    };
    const draft = {
      to: addresses('to'),
      cc: addresses('cc'),
      bcc: addresses('bcc'),
      answering: answeredBy(view, root),
    };
    return [{ root, draft, spot: { at, place: view.strip.place }, fallback }];
  });
}

/** Everybody who wrote what this mail answers, each once. */
function answeredBy({ answering, never }: ComposeView, root: Element): readonly string[] {
  const within = answering && root.closest(answering.around);
  if (!within) return [];
  const found = allOf(within, answering.at).found.filter((each) => !never || !each.closest(never));
  return [...new Set(found.flatMap((each) => statedBy(each, answering.how)))];
}

/** The chat that is open; `undefined` when there is none or nothing says whom it is with. */
export function readChat(view: ChatView, page: PageAt): ChatReading | undefined {
  if (!isAt(view.here, page)) return undefined;
  const head = allOf(page.document, view.heads).found.find((each) => each.checkVisibility());
  const key = head && keyOf(view.key, head, head, page);
  const [at] = allOf(page.document, view.strip.within).found;
  return head && key && at ? { head, key, spot: { at, place: view.strip.place } } : undefined;
}

/** Whether the page's address is one of these; where none are said, every one is. */
export function isAt(here: readonly string[] | undefined, page: PageAt): boolean {
  return here === undefined || namedBy(here, page.url) !== undefined;
}

/** The words in a control, else the words or fields around it, that tell an hour, as one line: those with a figure in them. */
export function writtenAt(around: string, control: Element): string | undefined {
  for (const place of [control, control.closest(around)]) {
    const fields = [...(place?.querySelectorAll('input') ?? [])].map(({ value }) => value).join(' ');
    const text = (fields.trim() || place?.textContent || '').replace(/\s+/g, ' ').trim();
    if (/\p{Nd}/u.test(text)) return text;
  }
  return undefined;
}

/** One text a key, to compare and to remember by. */
export function keyText(key: Person['key']): string {
  if ('record' in key)
    return `record:${key.record.system}/${key.record.object}/${key.record.id.toLowerCase()}`;
  return 'email' in key ? `email:${key.email}` : `phone:${key.phone}`;
}

function recipientsIn(
  root: Element,
  field: RecipientField | undefined,
  never?: string,
): ReturnType<typeof allOf> {
  if (!field) return { found: [], fallback: false };
  if (!('nth' in field)) return allOf(root, field);
  const wells = [...root.querySelectorAll(field.of)].filter((each) => !never || !each.closest(never));
  const well = wells[field.nth];
  return well ? allOf(well, field.each) : { found: [], fallback: false };
}

function spotOf(stand: Stand, anchor: Element, row: Element): Spot | undefined {
  if ('self' in stand) return { at: anchor, place: stand.self };
  const at = 'closest' in stand ? anchor.closest(stand.closest) : allOf(row, stand.within).found[0];
  return at ? { at, place: stand.place } : undefined;
}
