/** What one click teaches (OVR5): selectors that last, whether it is a list, and never other people's words. */
import { afterEach, describe, expect, test } from 'vitest';
import { lessonFrom } from '../../../extension/page/lesson.ts';

afterEach(() => document.body.replaceChildren());

function learn(html: string, clicked = '[data-click]') {
  document.body.innerHTML = html;
  const element = document.querySelector(clicked);
  if (!element) throw new Error(`no ${clicked}`);
  const lesson = lessonFrom(element);
  return typeof lesson === 'string' ? lesson : { ...lesson.view, found: lesson.found };
}

describe('[OVR5] a list', () => {
  test('whose cells name their column', () => {
    const row = (mail: string, click = '') =>
      `<tr><td data-field="name">N</td><td data-field="email" ${click}>${mail}</td></tr>`;
    expect(
      learn(`<table><tbody>${row('ana@a.test', 'data-click')}${row('bo@b.test')}${row('-')}</tbody></table>`),
    ).toEqual({
      view: 'list',
      rows: ['tbody > tr'],
      people: ['td[data-field="email"]'],
      address: 'text',
      found: ['ana@a.test', 'bo@b.test'],
    });
  });

  test('whose links say it: the link is believed, not what is written in it', () => {
    const item = (mail: string) => `<li class="person"><a href="mailto:${mail}"><b>Somebody</b></a></li>`;
    expect(learn(`<ul>${item('ana@a.test')}${item('bo@b.test')}</ul>`, 'b')).toMatchObject({
      view: 'list',
      rows: ['li.person'],
      people: ['a[href^="mailto:" i]'],
      address: 'mailto',
      found: ['ana@a.test', 'bo@b.test'],
    });
  });

  test('whose rows have a role, and an attribute of their own for the address', () => {
    const row = (mail: string) =>
      `<div role="row"><span data-email="${mail}" title="x"><i>Somebody else@other.test</i></span></div>`;
    expect(learn(`<div>${row('ana@a.test')}${row('bo@b.test')}</div>`, 'i')).toMatchObject({
      view: 'list',
      rows: ['div[role="row"]'],
      people: ['[data-email]'],
      address: { attribute: 'data-email' },
    });
  });
});

describe('[OVR5] a record', () => {
  test('with a field of its own', () => {
    expect(
      learn('<form><input name="phone"><input name="contact_email" value="ana@a.test" data-click></form>'),
    ).toEqual({
      view: 'record',
      rows: ['input[name="contact_email"]'],
      address: 'value',
      found: ['ana@a.test'],
    });
  });

  test('told apart from another person of the page by what stands around it', () => {
    const page = `<header><a href="mailto:me@ours.test">me</a></header><main><p><a href="mailto:ana@a.test" data-click>x</a></p></main>`;
    expect(learn(page)).toMatchObject({ view: 'record', found: ['ana@a.test'] });
  });
});

describe('[OVR5] what lasts', () => {
  test('names that a build tool made or that count things are not used', () => {
    const page = `<div id="row-4711"><p class="css-1x9z8 sc-bdVaJa email-line" data-click>ana@a.test</p><p>x</p></div>`;
    expect(learn(page)).toMatchObject({ rows: ['p.email-line'] });
  });

  test('nothing that is written on the page is ever in a selector', () => {
    const page = `<div data-name="Ana Kovac" title="Ana Kovac"><span data-name="ana@a.test" data-click>ana@a.test</span></div>`;
    expect(JSON.stringify((learn(page) as { rows: unknown }).rows)).not.toMatch(/Ana|ana@/);
  });
});

describe('[OVR6] not learnt', () => {
  test.each([
    ['a mail’s text', '<blockquote><a href="mailto:q@q.test" data-click>q</a></blockquote>', 'content'],
    ['what somebody is writing', '<div contenteditable="true"><b data-click>q@q.test</b></div>', 'content'],
    ['an address inside a sentence', '<p data-click>Write to ana@a.test today</p>', 'nothing'],
    ['no address at all', '<p data-click>Ana</p>', 'nothing'],
    ['a label', '<p aria-label="ana@a.test" data-click>Ana</p>', 'nothing'],
  ])('%s', (_what, html, why) => {
    expect(learn(html)).toBe(why);
  });
});
