/** Which gestures reach the card: a person's, made where nothing of the page lies over it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { trustedOnly } from '../../../extension/panels/trustedOnly.ts';

let stop: AbortController;
let heard: string[];
let isCovered = false;

beforeEach(() => {
  stop = new AbortController();
  heard = [];
  isCovered = false;
  document.body.innerHTML =
    '<button id="log">Call</button><p class="elsewhere"><button id="out">Open</button></p><button class="close" id="close">x</button>';
  trustedOnly(window, () => isCovered, stop.signal);
  for (const type of ['click', 'pointerdown', 'keydown'])
    document.body.addEventListener(type, ({ target }) => heard.push(`${type} ${(target as Element).id}`), {
      signal: stop.signal,
    });
});
afterEach(() => stop.abort());

function make(id: string, event: Event, trusted: boolean): void {
  if (trusted) Object.defineProperty(event, 'isTrusted', { value: true });
  document.getElementById(id)?.dispatchEvent(event);
}
const click = () => new MouseEvent('click', { bubbles: true });
const key = (name: string) => new KeyboardEvent('keydown', { key: name, bubbles: true });

test('[OVR2] gestures that a script makes are heard by nobody', () => {
  make('log', click(), false);
  make('log', key('Enter'), false);
  expect(heard).toEqual([]);
  make('log', click(), true);
  expect(heard).toEqual(['click log']);
});

test('[OVR2] while the page lies over the card only what leads away from it can be pressed', () => {
  isCovered = true;
  make('log', click(), true);
  make('log', key('Enter'), true);
  expect(heard).toEqual([]);
  make('out', click(), true);
  make('close', click(), true);
  make('log', key('Escape'), true);
  expect(heard).toEqual(['click out', 'click close', 'keydown log']);
});
