/** The golden vectors in the worker's own runtime. */
import { expect, test } from 'vitest';
import { differences, elsewiseFolded } from './differences.ts';
import { reliveAll } from './reliveAll.ts';
import { Vectors } from './vectors.ts';
import text from './vectors.json?raw';

const relived = reliveAll(text);

test('[FCT6][FCT7] workerd gives the bytes of the golden vectors', () => {
  expect(navigator.userAgent).toBe('Cloudflare-Workers');
  expect(differences(Vectors.parse(JSON.parse(text)), relived)).toEqual([]);
});

test('[FCT8] stored facts folded again give the stored bytes in workerd', () => {
  expect(elsewiseFolded(relived)).toEqual([]);
});
