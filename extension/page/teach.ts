/**
 * Teaching a site (OVR5): a bar of ours asks for one click on a person's e-mail, shows what would be found
 * from it, and the person keeps that or leaves with Escape. Only what the person does counts: while it
 * asks, a click reaches neither the page nor anything the page made up.
 */
import type { ask as askBackground } from '../messages.ts';
import { lessonFrom, type Lesson } from './lesson.ts';
import { PALETTE, isDark } from './palette.ts';
import { element, isOwn, keepToOurselves, surface } from './surface.ts';

/** Nobody thinks about one click for longer, ms. */
const LONGEST_MS = 10 * 60_000;
/** How long the last word stays, ms. */
const READING_MS = 6000;
/** Addresses named in the bar, and people marked on the page. */
const NAMED = 3;
const MARKED = 60;

const BAR =
  'display:block!important;position:fixed!important;inset:12px 12px auto 12px!important;z-index:2147483647!important;pointer-events:none!important;';
const BAR_CSS = `.bar{pointer-events:auto;display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;max-width:760px;margin:0 auto;padding:12px 16px;border:2px solid var(--done);border-radius:14px;background:var(--paper);color:var(--ink);font-size:14px;line-height:1.45;box-shadow:0 8px 28px #0004}
.text{flex:1 0 100%;overflow-wrap:anywhere}
button{all:unset;cursor:pointer;padding:6px 10px;border:1px solid var(--line);border-radius:8px;font-weight:600;color:var(--done)}
button:focus-visible{outline:2px solid currentColor;outline-offset:2px}
button[disabled]{opacity:.5}
@media(forced-colors:active){.bar,button{border-color:CanvasText}}
${PALETTE}`;
const MARKS =
  'display:block!important;position:fixed!important;inset:0!important;z-index:2147483646!important;pointer-events:none!important;';
const MARKS_CSS = `i{position:fixed;box-sizing:border-box;border:2px solid var(--done);border-radius:4px}.soft{border-style:dashed}
${PALETTE}`;

export function teach(ask: typeof askBackground, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    signal.addEventListener('abort', () => over.abort(), { once: true });
    over.signal.addEventListener('abort', () => resolve(), { once: true });
    void begin(ask, over);
  });
}

async function begin(ask: typeof askBackground, over: AbortController): Promise<void> {
  const asked = await ask('page.lesson', {});
  if (!asked || over.signal.aborted) {
    over.abort();
    return;
  }
  const { words, share } = asked;
  const dark = isDark(document.body) ? ' dark' : '';
  const bar = surface(BAR, BAR_CSS);
  const box = element('div', `ui bar${dark}`);
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', words.name);
  const text = element('span', 'text');
  text.setAttribute('role', 'status');
  const buttons = element('span');
  buttons.style.display = 'contents';
  box.append(text, buttons);
  bar.root.append(box);
  keepToOurselves(box);
  const marks = surface(MARKS, MARKS_CSS);
  const layer = element('div', `ui${dark}`);
  layer.style.display = 'contents';
  marks.root.append(layer);
  document.documentElement.append(marks.host, bar.host);
  let lesson: Lesson | undefined;

  const leave = () => over.abort();
  const timer = setTimeout(leave, LONGEST_MS);
  over.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    bar.host.remove();
    marks.host.remove();
  });

  function button(label: string, act: () => void): HTMLButtonElement {
    const made = element('button', '', label);
    made.type = 'button';
    made.addEventListener('click', (event) => event.isTrusted && act());
    return made;
  }

  function mark(elements: readonly Element[], soft: boolean): void {
    layer.replaceChildren(
      ...elements.slice(0, MARKED).map((each) => {
        const { top, left, width, height } = each.getBoundingClientRect();
        const frame = element('i', soft ? 'soft' : '');
        const px = { top: top - 3, left: left - 3, width: width + 6, height: height + 6 };
        for (const [side, value] of Object.entries(px)) frame.style.setProperty(side, `${value}px`);
        return frame;
      }),
    );
  }

  function wait(line: string): void {
    lesson = undefined;
    mark([], false);
    text.textContent = line;
    buttons.replaceChildren(button(words.leave, leave));
  }

  function propose(found: Lesson): void {
    lesson = found;
    mark(found.elements, false);
    const first = found.found.slice(0, NAMED).join(', ');
    const more = found.found.length > NAMED ? '…' : '';
    text.textContent = words.finds[found.found.length === 1 ? 'one' : 'other']
      .replace('{n}', String(found.found.length))
      .replace('{who}', `${first}${more}`);
    const keep = button(words.keep, () => void finish(found, false));
    const both = share === null ? [] : [button(share, () => void finish(found, true))];
    buttons.replaceChildren(
      keep,
      ...both,
      button(words.again, () => wait(words.click)),
      button(words.leave, leave),
    );
    keep.focus();
  }

  async function finish({ view }: Lesson, shared: boolean): Promise<void> {
    for (const each of box.querySelectorAll('button')) each.disabled = true;
    const done = await ask('page.taught', { view, share: shared });
    if (over.signal.aborted) return;
    wait(done?.text ?? words.nothing);
    // Nothing more is asked for: the page has its clicks back.
    listening.abort();
    setTimeout(leave, READING_MS);
  }

  const listening = new AbortController();
  over.signal.addEventListener('abort', () => listening.abort());
  const capture = { signal: listening.signal, capture: true };
  for (const type of [
    'pointerdown',
    'mousedown',
    'pointerup',
    'mouseup',
    'dblclick',
    'auxclick',
    'touchstart',
  ])
    window.addEventListener(type, (event) => !isOwn(event.target) && hold(event), {
      ...capture,
      passive: false,
    });
  window.addEventListener(
    'click',
    (event) => {
      if (isOwn(event.target)) return;
      hold(event);
      const [target] = event.composedPath();
      if (!event.isTrusted || lesson || !(target instanceof Element)) return;
      const learnt = lessonFrom(target);
      if (typeof learnt === 'string') wait(words[learnt]);
      else propose(learnt);
    },
    capture,
  );
  window.addEventListener(
    'pointermove',
    ({ target }) => !lesson && mark(target instanceof Element && !isOwn(target) ? [target] : [], true),
    { ...capture, passive: true },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      hold(event);
      leave();
    },
    capture,
  );
  window.addEventListener('scroll', () => mark(lesson?.elements ?? [], false), { ...capture, passive: true });
  wait(words.click);
}

function hold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
