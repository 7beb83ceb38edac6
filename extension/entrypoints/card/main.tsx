/**
 * The card frame: waits until it is given a nonce, proves itself with it once, draws, and speaks to the
 * background for the person. To the page that holds it it says only that it waits, "close" and its height.
 */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { ask, onPush, type CardFrameHears, type CardFrameSays } from '../../messages.ts';
import { cardAsks } from './asks.ts';
import { CardApp } from '../../panels/CardApp.tsx';
import type { CardPort } from '../../panels/cardPort.ts';
import { DWELL_MS, provenVisible } from '../../panels/provenVisible.ts';
import { trustedOnly } from '../../panels/trustedOnly.ts';
import { languageOf } from '../../../shared/messages/catalog.ts';

const whole = new AbortController().signal;
const language = languageOf(navigator.language);

/** The page's origin is not known here; what is said carries nothing worth overhearing. */
const sayToPage = (says: CardFrameSays) => window.parent.postMessage(says, '*');

const close = () => sayToPage({ combinado: 'close' });

let nonce = '';
/** When the page last moved us. */
let movedAt = Number.NEGATIVE_INFINITY;
/** Asked before anything is drawn: the answer is on its way while the first frame is. */
let first: ReturnType<CardPort['hello']> | undefined;

/** Something changed between the asking and the first watching: what was answered may be old already. */
let missed = false;
const unheard = new AbortController();

/** Whose card is drawn: what the panel beside the page is asked to keep. */
let drawn: string | null = null;

const port: CardPort = {
  ...cardAsks,
  async hello(leadId) {
    const asked = leadId !== null ? ask('panel.hello', { leadId }) : (first ?? ask('panel.hello', { nonce }));
    if (leadId === null) first = undefined;
    const reply = await asked;
    drawn = reply?.card?.leadId ?? null;
    return reply;
  },
  watch(leadId, changed, signal) {
    unheard.abort();
    if (missed) changed();
    missed = false;
    onPush((push) => {
      if (push.push === 'off') close();
      else if (push.push === 'changed' || push.body.leadId === leadId) changed();
    }, signal);
  },
  close,
  // The first thing done in the click's own turn, or the browser refuses it: the background opens the
  // panel beside the page on hearing this; Firefox, which has none to open, shows the popup.
  elsewhere() {
    if (drawn !== null && 'sidePanel' in browser) void ask('panel.pin', { leadId: drawn });
    else void browser.action.openPopup().catch(() => undefined);
  },
  openOptions: () => void browser.runtime.openOptionsPage(),
};

const root = document.getElementById('card');

function open(root: HTMLElement): void {
  first = ask('panel.hello', { nonce });
  onPush(() => (missed = true), unheard.signal);
  const draw = (sure: boolean | null) => {
    // Until it is known whether anything lies over it, nothing in it can be pressed.
    root.inert = sure === null;
    render(<CardApp port={port} language={language} sure={sure} />, root);
  };
  draw(null);
  const covered = provenVisible(root, draw, whole);
  trustedOnly(window, () => covered() || performance.now() - movedAt < DWELL_MS, whole);
  new ResizeObserver(() =>
    sayToPage({ combinado: 'height', px: Math.ceil(root.getBoundingClientRect().height) }),
  ).observe(root);
}

if (root) {
  root.inert = true;
  addEventListener(
    'message',
    ({ data }: MessageEvent<CardFrameHears | null>) => {
      if (data?.combinado !== 'open' || typeof data.nonce !== 'string') return;
      if (nonce !== '') {
        movedAt = performance.now();
        return;
      }
      nonce = data.nonce;
      open(root);
    },
    { signal: whole },
  );
  sayToPage({ combinado: 'ready' });
}
