/**
 * Finds, follows and loses the people a page shows: asks about those on screen only, puts a chip
 * beside each lead, follows rows that are reused or redrawn, and gives way where the page fights back.
 */
import type { PersonKey, ask as askBackground } from '../messages.ts';
import type { ChipView } from '../../shared/ui/chipView.ts';
import { keyText, readPeople } from '../sites/read.ts';
import type { PageAt, Person, PeopleView, Site } from '../sites/site.ts';
import { createChip, type Chip } from './chip.ts';
import { isDark } from './palette.ts';
import { isOwn } from './surface.ts';

/** Chips appear a little before their row scrolls in. */
const MARGIN = '150px';
/** A page that takes the same chip away this often has won (OVR4). */
const FIGHTS = 3;
/** A chip that stood this long was not fought: the page only drew itself anew. */
const PEACE_MS = 30_000;

export interface People {
  /** Reads the page again. */
  look(page: PageAt): void;
  /** What is shown may have changed: asks again about everyone on screen. */
  refresh(): void;
  tick(now: number): void;
  /** The ground may have changed its colour. */
  repaint(): void;
}

interface Sighting {
  person: Person;
  readonly view: PeopleView;
  /** What is asked about: the address behind a record already seen, else the key itself. */
  readonly key: PersonKey;
  readonly text: string;
  chip: Chip | undefined;
  placedAt: number;
}

export interface PeopleNeeds {
  readonly site: Site;
  readonly ask: typeof askBackground;
  /** The person opened a chip. */
  readonly open: (chip: Chip) => void;
}

