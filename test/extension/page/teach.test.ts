/** The bar that asks for one click (OVR5): it takes nothing from a page that makes clicks up, and leaves no trace. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { teach } from '../../../extension/page/teach.ts';
import { background, hosts, insideOf, key, press, trusted, type Background } from './stage.ts';

let stop: AbortController;
let known: Background;
let over: Promise<void>;

const WORDS = {
  name: 'Teach',
  click: 'Click an email. Esc leaves.',
  content: 'People wrote that.',
  nothing: 'No email there.',
  finds: { one: 'Finds {n}: {who}', other: 'Finds {n}: {who}' },
  keep: 'Keep',
  again: 'Another',
  leave: 'Leave',
};
const PAGE = `<ul><li><a href="mailto:ana@a.test">Ana</a></li><li><a href="mailto:bo@b.test">Bo</a></li></ul><p>words</p>`;

beforeEach(() => {
  stop = new AbortController();
  known = background();
  known.answer['page.lesson'] = () => ({ words: WORDS, share: 'Share' });
  known.answer['page.taught'] = () => ({ text: 'Kept.' });
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

async function begin(): Promise<void> {
  document.body.innerHTML = PAGE;
  over = teach(known.ask, stop.signal);
  await new Promise((resolve) => setTimeout(resolve, 0));
}
const bar = () => hosts().flatMap((host) => insideOf(host).querySelector('.bar') ?? [])[0];
const says = () => bar()?.querySelector('[role=status]')?.textContent;
const labels = () => [...(bar()?.querySelectorAll('button') ?? [])].map((each) => each.textContent);
const use = (label: string) => {
  const button = [...(bar()?.querySelectorAll('button') ?? [])].find((each) => each.textContent === label);
  if (!button) throw new Error(`no ${label}`);
  press(button);
};
const link = () => document.querySelector('a') as HTMLElement;

test('[OVR5] a click proposes what it would find; kept, it goes to the background as selectors alone', async () => {
  await begin();
  expect(says()).toBe(WORDS.click);
  press(link());
  expect(says()).toBe('Finds 2: ana@a.test, bo@b.test');
  expect(labels()).toEqual(['Keep', 'Share', 'Another', 'Leave']);
  use('Keep');
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(known.asked('page.taught')).toEqual([
    {
      view: { view: 'list', rows: ['ul > li'], people: ['a[href^="mailto:" i]'], address: 'mailto' },
      share: false,
    },
  ]);
  expect(says()).toBe('Kept.');
});

test('[OVR5] offered to everybody only when the person says so', async () => {
  await begin();
  press(link());
  use('Share');
  expect(known.asked('page.taught')).toMatchObject([{ share: true }]);
});

test('[OVR2] clicks a page makes up teach nothing and keep nothing', async () => {
  await begin();
  link().click();
  expect(says()).toBe(WORDS.click);
  press(link());
  for (const button of bar()?.querySelectorAll('button') ?? []) button.click();
  expect(known.asked('page.taught')).toEqual([]);
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(bar()).toBeDefined();
});

test('[OVR2] while it asks, a click does not reach the page', async () => {
  await begin();
  let reached = 0;
  link().addEventListener('click', () => (reached += 1));
  const event = trusted(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }));
  link().dispatchEvent(event);
  expect(reached).toBe(0);
  expect(event.defaultPrevented).toBe(true);
});

test('[OVR5] what is no address is said so, and another click is waited for', async () => {
  await begin();
  press(document.querySelector('p') as HTMLElement);
  expect(says()).toBe(WORDS.nothing);
  press(link());
  use('Another');
  expect(says()).toBe(WORDS.click);
  expect(labels()).toEqual(['Leave']);
});

test('[OVR4] Escape or leaving takes every node away', async () => {
  await begin();
  key(document.body, { key: 'Escape' });
  await over;
  expect(hosts()).toEqual([]);
  await begin();
  use('Leave');
  await over;
  expect(hosts()).toEqual([]);
});

test('[OVR2] a page nobody is teaching gets no bar', async () => {
  known.answer['page.lesson'] = () => null;
  await begin();
  await over;
  expect(hosts()).toEqual([]);
});

test('[OVR2] addresses stand in a closed root, never in the page', async () => {
  await begin();
  press(link());
  const [host] = hosts();
  expect(host?.shadowRoot).toBeNull();
  expect(document.documentElement.outerHTML.match(/ana@a\.test/g)).toHaveLength(1);
});
