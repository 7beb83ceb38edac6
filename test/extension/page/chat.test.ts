/** The strip beside an open chat: whom it is with, three things that may have happened, nothing read (ATT1, OVR2). */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChatView } from '../../../shared/ui/buildChat.ts';
import { sample } from '../../../extension/sites/sample.ts';
import type { Site } from '../../../extension/sites/site.ts';
import {
  background,
  element,
  hosts,
  overlayOn,
  press,
  settled,
  strips,
  toasts,
  type Background,
} from './stage.ts';

let stop: AbortController;
let known: Background;

const VIEW: ChatView = {
  key: 'k',
  tone: 'risk',
  text: 'First response is due today at 17:30.',
  buttons: [
    { id: 'sent', label: 'I wrote' },
    { id: 'replied', label: 'They replied' },
    { id: 'no_answer', label: 'No answer' },
  ],
};
const SITE: Site = {
  id: 'chats',
  name: 'Chats',
  why: 'chats',
  matches: [],
  frames: 'top',
  people: sample.people,
  chat: {
    heads: ['header'],
    key: [{ phone: { at: ['[title]'], how: ['@title'] } }],
    strip: { within: ['footer'], place: 'beforebegin' },
  },
};
const PAGE = `<main><header><b title="+55 11 98765-4321">Marina</b></header><p>secret words</p><footer></footer></main>`;

beforeEach(() => {
  stop = new AbortController();
  known = background();
  known.answer['page.chat'] = ({ person }) => ({
    strip: 'phone' in person && person.phone === '+5511987654321' ? VIEW : null,
  });
});
afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

const on = (html = PAGE) => overlayOn(html, SITE, known, stop);
const button = (id: string) => strips()[0]?.querySelector<HTMLElement>(`[data-id="${id}"]`);

test('[ATT1] says what is due and logs what the person says happened', async () => {
  const toast = {
    id: 't',
    text: 'Attempt logged: WhatsApp',
    undoLabel: 'Undo',
    undoUntil: Date.now() + 10_000,
  };
  known.answer['page.log'] = () => ({ toast });
  await on();
  expect(strips()[0]?.querySelector('[role=status]')?.textContent).toBe(VIEW.text);
  expect(element('footer').previousElementSibling).toBe(hosts()[0]);
  for (const id of ['sent', 'replied', 'no_answer']) {
    const used = button(id);
    if (used) press(used);
  }
  await settled();
  expect(known.asked('page.log')).toEqual(['sent', 'replied', 'no_answer'].map((did) => ({ key: 'k', did })));
  expect(toasts()[0]?.textContent).toContain('Attempt logged');
});

test('[PRI1] asks with the number alone, and nothing of what is said leaves the page', async () => {
  await on();
  element('p').textContent = 'other words';
  await settled();
  expect(known.asked('page.chat')).toEqual([{ person: { phone: '+5511987654321' } }]);
});

test('[OVR2] a click the page makes up logs nothing', async () => {
  await on();
  button('sent')?.click();
  await settled();
  expect(known.asked('page.log')).toEqual([]);
});

test('[OVR7] another chat opened: the strip of the last one is gone, strangers have none', async () => {
  await on();
  expect(strips()).toHaveLength(1);
  element('[title]').setAttribute('title', '+1 212 555 0100');
  await settled();
  expect(strips()).toEqual([]);
  element('[title]').setAttribute('title', 'Mum');
  await settled();
  expect(strips()).toEqual([]);
  expect(known.asked('page.chat')).toHaveLength(2);
});

test('[OVR4] a strip the page took away comes back, and goes when the overlay is told to stop', async () => {
  await on();
  hosts()[0]?.remove();
  await settled();
  expect(strips()).toHaveLength(1);
  stop.abort();
  expect(hosts()).toEqual([]);
});
