/** Runs inside the page: annotates every row once with our overlay's own parts, once with mark.js. */
import Mark from 'mark.js';
import type { ask } from '../../extension/messages.ts';
import { followPeople } from '../../extension/page/people.ts';
import { sample } from '../../extension/sites/sample.ts';
import type { ChipView } from '../../shared/ui/chipView.ts';

const view: ChipView = {
  key: 'k',
  leads: 1,
  score: 72,
  stage: 'MQL',
  clock: null,
  note: null,
  label: 'Combinado: score 72, MQL',
};

/** Answers at once, so that the page's own work is what is measured. */
const answered = (async (_kind: string, body: { people: readonly unknown[] }) => ({
  chips: body.people.map(() => view),
})) as unknown as typeof ask;

const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** @returns ms from the first look until every row carries its chip and the frame is painted. */
async function ours(rows: number): Promise<number> {
  const stop = new AbortController();
  const before = document.querySelectorAll('*').length;
  const start = performance.now();
  const people = followPeople({ site: sample, ask: answered, open: () => {} }, stop.signal);
  people.look({ document, url: new URL(location.href) });
  while (document.querySelectorAll('*').length < before + rows) await painted();
  const took = performance.now() - start;
  stop.abort();
  return took;
}

/** @returns ms until mark.js has marked every address in the same rows and the frame is painted. */
async function theirs(rows: number): Promise<number> {
  const mark = new Mark(document.body);
  const start = performance.now();
  await new Promise<void>((done) => mark.markRegExp(/[\w.+-]+@[\w.-]+\.\w+/g, { done: () => done() }));
  while (document.querySelectorAll('mark').length < rows) await painted();
  await painted();
  const took = performance.now() - start;
  await new Promise<void>((done) => mark.unmark({ done: () => done() }));
  return took;
}

Object.assign(globalThis, { annotate: { ours, theirs } });
