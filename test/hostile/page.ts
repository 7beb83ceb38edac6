/**
 * A page that means harm: a small list with a lead in it, a heart that must keep beating, a spy that
 * looks everywhere a page's script can look, and whatever this one tries.
 */

/** The lead all pages show; the spy must find nothing of what only the workspace knows of it. */
export const LEAD = {
  email: 'marina@lead1.test',
  name: 'Zyxwart Quillfeather',
  company: 'Vanadium Holdings',
} as const;
export const STRANGERS = ['paulo@nowhere.test', 'newsletter@list.test'] as const;
const SECRETS = [LEAD.name, 'Quillfeather', LEAD.company, 'cmb_', 'card.html#', '"nonce":"'];

export interface HostilePage {
  readonly name: string;
  /** In the page's head, before anything runs. */
  readonly head?: string;
  /** Instead of the list. */
  readonly body?: string;
  /** At the end of the body, in the page's own world. */
  readonly script?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Served at this host instead, which the person did not give. */
  readonly elsewhere?: true;
  /** Whether a chip must be there, must not, or may be either (the page drives it away). */
  readonly chip: 'shown' | 'absent' | 'either';
  /** Run by the page once the card is open; then the places of its buttons are pressed. */
  readonly attack?: string;
  /** The attack fails and the card stays in plain sight, so that presses on it are meant. */
  readonly plain?: true;
  /** The card lies bare, for the page cannot do it harm: it must open, and what is pressed is meant. */
  readonly honest?: true;
  /** Its attack defines `slide(x, y)`, which brings what lies that far away under the resting pointer. */
  readonly slides?: true;
  /** It stops every script for a while by itself, so that its heart beats slower. */
  readonly slow?: true;
}

export const row = (email: string) => `<tr><td><a href="mailto:${email}">somebody</a></td><td>text</td></tr>`;

export const LIST = `<table id="list"><tbody>${[LEAD.email, ...STRANGERS].map(row).join('')}</tbody></table>`;

/** Runs first: beats, counts what breaks, and keeps every shadow root made in the page's world. */
const WATCH = `
  window.beats = 0; window.broken = []; window.roots = []; window.told = [];
  setInterval(() => { window.beats += 1; }, 50);
  addEventListener('error', (event) => { if (!event.message.includes('meant')) broken.push(event.message + ' ' + event.filename); });
  addEventListener('message', (event) => told.push(JSON.stringify(event.data)));
  const nativeAttach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { const root = nativeAttach.call(this, init); roots.push(root); return root; };
  window.spy = (secrets) => {
    const seen = [];
    const look = (node) => {
      if (node.nodeType === 3) seen.push(node.data);
      for (const { name, value } of node.attributes ?? []) seen.push(name + '=' + value);
      if (node.shadowRoot) look(node.shadowRoot);
      if (node.nodeType === 1 && (seen.length < 5000 || node.localName.includes('-'))) {
        const style = getComputedStyle(node);
        for (const pseudo of ['', '::before', '::after']) seen.push(getComputedStyle(node, pseudo).content);
        for (const name of style) if (name.startsWith('--')) seen.push(style.getPropertyValue(name));
        try { if (node.contentDocument) look(node.contentDocument); } catch {}
      }
      for (const child of node.childNodes) look(child);
    };
    look(document);
    for (const root of roots) look(root);
    for (const entry of performance.getEntries()) seen.push(entry.name);
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) {
      try { for (const rule of sheet.cssRules) seen.push(rule.cssText); } catch {}
    }
    for (const name of Object.getOwnPropertyNames(window)) {
      if (['told', 'seen', 'spy'].includes(name)) continue;
      try { if (typeof window[name] === 'string') seen.push(window[name]); } catch {}
    }
    for (let n = 0; n < window.length; n += 1) { try { seen.push(window[n].location.href, window[n].document.body.innerText); } catch {} }
    // Sandboxed pages have none of these.
    for (const kept of [() => JSON.stringify(localStorage), () => JSON.stringify(sessionStorage), () => document.cookie]) {
      try { seen.push(kept()); } catch {}
    }
    seen.push(document.title, ...told);
    getSelection().selectAllChildren(document.documentElement);
    seen.push(String(getSelection()));
    getSelection().removeAllRanges();
    // Words of a cross-origin frame or of a closed root must not be found either.
    // It takes its time on a large page.
    const words = document.getElementsByTagName('*').length < 3_000 ? secrets : [];
    for (const word of words) { try { if (window.find(word, false, false, true)) seen.push(word); } catch {} }
    const all = seen.join('\\n');
    return secrets.filter((secret) => all.includes(secret));
  };
`;

/** @param card address of the card inside the extension: `%CARD%` in what a page does. */
export function documentOf({ head = '', body = LIST, script = '' }: HostilePage, card: string): string {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>hostile</title><script nonce="page">${WATCH}</script>${head}</head>
<body style="margin:40px;font:16px sans-serif">${body}<script nonce="page">${script}</script></body></html>`;
  return html.replaceAll('%CARD%', card);
}

/** Told to the spy when it is asked, so that it does not find its own words, nor what the page wrote itself. */
export function secretsFor(page: HostilePage): readonly string[] {
  const own = documentOf(page, 'card.html');
  return SECRETS.filter((secret) => !own.includes(secret.replace('#', '')));
}