export function followPeople({ site, ask, open }: PeopleNeeds, signal: AbortSignal): People {
  const sightings = new Map<Element, Sighting>();
  const onScreen = new WeakMap<Element, boolean>();
  const answers = new Map<string, ChipView | null>();
  const asking = new Set<string>();
  /** Asked in vain (signed out, or the background away): not again before something changed. */
  const refused = new Set<string>();
  /** Addresses of records shown with one, so that a list by record alone finds them (OVR6). */
  const seen = new Map<string, PersonKey>();
  const fights = new Map<string, number>();
  const reported = new Set<string>();
  let watched = new Set<Element>();
  let round = 0;
  /** Put on the page in this round: shaded together, so that the page is laid out once. */
  let placed: Chip[] = [];

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) onScreen.set(target, isIntersecting);
      settle();
    },
    { rootMargin: MARGIN },
  );
  signal.addEventListener('abort', () => {
    observer.disconnect();
    for (const sighting of sightings.values()) drop(sighting);
    sightings.clear();
  });

  function look(page: PageAt): void {
    const found = new Set<Element>();
    const shown = new Set<Element>();
    for (const view of site.people) {
      const reading = readPeople(view, page);
      if (reading?.fallback) report(view.view, false);
      for (const person of reading?.people ?? []) {
        found.add(person.anchor);
        shown.add(watchedOf(person, view));
        sight(person, view);
      }
    }
    for (const [anchor, sighting] of sightings) {
      if (found.has(anchor)) continue;
      drop(sighting);
      sightings.delete(anchor);
    }
    for (const element of watched) if (!shown.has(element)) observer.unobserve(element);
    for (const element of shown) if (!watched.has(element)) observer.observe(element);
    watched = shown;
    settle();
  }

  function sight(person: Person, view: PeopleView): void {
    if (person.record && 'email' in person.key) seen.set(keyText(person.record), person.key);
    const key = seen.get(keyText(person.key)) ?? person.key;
    const text = keyText(key);
    const known = sightings.get(person.anchor);
    if (known?.text === text && known.view === view) {
      known.person = person;
      return;
    }
    if (known) drop(known);
    sightings.set(person.anchor, { person, view, key, text, chip: undefined, placedAt: 0 });
  }

  /** Brings chips in line with what is on screen and what is known; asks about the rest. */
  function settle(): void {
    if (signal.aborted) return;
    const wanted = new Map<string, PersonKey>();
    const once = new Set<string>();
    for (const sighting of inOrder()) {
      const { view, text, key, person } = sighting;
      if (!onScreen.get(watchedOf(person, view)) || isRepeat(once, `${view.view} ${text}`, view)) {
        drop(sighting);
        continue;
      }
      const answer = answers.get(text);
      if (answer === undefined) {
        if (!asking.has(text) && !refused.has(text)) wanted.set(text, key);
      } else if (answer === null) drop(sighting);
      else place(sighting, answer);
    }
    shade(placed);
    placed = [];
    if (wanted.size > 0) void inquire([...wanted.keys()], [...wanted.values()]);
  }

  /** By the site's order of views: whoever came later to an earlier one still goes first. */
  function inOrder(): Sighting[] {
    return site.people.flatMap((view) =>
      [...sightings.values()].filter((sighting) => sighting.view === view),
    );
  }

  async function inquire(texts: readonly string[], people: readonly PersonKey[]): Promise<void> {
    const asked = round;
    for (const text of texts) asking.add(text);
    const reply = await ask('page.people', { people });
    for (const text of texts) asking.delete(text);
    if (signal.aborted) return;
    for (const [index, text] of texts.entries()) {
      const chip = reply?.chips[index];
      if (chip === undefined) refused.add(text);
      else answers.set(text, chip);
    }
    if (asked !== round) refresh();
    else if (reply) settle();
  }

  function place(sighting: Sighting, answer: ChipView): void {
    const { view, text, person } = sighting;
    const spot = `${view.view} ${text}`;
    if ((fights.get(spot) ?? 0) >= FIGHTS) return;
    const { chip } = sighting;
    if (chip) {
      if (chip.view !== answer) chip.update(answer, Date.now());
      if (chip.host.isConnected) return;
      // The person is still there and our node is not: the page took it.
      const peace = Date.now() - sighting.placedAt > PEACE_MS;
      const lost = peace ? 1 : (fights.get(spot) ?? 0) + 1;
      fights.set(spot, lost);
      if (lost >= FIGHTS) {
        report(view.view, true);
        return;
      }
    }
    const made = chip ?? createChip(answer, Date.now(), open);
    sighting.chip = made;
    sighting.placedAt = Date.now();
    insert(made.host, person);
    placed.push(made);
  }

  function report(view: PeopleView['view'], yielded: boolean): void {
    const once = `${view} ${yielded}`;
    if (reported.has(once)) return;
    reported.add(once);
    void ask('page.health', { site: site.id, view, fallback: !yielded, ...(yielded ? { yielded } : {}) });
  }

  function refresh(): void {
    round += 1;
    refused.clear();
    const texts = new Map<string, PersonKey>();
    for (const { text, key, person, view } of sightings.values())
      if (onScreen.get(watchedOf(person, view))) texts.set(text, key);
    // What is off screen is asked again when it comes back.
    for (const text of answers.keys()) if (!texts.has(text)) answers.delete(text);
    for (const text of asking) texts.delete(text);
    if (texts.size > 0) void inquire([...texts.keys()], [...texts.values()]);
  }

  return {
    look,
    refresh,
    tick(now) {
      for (const { chip } of sightings.values()) chip?.tick(now);
    },
    repaint() {
      shade([...sightings.values()].flatMap(({ chip }) => chip ?? []));
    },
  };
}

/**
 * Lines of a list are on screen or not as a whole; in a message or record the same person may stand
 * twice, once hidden, so the very element that names them decides.
 */
function watchedOf(person: Person, view: PeopleView): Element {
  return view.once ? person.anchor : person.row;
}

/** Whether one chip a lead is shown here and this one is already. */
function isRepeat(once: Set<string>, spot: string, view: PeopleView): boolean {
  if (!view.once) return false;
  if (once.has(spot)) return true;
  once.add(spot);
  return false;
}

/** All grounds are read before any chip is drawn anew. */
function shade(chips: readonly Chip[]): void {
  const dark = chips.map(({ host }) => host.parentElement !== null && isDark(host.parentElement));
  for (const [index, chip] of chips.entries()) chip.shade(dark[index] ?? false);
}

function drop(sighting: Sighting): void {
  sighting.chip?.host.remove();
  sighting.chip = undefined;
}

/** Several people of one row keep their order where chips go first. */
function insert(host: Element, { spot }: Person): void {
  let last: Element | null = null;
  if (spot.place === 'afterbegin')
    for (let at = spot.at.firstElementChild; at && isOwn(at); at = at.nextElementSibling) last = at;
  if (last) last.after(host);
  else spot.at.insertAdjacentElement(spot.place, host);
}
