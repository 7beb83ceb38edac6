/**
 * What the browser itself asks for the overlay's work, done by hand with everything known beforehand: closed
 * roots with the nodes of a chip, a text for a change, a text for a minute gone. Nothing is looked for,
 * followed, read or listened to. No overlay whose chips live in closed roots (OVR2) costs less.
 */
const HOST = 'combinado-ui';
const SVG = 'http://www.w3.org/2000/svg';

let sheet: CSSStyleSheet | undefined;

function sheetOf(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ':host{display:inline-flex;height:0;overflow:visible}button{all:unset;display:inline-flex;gap:5px}',
  );
  return sheet;
}

/** Score, stage, icon and words: as many nodes as ours. */
function pattern(): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'ui chip ok';
  button.setAttribute('aria-label', 'Combinado: score 72, MQL');
  for (const text of ['72', 'MQL', '']) button.appendChild(document.createElement('span')).append(text);
  const svg = document.createElementNS(SVG, 'svg');
  svg.append(document.createElementNS(SVG, 'path'));
  button.insertBefore(svg, button.lastChild);
  return button;
}

/** The words of a chip, which alone change. */
export interface ByHand {
  readonly host: Element;
  readonly words: ChildNode;
}

/** A chip at the start of each place. */
export function chipsByHand(places: readonly Element[]): readonly ByHand[] {
  const model = pattern();
  return places.map((place, n) => {
    const host = document.createElement(HOST);
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [sheetOf()];
    const button = model.cloneNode(true);
    const words = button.lastChild?.appendChild(document.createTextNode(`1 h ${n % 60}`));
    root.append(button);
    place.prepend(host);
    if (!words) throw new Error('no words');
    return { host, words };
  });
}

/** Writes the new words as soon as the attribute says somebody else. */
export function changesByHand(chips: readonly ByHand[], attribute: string): MutationObserver {
  const wordsIn = new Map(chips.map(({ host, words }) => [host.closest('li'), words]));
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const words = target instanceof Element && wordsIn.get(target.closest('li'));
      if (words) words.nodeValue = `${target.getAttribute(attribute)?.length} h`;
    }
  });
  observer.observe(document, { subtree: true, attributes: true, attributeFilter: [attribute] });
  return observer;
}

/** One timer; each chip's words change once a minute, at a second of its own. */
export function countdownsByHand(chips: readonly ByHand[]): ReturnType<typeof setInterval> {
  const due = Array.from({ length: 60 }, (_, second) => chips.filter((__, n) => (n * 7) % 60 === second));
  let second = 0;
  return setInterval(() => {
    second += 1;
    for (const { words } of due[second % 60] ?? []) words.nodeValue = `1 h ${second}`;
  }, 1_000);
}
