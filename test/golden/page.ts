/** Runs inside a page of Chromium or Firefox, with the engine as the extension bundles it. */
import { reliveAll } from './reliveAll.ts';

Object.assign(globalThis, { golden: reliveAll });
