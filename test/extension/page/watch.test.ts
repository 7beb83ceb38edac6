/** When the page is looked at: gathered, only while visible, never because of our own nodes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askTwice } from '../../../extension/page/askTwice.ts';
import { surface } from '../../../extension/page/surface.ts';
import { startTicker } from '../../../extension/page/ticker.ts';
import { watchPage } from '../../../extension/page/watch.ts';
import { settled } from './stage.ts';

const WATCHED = { attributes: ['data-email'], text: false };

let stop: AbortController;
beforeEach(() => (stop = new AbortController()));
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

test('[OVR4] many changes are one look; our own nodes are none', async () => {
  const look = vi.fn<() => void>();
  watchPage(WATCHED, look, () => {}, stop.signal);
  expect(look).toHaveBeenCalledTimes(1);
  for (let line = 0; line < 50; line += 1) document.body.append(document.createElement('p'));
  await settled();
  expect(look).toHaveBeenCalledTimes(2);
  document.body.append(surface('', '').host);
  await settled();
  expect(look).toHaveBeenCalledTimes(2);
});

test('a hidden page is looked at when it shows again, and clocks rest', async () => {
  vi.useFakeTimers();
  const look = vi.fn<() => void>();
  const tick = vi.fn<() => void>();
  watchPage(WATCHED, look, () => {}, stop.signal);
  startTicker(tick, stop.signal);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.body.append('new');
  await vi.advanceTimersByTimeAsync(5000);
  expect(look).toHaveBeenCalledTimes(1);
  expect(tick).not.toHaveBeenCalled();
  hidden.mockReturnValue(false);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(500);
  expect(look).toHaveBeenCalledTimes(2);
  expect(tick).toHaveBeenCalledTimes(1);
  vi.useRealTimers();
});

test('[OVR4] after an abort nothing looks and nothing ticks', async () => {
  const look = vi.fn<() => void>();
  watchPage(WATCHED, look, () => {}, stop.signal);
  document.body.append('due');
  stop.abort();
  document.body.append('later');
  await settled();
  expect(look).toHaveBeenCalledTimes(1);
});

test('a background that is just waking is asked a second time, then left in peace', async () => {
  const ask = vi.fn<() => Promise<undefined>>().mockResolvedValue(undefined);
  expect(await askTwice(ask)('page.unsettled', {})).toBeUndefined();
  expect(ask).toHaveBeenCalledTimes(2);
});
