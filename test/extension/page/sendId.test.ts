import { expect, test } from 'vitest';
import * as z from 'zod';
import { sendId } from '../../../extension/page/sendId.ts';

test('[ATT2] each send has a UUID of its own, which the background takes', () => {
  const ids = Array.from({ length: 2_000 }, sendId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success, id).toBe(true);
});
