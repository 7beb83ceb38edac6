/** Telling a mail really sent from everything that only looks like it (ATT1). */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startOverlay } from '../../../extension/page/overlay.ts';
import { gmail } from '../../../extension/sites/gmail.ts';
import { roundcube } from '../../../extension/sites/roundcube.ts';
import { sample } from '../../../extension/sites/sample.ts';
import type { Site } from '../../../extension/sites/site.ts';
import {
  background,
  insideOf,
  hosts,
  key,
  press,
  settled,
  strips,
  toasts,
  type Background,
} from './stage.ts';

const LEAD = 'marina@clinicavida.test';
const DRAFT = { to: [LEAD], cc: [], bcc: [], answering: [] };

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

async function on(html: string, site: Site) {
  document.body.innerHTML = html;
  startOverlay(
    { site, ask: known.ask, frameUrl: 'chrome-extension://x/card.html', beat: () => {} },
    stop.signal,
  );
  await settled();
}

function element(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

const toggleOfStrip = () => strips()[0]?.querySelector('button');
const closes = () => element('form').remove();
const says = (kind: string) =>
  element('#messagestack').insertAdjacentHTML('beforeend', `<div class="${kind} content ui alert"></div>`);
const leaves = () => window.dispatchEvent(new Event('pagehide'));
const sent = () => known.asked('page.sent').map(({ draft }) => draft);

describe('a mail that closes when it is sent', () => {
  const FORM = `<form data-compose><input name="to" value="Marina &lt;${LEAD}&gt;"><input name="cc"><input name="bcc">
    <textarea data-write></textarea><button type="button" data-send>Send</button>
    <button type="button" data-draft>Save</button><button type="button" data-discard>Discard</button></form>`;

  test('[ATT1] the send control and then the mail gone: one attempt', async () => {
    await on(FORM, sample);
    press(element('[data-send]'));
    closes();
    await settled();
    expect(sent()).toEqual([DRAFT]);
  });

  test('[ATT1] Ctrl+Enter in the mail is the send control too', async () => {
    await on(FORM, sample);
    key(element('textarea'), { key: 'Enter', ctrlKey: true });
    closes();
    await settled();
    expect(sent()).toEqual([DRAFT]);
  });

  test.each(['[data-draft]', '[data-discard]', 'textarea'])('[ATT1] closed by %s: none', async (control) => {
    await on(FORM, sample);
    press(element(control));
    closes();
    await settled();
    expect(sent()).toEqual([]);
  });

  test('[ATT1] refused, then discarded: none', async () => {
    await on(FORM, sample);
    press(element('[data-send]'));
    element('form').insertAdjacentHTML('beforeend', '<p data-send-error>No such address</p>');
    await settled();
    press(element('[data-discard]'));
    closes();
    await settled();
    expect(sent()).toEqual([]);
  });

  test('[ATT1] the send control, silence, then something else and the mail gone: in doubt, none', async () => {
    await on(FORM, sample);
    press(element('[data-send]'));
    await settled();
    press(element('[data-discard]'));
    closes();
    await settled();
    expect(sent()).toEqual([]);
  });

  test('in doubt, but then the page proves it: one', async () => {
    await on(FORM, sample);
    press(element('[data-send]'));
    press(element('textarea'));
    closes();
    document.body.insertAdjacentHTML('beforeend', '<p data-sent>Sent</p>');
    await settled();
    expect(sent()).toEqual([DRAFT]);
  });

  test('[ATT2] pressed twice, sent once: one, under one id', async () => {
    await on(FORM, sample);
    press(element('[data-send]'));
    press(element('[data-send]'));
    closes();
    await settled();
    document.body.insertAdjacentHTML('beforeend', '<p data-sent>Sent</p>');
    await settled();
    expect(known.asked('page.sent')).toHaveLength(1);
  });

  test('recipients are those at the press, even when typed a moment before', async () => {
    await on(FORM, sample);
    (element('[name=cc]') as HTMLInputElement).value = 'late@lead2.test';
    press(element('[data-send]'));
    closes();
    await settled();
    expect(sent()).toEqual([{ ...DRAFT, cc: ['late@lead2.test'] }]);
  });

  test('[OVR2] a click the page makes up sends nothing', async () => {
    await on(FORM, sample);
    element('[data-send]').click();
    closes();
    await settled();
    expect(sent()).toEqual([]);
  });

  test('[ATT1] "do not count", said before sending, counts nothing and can be taken back', async () => {
    await on(FORM, sample);
    expect(toggleOfStrip()?.textContent).toBe('do not count');
    const first = toggleOfStrip();
    if (first) press(first);
    expect(toggleOfStrip()?.textContent).toBe('count');
    press(element('[data-send]'));
    closes();
    await settled();
    expect(sent()).toEqual([]);
  });

  test('[ATT1] undo for as long as it is offered', async () => {
    await on(FORM, sample);
    press(element('[data-send]'));
    closes();
    await settled();
    const [toast] = toasts();
    const undo = toast?.querySelector('button');
    expect(toast?.querySelector('[role=status]')?.textContent).toBe('Attempt logged');
    expect(undo?.textContent).toMatch(/^Undo \((10|9) s\)$/);
    expect(undo?.getAttribute('aria-label')).toBe('Undo');
    if (undo) press(undo);
    await settled();
    expect(known.asked('page.undo')).toEqual([{ toast: `undo ${known.asked('page.sent')[0]?.send}` }]);
    expect(toasts()).toEqual([]);
  });

  test('the toast goes when undo is over', async () => {
    await on(FORM, sample);
    known.answer['page.sent'] = () => ({
      toast: { id: 'x', text: 'Attempt logged', undoLabel: 'Undo', undoUntil: Date.now() + 300 },
    });
    press(element('[data-send]'));
    closes();
    await settled();
    expect(toasts()).toHaveLength(1);
    await vi.waitFor(() => expect(toasts()).toEqual([]));
  });
});

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
      // oxlint-disable-next-line no-await-in-loop -- one change after another
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
    expect(known.asked('page.undo')).toHaveLength(1);
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
    const send = { send: 's-1', draft: DRAFT, at: 1, discount: false };
    known.answer['page.unsettled'] = () => ({ sends: [send] });
    await on('<div id="messagelist"></div>', roundcube);
    expect(known.asked('page.sent')).toEqual([{ send: 's-1', draft: DRAFT, at: 1 }]);
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

test('a strip in its closed root', async () => {
  await on(`<form data-compose><input name="to" value="${LEAD}"><div data-write></div></form>`, sample);
  const [host] = hosts();
  expect(host?.shadowRoot).toBeNull();
  expect(host && insideOf(host).mode).toBe('closed');
});
