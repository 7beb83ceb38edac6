/**
 * The overlay as a page's script in a real Chromium, for tests that need a real mouse and keyboard: every
 * question it asks is told to the test, and answered as a background that knows these leads would.
 */
import type { MessageType, ask as askBackground } from '../../../extension/messages.ts';
import { startOverlay } from '../../../extension/page/overlay.ts';
import { teach } from '../../../extension/page/teach.ts';
import { SITES } from '../../../extension/sites/index.ts';
import { generic } from '../../../extension/sites/generic.ts';
import { prepared } from '../../../extension/sites/prepared.ts';
import { keyText } from '../../../extension/sites/read.ts';
import { teachWords } from '../../../shared/messages/teach.ts';
import type { StripView } from '../../../shared/ui/buildStrip.ts';
import type { ChipView } from '../../../shared/ui/chipView.ts';

export interface InChromium {
  /** @param everybody whoever the page names is a lead. */
  start(site: string, everybody?: boolean): void;
  teach(): void;
}

declare global {
  interface Window {
    combinado: InChromium;
    /** Told to the test. */
    asked(type: string, body: string): void;
  }
}

const LEADS = new Set(['email:marina@clinicavida.test', 'email:rafael@nunes.test', 'phone:+5511987654321']);

const STRIP: StripView = {
  tone: 'risk',
  text: 'First response is due today at 17:30 — sending this email meets it (it will be attempt 1 of 5). Bruno was in touch yesterday at 15:10 (Call). Only you see this.',
  uncounted: 'First response is due today at 17:30. This email is not logged. Only you see this.',
  counts: ['k'],
  counting: true,
  discountLabel: 'do not count',
  countLabel: 'count it',
  offers: {
    key: 'k',
    label: 'Words for Clinic director',
    copied: 'copied',
    items: [
      {
        title: 'A full calendar without the phone ringing all day',
        copies: 'words',
        label: 'copy',
        material: null,
      },
      {
        title: 'Guide: fewer no-shows in 30 days',
        copies: 'https://ours.example/guide',
        label: 'copy link',
        material: 'guide',
      },
    ],
  },
};

let everybody = false;

const chip = (key: string): ChipView => ({
  key,
  leads: 1,
  score: 72,
  stage: 'MQL',
  clock: null,
  note: 'first response 1 h 20',
  label: 'Combinado: score 72, MQL',
});

const ANSWERS: Partial<Record<MessageType, (ask: never) => unknown>> = {
  'page.people': ({ people }: { people: Parameters<typeof keyText>[0][] }) => ({
    chips: people.map((person) => (everybody || LEADS.has(keyText(person)) ? chip(keyText(person)) : null)),
  }),
  'page.compose': ({ draft }: { draft: { to: string[]; cc: string[] } }) => ({
    strip: [...draft.to, ...draft.cc].some((each) => everybody || LEADS.has(`email:${each}`)) ? STRIP : null,
  }),
  'page.sent': ({ send }: { send: string }) => ({
    toast: { id: send, text: 'Attempt logged', undoLabel: 'Undo', undoUntil: Date.now() + 10_000 },
  }),
  'page.undo': () => ({ done: true }),
  'page.unsettled': () => ({ sends: [], toast: null }),
  'page.chat': () => ({
    strip: {
      key: 'k',
      tone: 'risk',
      text: 'First response is due today at 17:30.',
      buttons: [
        { id: 'sent', label: 'I wrote' },
        { id: 'replied', label: 'They replied' },
        { id: 'no_answer', label: 'No answer' },
      ],
    },
  }),
  'page.log': () => ({
    toast: { id: 't', text: 'Attempt logged: WhatsApp', undoLabel: 'Undo', undoUntil: Date.now() + 10_000 },
  }),
  'page.lesson': () => {
    const { share, ...words } = teachWords('en');
    return { words, share: share.draft };
  },
  'page.taught': () => ({ text: teachWords('en').kept }),
};

const ask = (async (type: MessageType, body: never) => {
  window.asked(type, JSON.stringify(body));
  return ANSWERS[type]?.(body) ?? null;
}) as unknown as typeof askBackground;

window.combinado = {
  start(id, all = false) {
    everybody = all;
    const site = SITES.find((each) => each.id === id) ?? generic;
    startOverlay(
      { site: prepared(site), ask, frameUrl: `${location.origin}/card.html`, beat: () => {} },
      new AbortController().signal,
    );
  },
  teach: () => void teach(ask, new AbortController().signal),
};
