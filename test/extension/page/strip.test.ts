/** The strip in a mail being written: when it stands there and what it asks (OVR3). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sample } from '../../../extension/sites/sample.ts';
import type { Site } from '../../../extension/sites/site.ts';
import {
  background,
  element,
  hosts,
  insideOf,
  overlayOn,
  settled,
  strips,
  type Background,
} from './stage.ts';

let stop: AbortController;
let known: Background;

beforeEach(() => {
  stop = new AbortController();
  known = background();
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
  document.body.removeAttribute('class');
});

const on = (html: string, site: Site) => overlayOn(html, site, known, stop);
const LEAD = 'marina@clinicavida.test';

describe('[OVR3] the strip', () => {
  const FORM = `<form data-compose><input name="to" value=""><input name="cc"><input name="bcc"><textarea data-write></textarea></form>`;

  test('appears with the first recipient, above the text, and goes with the mail', async () => {
    await on(FORM, sample);
    expect(hosts()).toEqual([]);
    const to = element('[name=to]') as HTMLInputElement;
    to.value = LEAD;
    to.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    expect(strips()[0]?.querySelector('[role=status]')?.textContent).toContain('17:30');
    expect(element('textarea').previousElementSibling).toBe(hosts()[0]);
    element('form').remove();
    await settled();
    expect(hosts()).toEqual([]);
  });

  test('asks again only when recipients change, and is off when nothing is to be said', async () => {
    await on(FORM, sample);
    const to = element('[name=to]') as HTMLInputElement;
    for (const value of [LEAD, `${LEAD}, other@lead2.test`]) {
      to.value = value;
      to.dispatchEvent(new Event('input', { bubbles: true }));
      await settled();
    }
    element('textarea').append('writing');
    await settled();
    expect(known.asked('page.compose').map(({ draft }) => draft.to)).toEqual([
      [LEAD],
      [LEAD, 'other@lead2.test'],
    ]);
    known.answer['page.compose'] = () => ({ strip: null });
    to.value = 'stranger@nowhere.test';
    to.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    expect(hosts()).toEqual([]);
  });
});

test('[OVR3] the strip follows the ground it stands on', async () => {
  await on(`<form data-compose><input name="to" value="${LEAD}"><div data-write></div></form>`, sample);
  expect(strips()[0]?.className).not.toContain('dark');
  document.body.style.backgroundColor = 'rgb(20, 22, 26)';
  await settled();
  expect(strips()[0]?.className).toContain('dark');
  document.body.removeAttribute('style');
});

test('a strip in its closed root', async () => {
  await on(`<form data-compose><input name="to" value="${LEAD}"><div data-write></div></form>`, sample);
  const [host] = hosts();
  expect(host?.shadowRoot).toBeNull();
  expect(host && insideOf(host).mode).toBe('closed');
});
