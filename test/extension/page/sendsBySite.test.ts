/** How each webmail shows that a mail was sent, and what only looks like it (ATT1). */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gmail } from '../../../extension/sites/gmail.ts';
import { odoo } from '../../../extension/sites/odoo.ts';
import { roundcube } from '../../../extension/sites/roundcube.ts';
import type { Site } from '../../../extension/sites/site.ts';
import { background, element, key, overlayOn, press, settled, toasts, type Background } from './stage.ts';

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
const DRAFT = { to: [LEAD], cc: [], bcc: [], answering: [] };
const sent = () => known.asked('page.sent').map(({ draft }) => draft);
const says = (kind: string) =>
  element('#messagestack').insertAdjacentHTML('beforeend', `<div class="${kind} content ui alert"></div>`);
const leaves = () => window.dispatchEvent(new Event('pagehide'));

describe('Gmail', () => {
  const WINDOW = `<div role="dialog"><div class="M9"><form class="bAs"><div name="to"><div role="option" data-hovercard-id="${LEAD}"></div></div></form>
    <table class="iN"><tbody><tr><td><div role="button" class="aoO">Send</div><div role="button" class="hG"></div><div role="button" class="oh">x</div></td></tr></tbody></table></div></div>`;

  test('[ATT1] sent, then taken back by its own undo', async () => {
    await on(WINDOW, gmail);
    press(element('.aoO'));
    element('[role=dialog]').remove();
    document.body.insertAdjacentHTML(
      'beforeend',
      '<div class="vh">Message sent <span id="link_undo" role="link">Undo</span> <span id="link_vsm" role="link">View message</span></div>',
    );
    await settled();
    expect(sent()).toEqual([DRAFT]);
    press(element('#link_undo'));
    await settled();
    expect(known.asked('page.unsent').map(({ send }) => send)).toEqual(
      known.asked('page.sent').map(({ send }) => send),
    );
  });

  test('[ATT1] Send by keyboard: Enter on the control', async () => {
    await on(WINDOW, gmail);
    key(element('.aoO'), { key: 'Enter' });
    element('[role=dialog]').remove();
    await settled();
    expect(sent()).toEqual([DRAFT]);
  });

  test.each(['.oh', '.hG'])('[ATT1] %s closes it: none', async (control) => {
    await on(WINDOW, gmail);
    press(element(control));
    element('[role=dialog]').remove();
    document.body.insertAdjacentHTML('beforeend', '<span id="link_undo">Undo</span>');
    await settled();
    expect(sent()).toEqual([]);
  });

  test('the toast of the mail before proves nothing about this one', async () => {
    await on(`<span id="link_vsm">View message</span>${WINDOW}`, gmail);
    press(element('.aoO'));
    document.body.append('an alert');
    await settled();
    expect(sent()).toEqual([]);
  });
});

describe('a webmail that posts a form and leaves the page (Roundcube)', () => {
  const COMPOSE = `<form name="form"><textarea id="_to">Marina &lt;${LEAD}&gt;</textarea><textarea id="_cc"></textarea><textarea id="_bcc"></textarea><div id="composebodycontainer"></div></form>
    <a class="save draft" href="#">Save</a><button type="button" class="send">Send</button><div id="messagestack"></div>`;

  beforeEach(() => {
    window.happyDOM.setURL('https://mail.ours.test/?_task=mail&_action=compose&_id=1');
    document.body.className = 'task-mail action-compose';
  });

  test('[ATT1] sent: kept outside the page before it leaves, confirmed as it leaves', async () => {
    await on(COMPOSE, roundcube);
    press(element('.send'));
    says('confirmation');
    await settled();
    expect(sent()).toEqual([]);
    expect(known.asked('page.sending').map(({ draft }) => draft)).toEqual([DRAFT]);
    leaves();
    await settled();
    expect(known.asked('page.sent').map(({ send }) => send)).toEqual(
      known.asked('page.sending').map(({ send }) => send),
    );
  });

  test('[ATT2] the next page of the tab confirms what the last one could not, under the same id', async () => {
    const send = { send: 's-1', draft: DRAFT, at: 1, chosen: false };
    known.answer['page.unsettled'] = () => ({ sends: [send] });
    await on('<div id="messagelist"></div>', roundcube);
    expect(known.asked('page.sent')).toEqual([{ send: 's-1', draft: DRAFT, at: 1, chosen: false }]);
    expect(toasts()).toHaveLength(1);
  });

  test.each([
    ['a draft saved', () => press(element('.draft')), 'confirmation'],
    ['a mail refused', () => press(element('.send')), 'error'],
    ['the send control and no word from the page', () => press(element('.send')), 'loading'],
  ])('[ATT1] %s, then the page left: none', async (_what, act, word) => {
    await on(COMPOSE, roundcube);
    act();
    says(word);
    await settled();
    leaves();
    await settled();
    expect(known.asked('page.sending')).toEqual([]);
    expect(sent()).toEqual([]);
  });

  test('confirmed, but the page stays: taken back', async () => {
    await on(COMPOSE, roundcube);
    vi.useFakeTimers();
    press(element('.send'));
    says('confirmation');
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    expect(known.asked('page.unsent')).toEqual([{ send: known.asked('page.sending')[0]?.send }]);
    leaves();
    expect(sent()).toEqual([]);
  });
});

describe('a composer inside the record that stays (Odoo)', () => {
  const CHATTER = `<div class="o-mail-Chatter-top"><button class="o-mail-Chatter-sendMessage">Send message</button>
    <div class="o-mail-SuggestedRecipient"><input type="checkbox" checked><label>Marina (${LEAD})</label></div>
    <div class="o-mail-SuggestedRecipient"><input type="checkbox"><label>Ivy (ivy@b.test)</label></div>
    <div class="o-mail-Composer"><textarea></textarea><button class="o-mail-Composer-send">Send</button></div></div>`;
  const closes = () => {
    document
      .querySelectorAll('.o-mail-SuggestedRecipient, .o-mail-Composer')
      .forEach((each) => each.remove());
  };

  test('[ATT1] sent: the composer closes, the record stays', async () => {
    await on(CHATTER, odoo);
    press(element('.o-mail-Composer-send'));
    await settled();
    expect(sent()).toEqual([]);
    closes();
    await settled();
    expect(sent()).toEqual([DRAFT]);
  });

  test('[ATT1] closed by its own button, and a note without recipients: none', async () => {
    await on(CHATTER, odoo);
    press(element('.o-mail-Chatter-sendMessage'));
    closes();
    await settled();
    element('.o-mail-Chatter-top').insertAdjacentHTML(
      'beforeend',
      '<div class="o-mail-Composer"><textarea></textarea><button class="o-mail-Composer-send">Log</button></div>',
    );
    await settled();
    press(element('.o-mail-Composer-send'));
    closes();
    await settled();
    expect(sent()).toEqual([]);
  });
});
