/**
 * Styles of one room reach no other: each room's sheet stays in the page once it was entered, so a short name
 * it gives a look to by itself must be used in that room alone.
 */
import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const CONSOLE = resolve(import.meta.dirname, '../../worker/console');
/** Seen in every room: what they look like is said once, in `styles/`. */
const EVERYWHERE = new Set(['styles', 'ui', 'shell']);

const roomOf = (file: string) => relative(CONSOLE, file).split('/')[0] ?? '';
const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: CONSOLE }).map((file) => resolve(CONSOLE, file));

interface Bare {
  /** Of the element the selector begins with, and of those within it. */
  readonly names: readonly string[];
  readonly rest: readonly string[];
  readonly selector: string;
}

/** What a sheet styles wherever it stands. */
function bareIn(file: string): readonly Bare[] {
  const css = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
  const selectors = [...css.matchAll(/([^{}@;]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  return selectors.flatMap((selector) => {
    const plain = selector.trim().replace(/:(?:not|is|has|where)\([^)]*\)/g, '');
    const first = /^(?:\.[\w-]+)+/.exec(plain)?.[0];
    if (first === undefined) return [];
    const rest = [...plain.slice(first.length).matchAll(/\.([\w-]+)/g)].flatMap(([, name = '']) => name);
    return [{ names: first.slice(1).split('.'), rest, selector: selector.trim() }];
  });
}

/** Classes of each element of a file, of those it says in so many words. */
function usedIn(file: string): readonly ReadonlySet<string>[] {
  const text = readFileSync(file, 'utf8');
  const said = [...text.matchAll(/class="([^"]+)"/g), ...text.matchAll(/class=\{[^}]*?['`]([^'`]+)['`]/g)];
  return said.map(([, names = '']) => new Set(names.split(/\s+/)));
}

test('what a room’s sheet styles by a class alone is in no other room', () => {
  const views = filesOf('**/*.tsx').map((file) => ({ room: roomOf(file), file, used: usedIn(file) }));
  const rooms = new Set(views.map(({ room }) => room));
  const faults = filesOf('**/*.css')
    .filter((file) => !EVERYWHERE.has(roomOf(file)))
    .flatMap((file) =>
      bareIn(file).flatMap(({ names, rest, selector }) =>
        views
          .filter(({ room }) => room !== roomOf(file) && !EVERYWHERE.has(room))
          .filter(({ used }) => used.some((one) => names.every((name) => one.has(name))))
          .filter(({ used }) => rest.every((name) => used.some((one) => one.has(name))))
          .map(
            (view) =>
              `${relative(CONSOLE, file)} styles “${selector}”, which is in ${relative(CONSOLE, view.file)}, too: say in which room it is meant, or move it to styles/`,
          ),
      ),
    );
  expect(rooms.size).toBeGreaterThan(8);
  expect([...new Set(faults)]).toEqual([]);
});
