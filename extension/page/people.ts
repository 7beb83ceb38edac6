/**
 * Finds, follows and loses the people a page shows: reads and asks about those on screen only, puts a
 * chip beside each lead, follows rows that are reused or redrawn, and gives way where the page fights back.
 */
import type { PersonKey, ask as askBackground } from '../messages.ts';
import type { ChipView } from '../../shared/ui/chipView.ts';
import { keyText, readRow } from '../sites/read.ts';
import type { Prepared, PreparedView } from '../sites/prepared.ts';
import type { PageAt, Person } from '../sites/site.ts';
import { keepAnswers } from './answers.ts';
import { createChip, type Chip } from './chip.ts';
import { darkOf } from './palette.ts';
import { followRows, type Changes } from './rows.ts';
import { followScreen } from './screen.ts';
import { createSeen } from './seen.ts';
import { groundOf, standAt } from './spot.ts';
import { followStretches } from './stretches.ts';
import { isOwn } from './surface.ts';

/** A page that takes the same chip away this often has won (OVR4). */
const FIGHTS = 3;
/** A chip that stood this long was not fought: the page only drew itself anew. */
const PEACE_MS = 30_000;

export interface People {
  /** Reads what changed on the page. */
  look(page: PageAt, changes: Changes): void;
  /** What is shown may have changed: asks again about everyone on screen. */
  refresh(): void;
  tick(now: number): void;
  /** The ground may have changed its colour. */
  repaint(): void;
}

interface Sighting {
  person: Person;
  readonly view: PreparedView;
  /** What is asked about: the address behind a record already seen, else the key itself. */
  readonly key: PersonKey;
  readonly text: string;
  /** One lead in one kind of view: what is shown once, and fought over. */
  readonly spot: string;
  chip: Chip | undefined;
  placedAt: number;
}

export interface PeopleNeeds {
  readonly site: Prepared;
  readonly ask: typeof askBackground;
  /** The person opened a chip. */
  readonly open: (chip: Chip) => void;
}

