/**
 * What one click on a person's e-mail teaches about a page (OVR5): how the address is stated there, by
 * what its element is found again, and whether the page is a list or one person's record. Selectors come
 * from attributes and names that stay, never from what is written; what they find is tried at once.
 */
import type { SiteView, Stating } from '../../shared/definitions/site.ts';
import { keyText, readPeople } from '../sites/read.ts';
import { statedBy } from '../sites/readers.ts';
import { CONTENT } from '../sites/generic.ts';
import { howOf, ownView } from '../sites/ownView.ts';

export interface Lesson {
  readonly view: SiteView;
  /** Addresses it finds on this page, each once, in the page's order, and where they stand. */
  readonly found: readonly string[];
  readonly elements: readonly Element[];
}

/** `content`: other people's words, where an address is nobody's identity; `nothing`: no address there. */
export type Unlearnt = 'content' | 'nothing';

/** How far around the click an address is looked for. */
const AROUND = 4;

export function lessonFrom(clicked: Element): Lesson | Unlearnt {
  if (clicked.closest(CONTENT)) return 'content';
  const stated = statedNear(clicked);
  if (!stated) return 'nothing';
  const { element, address, email } = stated;
  for (const people of selectorsOf(element, address)) {
    const rows = rowsFor(element, people);
    const views: SiteView[] = [{ view: 'record', rows: [within(element, people)], address }];
    if (rows !== undefined) views.unshift({ view: 'list', rows: [rows], people: [people], address });
    for (const view of views) {
      const lesson = tried(view);
      if (lesson?.found.includes(email)) return lesson;
    }
  }
  return 'nothing';
}

/** What a view finds on the page as it stands. */
export function tried(view: SiteView): Lesson | undefined {
  const people = ownView(view).flatMap(
    (own) => readPeople(own, { document, url: new URL(location.href) })?.people ?? [],
  );
  const found = [...new Set(people.map(({ key }) => keyText(key).replace(/^email:/, '')))];
  return found.length > 0 ? { view, found, elements: people.map(({ anchor }) => anchor) } : undefined;
}

interface Stated {
  readonly element: Element;
  readonly address: Stating;
  readonly email: string;
}

/** An attribute before a link before a field; text alone comes last. */
function statedNear(clicked: Element): Stated | undefined {
  const around: Element[] = [];
  for (let at: Element | null = clicked; at && around.length < AROUND; at = at.parentElement) around.push(at);
  const inside = [...clicked.querySelectorAll('*')].slice(0, 20);
  const near = [clicked, ...inside, ...around.slice(1)];
  const said = (element: Element, address: Stating): Stated[] => {
    const [email, ...others] = statedBy(element, [howOf(address)]).filter((each) => each.includes('@'));
    return email === undefined || others.length > 0 ? [] : [{ element, address, email }];
  };
  const ways: ((element: Element) => Stated[])[] = [
    (element) => attributesOf(element).flatMap((attribute) => said(element, { attribute })),
    (element) => said(element, 'mailto'),
    (element) => said(element, 'value'),
    (element) => said(element, 'text'),
  ];
  for (const way of ways)
    for (const element of near) {
      const [stated] = way(element);
      if (stated) return stated;
    }
  return undefined;
}

/** Those an application keeps data in; a label or a hint is written for people and translated. */
function attributesOf(element: Element): readonly string[] {
  return element
    .getAttributeNames()
    .filter((name) => /^data-|mail|^title$|^name$/i.test(name) && !/^(?:aria-|on)/i.test(name));
}

/** Ways to find the element again, the one least likely to change first. */
function selectorsOf(element: Element, address: Stating): readonly string[] {
  const tag = element.localName;
  const holding = typeof address === 'object' ? [`[${CSS.escape(address.attribute)}]`] : [];
  const link = address === 'mailto' ? ['a[href^="mailto:" i]'] : [];
  const own = [...marksOf(element), ...holding, ...link];
  const around: string[] = [];
  for (let at = element.parentElement, depth = 0; at && depth < 3; at = at.parentElement, depth += 1)
    for (const mark of marksOf(at)) around.push(`${mark} ${[...link, tag][0]}`);
  return [...new Set([...own, ...around, ...classesOf(element), tag])];
}

const NAMING =
  /^(?:data-(?:field|column|col|key|name|qa|test|testid|test-id|property|attribute|type|role|cell)|name|itemprop|autocomplete|col-id|field|for)$/;

/** Attributes by which applications and their tests name a thing, where the name is no number. */
function marksOf(element: Element): string[] {
  const named = element
    .getAttributeNames()
    .filter((name) => NAMING.test(name))
    .flatMap((name) => {
      const value = element.getAttribute(name) ?? '';
      return lasts(value) ? [`${element.localName}[${name}="${CSS.escape(value)}"]`] : [];
    });
  const typed = element.getAttribute('type') === 'email' ? ['input[type="email"]'] : [];
  const id = lasts(element.id) ? [`#${CSS.escape(element.id)}`] : [];
  return [...named, ...typed, ...id];
}

function classesOf(element: Element): readonly string[] {
  // Capitals in the middle are a build tool's.
  const plain = [...element.classList].filter((name) => lasts(name) && name === name.toLowerCase());
  return plain.map((name) => `${element.localName}.${CSS.escape(name)}`);
}

/** Nobody's address, no number and nothing a build tool made up: those change from one record or day to the next. */
function lasts(name: string): boolean {
  return /^[a-z][a-z_-]{1,39}$/i.test(name);
}

/** The line of a list the element stands in: others beside it look alike and state somebody, too. */
function rowsFor(element: Element, people: string): string | undefined {
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    const { localName, parentElement } = at;
    const alike = [...(parentElement?.children ?? [])].filter(
      (other) => other !== at && other.localName === localName && other.querySelector(people),
    );
    if (alike.length === 0) continue;
    const role = at.getAttribute('role');
    const name = role ? `${localName}[role="${CSS.escape(role)}"]` : (classesOf(at)[0] ?? localName);
    if (parentElement && !role && name === localName)
      return `${marksOf(parentElement)[0] ?? parentElement.localName} > ${localName}`;
    return name;
  }
  return undefined;
}

/** One element alone: named by what stands around it until nothing else is meant. */
function within(element: Element, people: string): string {
  let selector = people;
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
    if (document.querySelectorAll(selector).length === 1) break;
    const mark = marksOf(at)[0] ?? (at.matches('main, form, header, dialog') ? at.localName : undefined);
    if (mark) selector = `${mark} ${selector}`;
  }
  return selector;
}
