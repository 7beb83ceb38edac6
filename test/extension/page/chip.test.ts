/** The chip by itself: what it says, when it changes, whom it lets open it, and what it keeps to itself. */
import { afterEach, expect, test } from 'vitest';
import { clockFaceAt, faceHoldsUntil } from '../../../shared/ui/face.ts';
import { createChip } from '../../../extension/page/chip.ts';
import { chipView, clock, insideOf, key, press } from './stage.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;

afterEach(() => document.body.replaceChildren());

function shown(view = chipView(), open: () => void = () => {}) {
  const chip = createChip(view, NOON, open);
  document.body.append(chip.host);
  const button = insideOf(chip.host).querySelector('button');
  if (!button) throw new Error('no button');
  return { chip, button };
}

test('[OVR1] says score, stage and nearest clock, in words and to a screen reader', () => {
  const { button } = shown(chipView({ clock: clock({ dueAt: NOON + 80 * MINUTE }) }));
  expect(button.textContent).toBe('72MQL1 h 20 left');
  expect(button.getAttribute('aria-label')).toBe('Combinado: score 72, MQL, 1 h 20 left');
  expect(button.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

test('[OVR1] colour means clock state only, always with another shape and other words', () => {
  const face = clock({ dueAt: NOON + 80 * MINUTE, riskAt: NOON + 60 * MINUTE });
  const { chip, button } = shown(chipView({ clock: face }));
  const looks = [NOON, NOON + 60 * MINUTE, NOON + 205 * MINUTE].map((now) => {
    chip.tick(now);
    return [
      button.className,
      button.querySelector('svg')?.innerHTML,
      button.querySelector('.text')?.textContent,
    ];
  });
  expect(looks.map(([tone]) => tone)).toEqual(['ui chip ok', 'ui chip risk', 'ui chip late']);
  expect(looks.map(([, , words]) => words)).toEqual(['1 h 20 left', '20 min left', 'late 2 h 05']);
  expect(looks[0]?.[1]).not.toBe(looks[2]?.[1]);
});

test('ticks from instants: nothing is drawn again while the words stay the same', async () => {
  const { chip, button } = shown(chipView({ clock: clock({ dueAt: NOON + 80 * MINUTE }) }));
  let changes = 0;
  const observer = new MutationObserver((records) => (changes += records.length));
  observer.observe(button, { subtree: true, childList: true, attributes: true, characterData: true });
  chip.tick(NOON + 1000);
  await Promise.resolve();
  expect(changes).toBe(0);
  chip.tick(NOON + 2 * MINUTE);
  await Promise.resolve();
  expect(changes).toBeGreaterThan(0);
  expect(button.getAttribute('aria-label')).toContain('1 h 18');
  observer.disconnect();
});

test('what a face shows holds exactly as long as it says', () => {
  const faces = [
    clock({ dueAt: NOON + 80 * MINUTE + 7_000, riskAt: NOON + 60 * MINUTE }),
    clock({ dueAt: NOON - 125 * MINUTE - 3_000 }),
    clock({
      dueAt: NOON + 90 * MINUTE,
      open: [
        [NOON - MINUTE, NOON + 10_000],
        [NOON + 60 * MINUTE, NOON + 200 * MINUTE],
      ],
    }),
    clock({ status: 'met' }),
  ];
  for (const face of faces)
    for (let now = NOON; now < NOON + 130 * MINUTE; now += 777_777) {
      const until = Math.min(faceHoldsUntil(face, now), now + 200 * MINUTE);
      expect(until).toBeGreaterThan(now);
      expect(clockFaceAt(face, until - 1)).toEqual(clockFaceAt(face, now));
    }
});

test('with nothing to say it is a dot that still opens', () => {
  const { button } = shown(chipView({ score: null, stage: '', label: 'Combinado' }));
  expect(button.className).toBe('ui chip rest bare dot');
  expect(button.getAttribute('aria-label')).toBe('Combinado');
});

test("a colleague's lead shows whose it is instead of a clock", () => {
  const { button } = shown(chipView({ note: 'Bruno' }));
  expect(button.className).toBe('ui chip rest bare');
  expect(button.getAttribute('aria-label')).toBe('Combinado: score 72, MQL, Bruno');
});

test('[OVR2] lives in a closed root whose host tells the page nothing', () => {
  const { chip } = shown(chipView({ key: 'tab-handle-7' }));
  expect(chip.host.shadowRoot).toBeNull();
  expect(chip.host.outerHTML).toBe('<combinado-ui></combinado-ui>');
  expect(insideOf(chip.host).innerHTML).not.toContain('tab-handle-7');
});

test('[OVR2] only trusted input opens it', () => {
  let opened = 0;
  const { button } = shown(chipView(), () => (opened += 1));
  button.click();
  button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(opened).toBe(0);
  press(button);
  expect(opened).toBe(1);
});

test("presses stay with the chip; the page's own shortcuts pass", () => {
  const heard: string[] = [];
  const { button } = shown();
  const hear = (event: Event) => heard.push(event instanceof KeyboardEvent ? event.key : event.type);
  const stop = new AbortController();
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown'])
    document.body.addEventListener(type, hear, { signal: stop.signal });
  press(button);
  key(button, { key: 'Enter' });
  key(button, { key: ' ' });
  key(button, { key: 'j' });
  expect(heard).toEqual(['j']);
  stop.abort();
});

test('takes dark colours when its ground is dark', () => {
  const { chip, button } = shown();
  chip.shade(true);
  expect(button.className).toContain('dark');
  chip.shade(false);
  expect(button.className).not.toContain('dark');
});