export function followPeople({ site, ask, open }: PeopleNeeds, signal: AbortSignal): People {
  /** Rows that were read, by view in the site's order: a sender before a recipient. */
  const read = new Map(site.people.map((view) => [view, new Map<Element, Sighting[]>()]));
  const byAnchor = new Map<Element, Sighting>();
  /** Addresses of records shown with one, so that a list by record alone finds them (OVR6). */
  const seen = createSeen();
  const fights = new Map<string, number>();
  const reported = new Set<string>();
  const answers = keepAnswers(ask, (renewed) => settle(renewed || whole), signal);
  /** Read since chips were last brought in line, or not answered yet. */
  const fresh = new Set<Sighting>();
  /** Who stands where once may be another now, or a chip is gone: everybody is looked at. */
  let whole = false;
  let at: PageAt | undefined;

  const screen = followScreen((changed) => {
    for (const [element, isOn] of changed) {
      whole ||= byAnchor.get(element)?.view.once ?? false;
      for (const [view, rows] of read)
        if (!view.once && lines.has(view, element)) {
          if (isOn) readAgain(view, element);
          else if (rows.has(element)) forget(view, element);
        }
    }
    settle();
  }, signal);
  const stretches = followStretches<PreparedView>(screen, signal);
  const lines = followRows(site.people, {
    // Rows of lists are on screen or not as a whole, and read only then. In a message or record the same
    // person may stand twice, once hidden: the element naming them decides.
    came: (view, row) => view.once && readAgain(view, row),
    touched: (view, row) => (view.once || screen.isOn(row)) && readAgain(view, row),
    went(view, row) {
      forget(view, row);
      stretches.lose(row);
    },
    listed: (view, rows) => view.once || stretches.follow(view, rows),
    fallback: (view) => report(view.view, false),
  });
  signal.addEventListener('abort', () => {
    for (const { chip } of byAnchor.values()) chip?.host.remove();
    byAnchor.clear();
    fresh.clear();
    for (const rows of read.values()) rows.clear();
  });

  function readAgain(view: PreparedView, row: Element): void {
    if (!at) return;
    const reading = readRow(view, row, at);
    if (reading.fallback) report(view.view, false);
    const rows = read.get(view);
    const before = rows?.get(row) ?? [];
    const now = reading.people.flatMap((person) => sight(person, view));
    for (const sighting of before) if (!now.includes(sighting)) lose(sighting);
    if (now.length > 0) rows?.set(row, now);
    else rows?.delete(row);
    for (const sighting of now) fresh.add(sighting);
    whole ||= view.once;
  }

  function sight(person: Person, view: PreparedView): Sighting[] {
    const key = seen.keyOf(person, view);
    const text = keyText(key);
    const known = byAnchor.get(person.anchor);
    if (known && known.view !== view) return [];
    if (known?.text === text) {
      known.person = person;
      return [known];
    }
    const spot = `${view.view} ${text}`;
    const sighting: Sighting = { person, view, key, text, spot, chip: undefined, placedAt: 0 };
    if (known) inherit(sighting, known);
    else if (view.once) screen.observe(person.anchor);
    byAnchor.set(person.anchor, sighting);
    return [sighting];
  }

  /** A line that now names somebody else keeps its chip, bare until it is known whose. */
  function inherit(sighting: Sighting, known: Sighting): void {
    const { chip, person, placedAt } = known;
    if (!chip?.host.isConnected || person.spot.at !== sighting.person.spot.at) return;
    known.chip = undefined;
    sighting.chip = chip;
    sighting.placedAt = placedAt;
    if (!answers.of(sighting.text)) chip.veil();
  }

  function forget(view: PreparedView, row: Element): void {
    for (const sighting of read.get(view)?.get(row) ?? []) lose(sighting);
    read.get(view)?.delete(row);
  }

  function lose(sighting: Sighting): void {
    drop(sighting);
    fresh.delete(sighting);
    whole ||= sighting.view.once;
    const { anchor } = sighting.person;
    // Another may have been sighted at the same element since.
    if (byAnchor.get(anchor) !== sighting) return;
    byAnchor.delete(anchor);
    if (sighting.view.once) screen.unobserve(anchor);
  }

  /** Everybody on screen, one a lead where the view says so. */
  function* onScreen(): Generator<{ readonly sighting: Sighting; readonly shown: boolean }> {
    const once = new Set<string>();
    for (const [view, rows] of read)
      for (const sightings of rows.values())
        for (const sighting of sightings) {
          const { spot, person } = sighting;
          const shown = !view.once || (screen.isOn(person.anchor) && !once.has(spot));
          if (view.once && shown) once.add(spot);
          yield { sighting, shown };
        }
  }

  /** Brings chips in line with what is on screen and what is known; asks about the rest. */
  function settle(all = whole): void {
    if (signal.aborted) return;
    whole = false;
    const due: [Sighting, ChipView][] = [];
    for (const { sighting, shown } of all ? onScreen() : [...fresh].map(asShown)) {
      const answer = shown ? answers.of(sighting.text) : null;
      fresh.delete(sighting);
      if (answer === undefined) {
        fresh.add(sighting);
        answers.want(sighting.text, sighting.key);
      } else if (answer === null) drop(sighting);
      else if (isDue(sighting, answer)) due.push([sighting, answer]);
    }
    place(due);
    answers.send();
  }

  /** Draws the chip that stands; whether one has to be put there. */
  function isDue(sighting: Sighting, answer: ChipView): boolean {
    const { view, spot, chip, placedAt } = sighting;
    if (chip?.view === answer && chip.host.isConnected) return false;
    if ((fights.get(spot) ?? 0) >= FIGHTS) return false;
    if (!chip) return true;
    if (chip.view !== answer) chip.update(answer, Date.now());
    if (chip.host.isConnected) return false;
    // The person is still there and our node is not: the page took it.
    const peace = Date.now() - placedAt > PEACE_MS;
    const lost = peace ? 1 : (fights.get(spot) ?? 0) + 1;
    fights.set(spot, lost);
    if (lost >= FIGHTS) report(view.view, true);
    return lost < FIGHTS;
  }

  /** All grounds are read before anything is put on the page: it is laid out once. */
  function place(due: readonly (readonly [Sighting, ChipView])[]): void {
    const dark = darkOf(due.map(([{ person }]) => groundOf(person)));
    const now = Date.now();
    for (const [index, [sighting, answer]] of due.entries()) {
      sighting.chip ??= createChip(answer, now, open, dark[index]);
      sighting.chip.shade(dark[index] ?? false);
      sighting.placedAt = now;
      standAt(sighting.chip.host, sighting.person, sighting.view.view);
    }
  }

  function report(view: PreparedView['view'], yielded: boolean): void {
    const once = `${view} ${yielded}`;
    if (reported.has(once)) return;
    reported.add(once);
    void ask('page.health', { site: site.id, view, fallback: !yielded, ...(yielded ? { yielded } : {}) });
  }

  return {
    look(page, changes) {
      at = page;
      lines.look(page, changes);
      settle(whole || changes === 'all' || changes.some(({ removedNodes }) => [...removedNodes].some(isOwn)));
    },
    refresh() {
      const shown = [...onScreen()].filter((each) => each.shown);
      answers.renew(new Map(shown.map(({ sighting: { text, key } }) => [text, key])));
    },
    tick(now) {
      for (const { chip } of byAnchor.values()) chip?.tick(now);
    },
    repaint() {
      const chips = [...byAnchor.values()].flatMap(({ chip }) => chip ?? []);
      const dark = darkOf(chips.map(({ host }) => host.parentElement));
      for (const [index, chip] of chips.entries()) chip.shade(dark[index] ?? false);
    },
  };
}

const asShown = (sighting: Sighting) => ({ sighting, shown: true });

function drop(sighting: Sighting): void {
  sighting.chip?.host.remove();
  sighting.chip = undefined;
}
