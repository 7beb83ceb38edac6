/** Finding, following and losing people while the page changes under the overlay. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Overlay } from '../../../extension/page/overlay.ts';
import type { Site } from '../../../extension/sites/site.ts';
import { dynamics } from '../../../extension/sites/dynamics.ts';
import { gmail } from '../../../extension/sites/gmail.ts';
import { sample } from '../../../extension/sites/sample.ts';
import {
  background,
  chipNames,
  chipView,
  chips,
  element,
  hosts,
  overlayOn,
  scroll,
  settled,
  type Background,
} from './stage.ts';

const ANA = 'email:ana@lead1.test';
const BJORN = 'email:bjorn@lead2.test';

let stop: AbortController;
let overlay: Overlay;
let known: Background;

beforeEach(() => {
  stop = new AbortController();
  known = background({
    [ANA]: chipView({ key: 'ana', label: 'Ana' }),
    [BJORN]: chipView({ key: 'bjorn', label: 'Bjorn' }),
  });
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

async function on(html: string, site: Site = sample) {
  overlay = await overlayOn(html, site, known, stop);
}

const line = (email: string) =>
  `<li data-mail><span data-email="${email}">somebody</span><span data-subject>subject</span></li>`;
const message = (people: readonly string[]) =>
  `<article data-message><header>${people.map((email) => `<b data-email="${email}">x</b>`).join('')}</header><div data-body></div></article>`;

describe('who gets a chip', () => {
  test('[OVR7] strangers have none, whatever they are called', async () => {
    await on(`<ul>${line('ana@lead1.test')}${line('stranger@nowhere.test')}</ul>`);
    expect(chipNames()).toEqual(['Ana']);
  });

  test('[OVR7] twice in a message is one lead; two leads in a thread are two chips', async () => {
    await on(message(['ana@lead1.test', 'bjorn@lead2.test', 'ana@lead1.test']) + message(['ana@lead1.test']));
    expect(chipNames()).toEqual(['Ana', 'Bjorn']);
  });

  test('[OVR7] when the first of two is hidden, the visible one carries the chip', async () => {
    await on(message(['ana@lead1.test']) + message(['ana@lead1.test']));
    const [first, second] = [...document.querySelectorAll('[data-email]')];
    if (!first || !second) throw new Error('two expected');
    expect(chips()[0]?.host.previousElementSibling).toBe(first);
    scroll(first, 'off');
    await settled();
    expect(chips().map(({ host }) => host.previousElementSibling)).toEqual([second]);
  });

  test('[PRI1] asks only about whom the screen shows, and about each once', async () => {
    document.body.innerHTML = `<ul>${line('ana@lead1.test')}${line('bjorn@lead2.test')}${line('ana@lead1.test')}</ul>`;
    scroll(element('li:nth-child(2)'), 'off');
    await on(document.body.innerHTML);
    scroll(element('li:nth-child(2)'), 'off');
    expect(known.asked('page.people').flatMap(({ people }) => people)).toHaveLength(2);
    expect(chipNames()).toEqual(['Ana', 'Ana']);
    scroll(element('li:nth-child(2)'), 'on');
    await settled();
    expect(chipNames()).toEqual(['Ana', 'Bjorn', 'Ana']);
    expect(known.asked('page.people').flatMap(({ people }) => people)).toHaveLength(2);
  });

  test('[OVR6] a list without addresses finds by record id whoever was once seen with an address', async () => {
    await on(
      `<table data-records><tr data-record="L-1" data-object="lead"><td data-name>Ana</td><td><a href="mailto:ana@lead1.test">a</a></td></tr></table>`,
    );
    expect(chipNames()).toEqual(['Ana']);
    document.body.innerHTML = `<table data-records><tr data-record="L-1" data-object="lead"><td data-name>Ana</td></tr></table>`;
    await settled();
    expect(chipNames()).toEqual(['Ana']);
  });
});

describe('[OVR4] the page changes', () => {
  test('a line that comes gets a chip, one that goes takes it along', async () => {
    await on(`<ul>${line('ana@lead1.test')}</ul>`);
    element('ul').insertAdjacentHTML('beforeend', line('bjorn@lead2.test'));
    await settled();
    expect(chipNames()).toEqual(['Ana', 'Bjorn']);
    element('li').remove();
    await settled();
    expect(chipNames()).toEqual(['Bjorn']);
  });

  test('a virtual list that reuses a line for somebody else changes its chip', async () => {
    await on(`<ul>${line('ana@lead1.test')}</ul>`);
    element('[data-email]').setAttribute('data-email', 'bjorn@lead2.test');
    await settled();
    expect(chipNames()).toEqual(['Bjorn']);
    element('[data-email]').setAttribute('data-email', 'stranger@nowhere.test');
    await settled();
    expect(hosts()).toEqual([]);
  });

  test('a line that names somebody else keeps its chip, bare until it is known whose', async () => {
    await on(`<ul>${line('ana@lead1.test')}</ul>`);
    const [first] = chips();
    const answer = known.answer['page.people'];
    known.answer['page.people'] = undefined;
    overlay.refresh();
    element('[data-email]').setAttribute('data-email', 'bjorn@lead2.test');
    await settled();
    expect(chips()[0]?.host).toBe(first?.host);
    expect(first?.button.className).toContain('veil');
    if (answer) known.answer['page.people'] = answer;
    overlay.refresh();
    await settled();
    expect(chipNames()).toEqual(['Bjorn']);
    expect(chips()[0]?.host).toBe(first?.host);
    expect(first?.button.className).not.toContain('veil');
  });

  test('a class that makes a line one is told by nobody: found by looking at everything', async () => {
    await on(
      `<table><tbody><tr role="row"><td><div class="yW"><span class="zF" email="ana@lead1.test">x</span></div></td><td><div class="xT"></div></td></tr></tbody></table>`,
      gmail,
    );
    element('tr').className = 'zA';
    document.body.append('anything');
    await new Promise((resolve) => setTimeout(resolve, 2_300));
    expect(chipNames()).toEqual(['Ana']);
  });

  test('a redrawn view gets its chips back; another view takes them away', async () => {
    await on(`<ul>${line('ana@lead1.test')}</ul>`);
    document.body.innerHTML = `<ul>${line('ana@lead1.test')}</ul>`;
    await settled();
    expect(chipNames()).toEqual(['Ana']);
    document.body.innerHTML = '<h1>Settings</h1>';
    await settled();
    expect(document.body.innerHTML).toBe('<h1>Settings</h1>');
  });

  test('a Dynamics address bar that moves to another record moves the chip', async () => {
    window.happyDOM.setURL('https://x.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=lead&id=1');
    known.leads.set('record:dynamics/lead/1', chipView({ label: 'One' }));
    known.leads.set('record:dynamics/lead/2', chipView({ label: 'Two' }));
    await on('<h1 data-id="header_title">Somebody</h1>', dynamics);
    expect(chipNames()).toEqual(['One']);
    window.happyDOM.setURL('https://x.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=lead&id=2');
    element('h1').append('!');
    await settled();
    expect(chipNames()).toEqual(['Two']);
  });

  test('takes a chip away three times: the overlay gives way there and says so once', async () => {
    await on(`<ul>${line('ana@lead1.test')}${line('bjorn@lead2.test')}</ul>`);
    for (let fight = 0; fight < 3; fight += 1) {
      expect(chipNames()).toEqual(['Ana', 'Bjorn']);
      chips()[0]?.host.remove();
      await settled();
    }
    expect(chipNames()).toEqual(['Bjorn']);
    document.body.append('anything');
    await settled();
    expect(chipNames()).toEqual(['Bjorn']);
    expect(known.asked('page.health')).toEqual([
      { site: 'sample', view: 'list', fallback: false, yielded: true },
    ]);
  });

  test('nothing is left behind, not even by an answer that comes late', async () => {
    const gate = Promise.withResolvers<void>();
    const { ask } = known;
    known = {
      ...known,
      ask: async (type, body) => {
        await gate.promise;
        return ask(type, body);
      },
    };
    await on(`<ul>${line('ana@lead1.test')}</ul>`);
    const before = document.documentElement.outerHTML;
    stop.abort();
    gate.resolve();
    await settled();
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

test('[OVR5] when only the last way works it is counted once: structure, never content', async () => {
  const row = (email: string) =>
    `<tr class="zA"><td class="yX"><div class="yW"><span email="${email}">x</span></div></td><td><div class="xT"></div></td></tr>`;
  await on(`<table><tbody>${row('ana@lead1.test')}${row('bjorn@lead2.test')}</tbody></table>`, gmail);
  expect(chipNames()).toEqual(['Ana', 'Bjorn']);
  document.body.append('anything');
  await settled();
  expect(known.asked('page.health')).toEqual([{ site: 'gmail', view: 'list', fallback: true }]);
});

describe('the background', () => {
  test('a change there is asked for and drawn in place', async () => {
    await on(`<ul>${line('ana@lead1.test')}</ul>`);
    const host = chips()[0]?.host;
    known.leads.set(ANA, chipView({ key: 'ana', label: 'Ana, answered' }));
    overlay.refresh();
    await settled();
    expect(chipNames()).toEqual(['Ana, answered']);
    expect(chips()[0]?.host).toBe(host);
    known.leads.delete(ANA);
    overlay.refresh();
    await settled();
    expect(hosts()).toEqual([]);
  });

  test('is not asked about addresses no mail could have, which would have all refused', async () => {
    await on(`<ul>${line(`${'a'.repeat(400)}@lead1.test`)}${line('ana@lead1.test')}</ul>`);
    expect(chipNames()).toEqual(['Ana']);
    expect(known.asked('page.people')).toEqual([{ people: [{ email: 'ana@lead1.test' }] }]);
  });

  test('that refuses is left alone until something changed', async () => {
    const answer = known.answer['page.people'];
    known.answer['page.people'] = () => undefined;
    await on(`<ul>${line('ana@lead1.test')}</ul>`);
    document.body.append('anything');
    await settled();
    expect(known.asked('page.people')).toHaveLength(1);
    if (answer) known.answer['page.people'] = answer;
    overlay.refresh();
    await settled();
    expect(chipNames()).toEqual(['Ana']);
  });
});

test('chips take dark colours on a dark page, whatever the system prefers, and follow its theme', async () => {
  document.body.style.backgroundColor = 'rgb(20, 22, 26)';
  await on(`<ul>${line('ana@lead1.test')}</ul>`);
  expect(chips()[0]?.button.className).toContain('dark');
  document.body.style.backgroundColor = 'rgb(255, 255, 255)';
  await settled();
  expect(chips()[0]?.button.className).not.toContain('dark');
  document.body.removeAttribute('style');
});
