/** Mails that go out later, from a window or a form of their own, or from one of several open at once (ATT1, ATT5). */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sample } from '../../../extension/sites/sample.ts';
import type { ComposeView, Site } from '../../../extension/sites/site.ts';
import {
  background,
  element,
  hosts,
  key,
  overlayOn,
  press,
  settled,
  strips,
  type Background,
} from './stage.ts';

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
const leaves = () => window.dispatchEvent(new Event('pagehide'));

describe('[ATT5] sent later', () => {
  const LATER: Partial<ComposeView> = {
    later: { send: ['[data-hour]', '[data-own]'], around: '[role=dialog]' },
  };
  const MENU =
    '<div role="dialog"><div data-hour>Tomorrow <b>Nov 23,\n 8:00 AM</b></div><div data-pick>Pick…</div></div>';
  const OWN =
    '<div role="dialog"><input value="Nov 24, 2026"><input value="9:15 AM"><div data-hour>Schedule</div></div>';

  test('from a dialog of its own: the hour goes along as the page writes it, in its language', async () => {
    document.documentElement.lang = 'en';
    await on(form(LEAD), LATER);
    document.body.insertAdjacentHTML('beforeend', MENU);
    press(element('[data-hour]'));
    element('form').remove();
    await settled();
    expect(sent()).toMatchObject([
      { draft: DRAFT, later: { text: 'Tomorrow Nov 23, 8:00 AM', language: 'en' } },
    ]);
  });

  test('at an hour of one’s own: the fields of the dialog say it', async () => {
    await on(form(LEAD), LATER);
    document.body.insertAdjacentHTML('beforeend', OWN);
    press(element('[data-hour]'));
    element('form').remove();
    await settled();
    expect(sent()).toMatchObject([{ later: { text: 'Nov 24, 2026 9:15 AM' } }]);
  });

  test('a control there that tells no hour plans nothing', async () => {
    await on(form(LEAD), LATER);
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog"><div data-hour>Not now</div></div>');
    press(element('[data-hour]'));
    element('form').remove();
    await settled();
    expect(sent()).toEqual([]);
  });

  test('the dialog left again: none', async () => {
    await on(form(LEAD), LATER);
    document.body.insertAdjacentHTML('beforeend', MENU);
    press(element('[data-pick]'));
    element('[role=dialog]').remove();
    await settled();
    element('form').remove();
    await settled();
    expect(sent()).toEqual([]);
  });

  test('of several mails it speaks of the one the person was at', async () => {
    await on(form(LEAD) + form(OTHER), LATER);
    const second = document.querySelectorAll('form')[1];
    const text = second?.querySelector('textarea');
    if (text) press(text);
    document.body.insertAdjacentHTML('beforeend', MENU);
    press(element('[data-hour]'));
    second?.remove();
    await settled();
    expect(sent().map(({ draft }) => draft.to)).toEqual([[OTHER]]);
  });
});

describe('[ATT1] a window of one mail, closing by itself', () => {
  const ALONE: Partial<ComposeView> = { alone: ['?view=alone'] };
  beforeEach(() => window.happyDOM.setURL('https://mail.ours.test/?view=alone'));

  test('after the send control: one', async () => {
    await on(form(LEAD), ALONE);
    press(element('[data-send]'));
    leaves();
    expect(sent().map(({ draft }) => draft)).toEqual([DRAFT]);
  });

  test('by Ctrl+Enter: one, and only one when its page also proves it', async () => {
    await on(form(LEAD), ALONE);
    key(element('textarea'), { key: 'Enter', ctrlKey: true });
    document.body.insertAdjacentHTML('beforeend', '<p data-sent>Sent</p>');
    await settled();
    leaves();
    expect(sent()).toHaveLength(1);
  });

  test.each([
    ['closed by the person without sending', () => {}],
    [
      'closed after the send control and something else',
      () => {
        press(element('[data-send]'));
        press(element('textarea'));
      },
    ],
    [
      'refused, then closed',
      () => {
        press(element('[data-send]'));
        element('form').insertAdjacentHTML('beforeend', '<p data-send-error>No such address</p>');
      },
    ],
    ['thrown away', () => press(element('[data-discard]'))],
  ])('%s: none', async (_what, act) => {
    await on(form(LEAD, '<button type="button" data-discard>x</button>'), ALONE);
    act();
    await settled();
    leaves();
    expect(sent()).toEqual([]);
  });

  test('the main window going away proves nothing', async () => {
    window.happyDOM.setURL('https://mail.ours.test/');
    await on(form(LEAD), ALONE);
    press(element('[data-send]'));
    leaves();
    expect(sent()).toEqual([]);
  });
});

describe('[ATT1] a form of any site, where nothing proves a sending', () => {
  const EITHER: Partial<ComposeView> = { leaves: 'either' };

  test('that goes away on the page: one', async () => {
    await on(form(LEAD), EITHER);
    press(element('[data-send]'));
    element('form').remove();
    await settled();
    expect(sent().map(({ draft }) => draft)).toEqual([DRAFT]);
    expect(known.asked('page.sending').map(({ send }) => send)).toEqual(sent().map(({ send }) => send));
  });

  test('that takes the page with it: the next page of the tab confirms it', async () => {
    const sending = { send: 's-1', draft: DRAFT, at: 1, chosen: false, unproven: true };
    known.answer['page.unsettled'] = () => ({ sends: [sending] });
    await on('<p>Thank you</p>', EITHER);
    expect(sent()).toEqual([sending]);
  });

  test('that comes back with the same mail was not sent', async () => {
    const sending = { send: 's-1', draft: DRAFT, at: 1, chosen: false, unproven: true };
    known.answer['page.unsettled'] = () => ({ sends: [sending] });
    await on(form(LEAD, '<p>Subject is missing</p>'), EITHER);
    expect(sent()).toEqual([]);
    expect(known.asked('page.unsent')).toEqual([{ send: 's-1' }]);
  });

  test('that stayed, and the person went on: what was kept outside is dropped, also when they leave', async () => {
    await on(form(LEAD), EITHER);
    press(element('[data-send]'));
    press(element('textarea'));
    leaves();
    await settled();
    expect(sent()).toEqual([]);
    expect(known.asked('page.unsent').map(({ send }) => send)).toEqual(
      known.asked('page.sending').map(({ send }) => send),
    );
  });
});

describe('chips beside recipients', () => {
  const PILLS: Partial<ComposeView> = {
    recipients: { to: ['[data-to]'], cc: ['[data-cc]'], bcc: ['[data-bcc]'] },
    how: ['@data-address'],
    chips: { self: 'beforeend' },
  };
  const PAGE = `<form data-compose><i data-to data-address="${LEAD}"></i><i data-cc data-address="${OTHER}"></i>
    <i data-bcc data-address="x@stranger.test"></i><textarea data-write></textarea></form>`;

  test('[OVR1] stand in each lead’s own, whatever the field, and strangers have none', async () => {
    const { chipView, chips } = await import('./stage.ts');
    known.leads.set(`email:${LEAD}`, chipView({ key: 'm', label: 'Marina' }));
    known.leads.set(`email:${OTHER}`, chipView({ key: 'r', label: 'Rafael' }));
    await on(PAGE, PILLS);
    expect(chips().map(({ host, name }) => [host.parentElement?.getAttribute('data-address'), name])).toEqual(
      [
        [LEAD, 'Marina'],
        [OTHER, 'Rafael'],
      ],
    );
    element('[data-cc]').remove();
    await settled();
    expect(chips()).toHaveLength(1);
    expect(hosts()).toHaveLength(2);
    expect(strips()).toHaveLength(1);
  });
});
