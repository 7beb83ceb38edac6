/** Mails taken back, and mails the page asks about before it sends them (ATT1): a mail counts when it really went. */
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { sample } from '../../../extension/sites/sample.ts';
import type { ComposeView, Site } from '../../../extension/sites/site.ts';
import { background, element, key, overlayOn, press, settled, type Background } from './stage.ts';

let stop: AbortController;
let known: Background;

beforeEach(() => {
  stop = new AbortController();
  known = background();
  window.happyDOM.setURL('https://mail.ours.test/');
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
  document.documentElement.removeAttribute('lang');
});

const LEAD = 'marina@clinicavida.test';
const OTHER = 'rafael@nunes.test';
const DRAFT = { to: [LEAD], cc: [], bcc: [], answering: [] };
const form = (
  to: string,
  more = '',
) => `<form data-compose><input name="to" value="${to}"><input name="cc"><input name="bcc">
  <textarea data-write></textarea><button type="button" data-send>Send</button>${more}</form>`;
const site = (more: Partial<ComposeView>): Site => {
  if (!sample.compose) throw new Error('the sample writes mail');
  return { ...sample, compose: { ...sample.compose, ...more } };
};
const on = (html: string, more: Partial<ComposeView> = {}) => overlayOn(html, site(more), known, stop);
const sent = () => known.asked('page.sent');

describe('the webmail’s own undo', () => {
  const UNDO: Partial<ComposeView> = { unsend: ['[data-undo]'] };
  const TOAST = '<p data-sent>Sent <button data-undo>Undo</button></p>';
  const send = async () => {
    await on(form(LEAD), UNDO);
    press(element('[data-send]'));
    element('form').remove();
    document.body.insertAdjacentHTML('beforeend', TOAST);
    await settled();
  };

  test('[ATT1] takes back the mail it speaks of, once, by mouse or key', async () => {
    await send();
    key(element('[data-undo]'), { key: 'Enter' });
    press(element('[data-undo]'));
    await settled();
    expect(known.asked('page.unsent')).toEqual([{ send: sent()[0]?.send }]);
  });

  test('[ATT1] a mail written again after it is another mail', async () => {
    await send();
    press(element('[data-undo]'));
    element('[data-sent]').remove();
    document.body.insertAdjacentHTML('beforeend', form(LEAD));
    await settled();
    press(element('[data-send]'));
    element('form').remove();
    await settled();
    expect(new Set(sent().map((each) => each.send)).size).toBe(2);
  });

  /** Of a reply nothing but the undo tells: no proof stands beside it. */
  const reply = async () => {
    await on(form(LEAD), UNDO);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    press(element('[data-send]'));
    element('form').remove();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<p><i data-other>Next</i><button data-undo>Undo</button></p>',
    );
    await settled();
    vi.setSystemTime(Date.now() + 25_000);
  };

  test('[ATT1] is believed for as long as it is offered where the page proves nothing', async () => {
    await reply();
    press(element('[data-undo]'));
    expect(known.asked('page.unsent')).toEqual([{ send: sent()[0]?.send }]);
  });

  test('[ATT1] an undo after something else was done speaks of that: the mail stays sent', async () => {
    await reply();
    press(element('[data-other]'));
    press(element('[data-undo]'));
    expect(known.asked('page.unsent')).toEqual([]);
  });

  test('[OVR2] pressed by the page itself it takes back nothing', async () => {
    await send();
    element('[data-undo]').click();
    await settled();
    expect(known.asked('page.unsent')).toEqual([]);
  });
});

describe('[ATT1] an undo that nothing marks: the mail is open again', () => {
  const BACK: Partial<ComposeView> = { backWithinMs: 15_000 };
  const send = async () => {
    await on(form(LEAD), BACK);
    press(element('[data-send]'));
    element('form').remove();
    await settled();
    expect(sent()).toHaveLength(1);
  };

  test('soon after: it was taken back, and counts again once it is sent', async () => {
    await send();
    document.body.insertAdjacentHTML('beforeend', form(LEAD));
    await settled();
    expect(known.asked('page.unsent')).toEqual([{ send: sent()[0]?.send }]);
    press(element('[data-send]'));
    element('form').remove();
    await settled();
    expect(new Set(sent().map((each) => each.send)).size).toBe(2);
    expect(known.asked('page.unsent')).toHaveLength(1);
  });

  test.each<[string, string, number, Partial<ComposeView>]>([
    ['to somebody else', OTHER, 0, BACK],
    ['later than that', LEAD, 20_000, BACK],
    ['where the site has a mark of its own', LEAD, 0, {}],
  ])('%s: another mail', async (_what, to, laterMs, more) => {
    await on(form(LEAD), more);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    press(element('[data-send]'));
    element('form').remove();
    await settled();
    vi.setSystemTime(Date.now() + laterMs);
    document.body.insertAdjacentHTML('beforeend', form(to));
    await settled();
    expect(known.asked('page.unsent')).toEqual([]);
  });

  test('one that was open all the time is another mail', async () => {
    await on(form(LEAD) + form(LEAD), BACK);
    press(element('[data-send]'));
    element('form').remove();
    await settled();
    expect(sent()).toHaveLength(1);
    expect(known.asked('page.unsent')).toEqual([]);
  });
});

describe('[ATT1] what the page asks before it sends', () => {
  const QUESTION =
    '<div role="alertdialog">No attachment. <button data-yes>Send</button><button data-no>Back</button></div>';
  const ask = async () => {
    await on(form(LEAD), {});
    press(element('[data-send]'));
    document.body.insertAdjacentHTML('beforeend', QUESTION);
    await settled();
  };

  test('answered with yes: one, though nothing else proves it', async () => {
    await ask();
    press(element('[data-yes]'));
    element('[role=alertdialog]').remove();
    element('form').remove();
    await settled();
    expect(sent().map(({ draft }) => draft)).toEqual([DRAFT]);
  });

  test('answered with no, and the mail left lying or thrown away: none', async () => {
    await ask();
    press(element('[data-no]'));
    element('[role=alertdialog]').remove();
    await settled();
    press(element('textarea'));
    element('form').remove();
    await settled();
    expect(sent()).toEqual([]);
  });

  test('a dialog that stood there before is something else', async () => {
    await on(form(LEAD) + QUESTION, {});
    press(element('[data-send]'));
    press(element('[data-yes]'));
    element('form').remove();
    await settled();
    expect(sent()).toEqual([]);
  });
});
