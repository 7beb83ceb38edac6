/** Telling a mail really sent from everything that only looks like it (ATT1). */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sample } from '../../../extension/sites/sample.ts';
import type { Site } from '../../../extension/sites/site.ts';
import {
  background,
  STRIP,
  element,
  key,
  overlayOn,
  press,
  settled,
  strips,
  toasts,
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
const DRAFT = { to: [LEAD], cc: [], bcc: [], answering: [] };
const sent = () => known.asked('page.sent').map(({ draft }) => draft);
const toggleOfStrip = () => strips()[0]?.querySelector<HTMLElement>('[data-id=count]');
const closes = () => element('form').remove();

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

  test('[ATT1] while nothing is logged by itself, this one mail can be chosen on the strip', async () => {
    known.answer['page.compose'] = () => ({ strip: { ...STRIP, counting: false } });
    await on(FORM, sample);
    const count = toggleOfStrip();
    expect(count?.textContent).toBe('count');
    expect(count?.closest('.strip')?.textContent).toContain('This email is not logged.');
    if (count) press(count);
    press(element('[data-send]'));
    closes();
    await settled();
    expect(known.asked('page.sent')).toMatchObject([{ chosen: true }]);
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
