/** CSV as a spreadsheet opens it: what went in comes out, and nothing in it is run. */
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText } from '../worker/csvText.ts';

const cell = fc.oneof(
  fc.string(),
  fc.constantFrom('=1+1', '+55 11', '-3', '@me', '\tx', 'say "so"', 'a,b', 'a\nb', 'a\r\nb', ' x ', ''),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

test('[TGT4] what is written is read back, and no text begins as a formula does', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: cell, 'kept.share': cell })), (rows) => {
      const columns = ['name', 'kept.share'];
      const [header, ...read] = parse(csvText(columns, rows), { record_delimiter: '\r\n' });
      expect(header).toEqual(columns);
      const guarded = (value: unknown) =>
        typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value ?? '');
      expect(read).toEqual(rows.map((row) => [guarded(row.name), guarded(row['kept.share'])]));
    }),
  );
});

test('[TGT4] of nothing there is the header; a number below zero stays a number', () => {
  expect(csvText(['a', 'b'], [])).toBe('a,b\r\n');
  expect(csvText(['a'], [{ a: -3 }, { a: '-3' }])).toBe("a\r\n-3\r\n'-3\r\n");
});
