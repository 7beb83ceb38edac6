/** Runs inside the page: our overlay's own parts and what each is measured against, one deed at a time. */
import Mark from 'mark.js';
import type { ask } from '../../extension/messages.ts';
import { startOverlay } from '../../extension/page/overlay.ts';
import { prepared } from '../../extension/sites/prepared.ts';
import { sample } from '../../extension/sites/sample.ts';
import { type ByHand, changesByHand, chipsByHand, countdownsByHand } from './chipsByHand.ts';
import { clockFaceAt } from '../../shared/ui/face.ts';
import type { ChipView, ClockFace } from '../../shared/ui/chipView.ts';

const MINUTE_MS = 60_000;
const ADDRESS = /[\w.+-]+@[\w.-]+\.\w+/g;

/** Each lead's deadline at a second of its own, as in life. */
function clockOf(n: number): ClockFace {
  return {
    kind: 'first_response',
    status: 'running',
    trial: false,
    startedAt: 0,
    dueAt: Date.now() + 80 * MINUTE_MS + ((n * 7_919) % MINUTE_MS),
    riskAt: null,
    open: null,
    words: { running: '{t}', late: 'late {t}', still: 'on time' },
  };
}

function viewOf(n: number): ChipView {
  const label = 'Combinado: score 72, MQL';
  return { key: `k${n}`, leads: 1, score: 72, stage: 'MQL', clock: clockOf(n), note: null, label };
}

/** Made beforehand: in life another process does. */
const views = Array.from({ length: 1_000 }, (_, n) => viewOf(n));

/** Answers at once, so that the page's own work is what is measured. */
const answered = (async (_kind: string, body: { readonly people?: readonly unknown[] }) => ({
  chips: body.people?.map((_, n) => (leads ? views[n] : null)),
  sends: [],
})) as unknown as typeof ask;

/** Likewise. */
const site = prepared(sample);

let leads = true;
let stop = new AbortController();
const mark = () => new Mark(document.body);
/** In a task of its own, as pages do what they do: what a debugger calls is not in the browser's own count. */
const inTask = <T>(act: () => T | Promise<T>) => new Promise<T>((done) => setTimeout(() => done(act())));
const rest = (ms: number) => new Promise((done) => setTimeout(done, ms));

let made: readonly ByHand[] = [];
let unfollow = () => {};

const rows = () => document.querySelectorAll<HTMLElement>('[data-email]');
const marks = () => document.querySelectorAll('mark').length;
const hosts = () => document.querySelectorAll('combinado-ui').length;

Object.assign(globalThis, {
  annotate: {
    hosts,
    marks,
    /** @returns once every row on screen carries its chip. */
    ours: (withLeads: boolean) =>
      inTask(async () => {
        leads = withLeads;
        stop = new AbortController();
        startOverlay({ site, ask: answered, frameUrl: 'about:blank', beat: () => {} }, stop.signal);
        await rest(300);
      }),
    async oursGo() {
      stop.abort();
      await rest(20);
    },
    theirs: () =>
      inTask(() => new Promise<void>((done) => mark().markRegExp(ADDRESS, { done: () => done() }))),
    theirsGo: () => new Promise<void>((done) => mark().unmark({ done: () => done() })),
    /** As many chips as ours were, by hand, followed by hand. */
    byHand: (count: number) =>
      inTask(() => {
        const places = document.querySelectorAll('[data-subject]');
        made = chipsByHand(Array.from({ length: count }, (_, n) => places[n]).flatMap((each) => each ?? []));
      }),
    followByHand() {
      const changes = changesByHand(made, 'data-email');
      const timer = countdownsByHand(made);
      unfollow = () => {
        changes.disconnect();
        clearInterval(timer);
      };
    },
    async byHandGo() {
      unfollow();
      for (const { host } of made) host.remove();
      await rest(20);
    },
    /** Another person in a row, `times` times, each seen before the next. */
    async mutate(times: number) {
      const all = rows();
      for (let n = 0; n < times; n += 1) {
        const row = all[(n * 7) % 20];
        if (row) row.dataset['email'] = `other${n}@lead.test`;
        await rest(110);
      }
    },
    /** Rows come and go for `rounds` times fifty rows, as a virtual list has it. */
    async churn(rounds: number) {
      const list = document.querySelector('ul');
      if (!list) return;
      for (let n = 0; n < rounds; n += 1) {
        for (let row = 0; row < 50; row += 1) if (list.firstElementChild) list.append(list.firstElementChild);
        for (const each of list.querySelectorAll<HTMLElement>('li:nth-last-child(-n+50) [data-email]'))
          each.dataset['email'] = `churn${(n * 31) % 5_000}.${each.dataset['email']?.slice(-18)}`;
        await rest(120);
      }
    },
    rest,
    /** One timer for each element that writes its own time left, as countdown widgets do. */
    async timers(count: number, ms: number) {
      const timers = [...rows()].slice(0, count).map((row, n) => {
        const place = row.appendChild(document.createElement('i'));
        const face = clockOf(n);
        return setInterval(() => (place.textContent = clockFaceAt(face, Date.now()).text), 1_000);
      });
      await rest(ms);
      for (const timer of timers) clearInterval(timer);
      for (const place of document.querySelectorAll('i')) place.remove();
    },
  },
});
