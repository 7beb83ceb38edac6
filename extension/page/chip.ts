/**
 * The chip: score, stage and nearest clock beside a person, as one button. It holds nothing personal
 * (OVR2) and ticks by itself from instants (FCT5); its host is zero high, so no row grows.
 */
import type { ChipView, Face } from '../../shared/ui/chipView.ts';
import { clockFaceAt, faceHoldsUntil } from '../../shared/ui/face.ts';
import { ICON_CSS, PATHS, icon } from './icons.ts';
import { PALETTE } from './palette.ts';
import { element, keepToOurselves, surface } from './surface.ts';

const LAYOUT =
  'display:inline-flex!important;align-items:center!important;flex:none!important;align-self:center!important;' +
  'height:0!important;max-width:var(--most,100%)!important;margin-inline:3px 6px!important;vertical-align:middle!important;' +
  'overflow:visible!important;contain:layout style!important;';

const CSS = `.chip{all:unset;display:inline-flex;align-items:center;gap:5px;height:20px;padding-inline:2px 7px;border-radius:10px;border:1px solid transparent;box-sizing:border-box;font:600 12px/1 system-ui,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums;white-space:nowrap;cursor:pointer;min-width:0;-webkit-user-select:none;user-select:none}
.chip:hover{border-color:currentColor}
.chip:focus-visible{outline:2px solid currentColor;outline-offset:1px}
.score{display:inline-grid;place-items:center;min-width:16px;height:16px;padding-inline:2px;border-radius:8px;font-size:11px;color:var(--on);background:var(--tone)}
.stage{font-weight:700}
.stage,.text{unicode-bidi:plaintext}
.text{overflow:hidden;text-overflow:ellipsis}
.chip>:empty,.bare>svg{display:none}
.veil{visibility:hidden}
.dot{width:12px;height:12px;padding:0;border-radius:6px;background:var(--tone)}
${ICON_CSS}
@media(forced-colors:active){.chip,.score{border:1px solid ButtonText}.chip{background:ButtonFace;color:ButtonText}}
${PALETTE}`;

const REST: Face = { tone: 'rest', icon: 'none', text: '' };

export interface Chip {
  readonly host: HTMLElement;
  readonly view: ChipView;
  /** Draws another state of the same lead in place. */
  update(view: ChipView, now: number): void;
  /** Shows nothing until the next update: who stands here is not known yet. */
  veil(): void;
  /** Cheap while the face still holds. */
  tick(now: number): void;
  /** Takes the colours that suit the ground it stands on. */
  shade(dark: boolean): void;
  focus(): void;
  rect(): DOMRect;
}

/** A button and what stands in it: only what differs is written. */
interface Drawn {
  readonly button: HTMLButtonElement;
  look: string;
  path: string;
  score: string;
  stage: string;
  words: string;
  name: string;
}

/** Each chip begins as a copy of the one before: neighbours say almost the same. */
let last: Drawn | undefined;

function copyOfLast(): Drawn {
  last ??= { button: blank(), look: '', path: '', score: '', stage: '', words: '', name: '' };
  last = { ...last, button: last.button.cloneNode(true) as HTMLButtonElement };
  return last;
}

function blank(): HTMLButtonElement {
  const button = element('button');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(
    element('span', 'score'),
    element('span', 'stage'),
    icon('none', 12),
    element('span', 'text'),
  );
  for (const span of button.querySelectorAll('span')) span.append('');
  return button;
}

/** The one text in a part of a button. */
function write(part: Element | undefined, text: string): void {
  const node = part?.firstChild;
  if (node) node.nodeValue = text;
}

const standing = new WeakMap<EventTarget, Chip>();

/** The chip whose host this is, which is all the page and its events see of it. */
export function chipAt(target: EventTarget | null): Chip | undefined {
  return target ? standing.get(target) : undefined;
}

/** `open` is called by a real click or key only. */
export function createChip(first: ChipView, now: number, open: (chip: Chip) => void, onDark = false): Chip {
  const { host, root } = surface(LAYOUT, CSS);
  const shown = copyOfLast();
  const { button } = shown;
  const [score, stage, shape, text] = button.children;
  root.append(button);
  keepToOurselves(button);

  let view = first;
  let dark = onDark;
  let veiled = false;
  let holdsUntil = 0;
  const draw = (at: number) => {
    const face = view.clock ? clockFaceAt(view.clock, at) : REST;
    holdsUntil = view.clock ? faceHoldsUntil(view.clock, at) : Number.POSITIVE_INFINITY;
    const words = [view.note, face.text].filter(Boolean).join(' · ');
    const number = view.score === null ? '' : String(view.score);
    const path = PATHS[face.icon];
    // With nothing to say it is a dot, which still opens.
    const dot = number || view.stage || words ? '' : ' dot';
    const look = `ui chip ${face.tone}${path ? '' : ' bare'}${dot}${veiled ? ' veil' : ''}${dark ? ' dark' : ''}`;
    const name = [view.label, words].filter(Boolean).join(', ');
    if (look !== shown.look) button.className = look;
    if (path !== shown.path) shape?.firstElementChild?.setAttribute('d', path);
    if (number !== shown.score) write(score, number);
    if (view.stage !== shown.stage) write(stage, view.stage);
    if (words !== shown.words) write(text, words);
    if (name !== shown.name) button.setAttribute('aria-label', name);
    Object.assign(shown, { look, path, score: number, stage: view.stage, words, name });
  };

  const chip: Chip = {
    host,
    get view() {
      return view;
    },
    update(next, at) {
      view = next;
      veiled = false;
      draw(at);
    },
    veil() {
      veiled = true;
      button.classList.add('veil');
      shown.look = '';
    },
    tick(at) {
      if (at >= holdsUntil && !veiled) draw(at);
    },
    shade(on) {
      if (on === dark) return;
      dark = on;
      button.classList.toggle('dark', on);
      shown.look = '';
    },
    focus: () => button.focus(),
    rect: () => button.getBoundingClientRect(),
  };
  button.addEventListener('click', (event) => {
    event.preventDefault();
    if (event.isTrusted) open(chip);
  });
  draw(now);
  standing.set(host, chip);
  return chip;
}
