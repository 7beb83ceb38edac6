/** `/v1/imports`: files of leads, read as they stream in, applied afterwards, with their faults by line. */
import { stringify } from 'csv-stringify/sync';
import { Hono } from 'hono';
import * as z from 'zod';
import { v7 as uuidv7 } from 'uuid';
import { type GuessResponse, ImportQuery } from '../../shared/protocol/imports.ts';
import { answer, ask, askStep, type AppContext, type InputOf } from '../ask.ts';
import type { Env } from '../env.ts';
import { decode } from '../imports/decode.ts';
import { guess } from '../imports/guess.ts';
import { bundled, FileFault, readCsv, readNdjson, SAMPLE_ROWS } from '../imports/read.ts';
import { csvRecords } from '../imports/records.ts';
import { done, failure, type Outcome } from '../outcome.ts';
import { refused } from '../refused.ts';
import { problemResponse } from '../problem.ts';
import { query } from './validate.ts';

export const imports = new Hono<{ Bindings: Env }>();

const NO_FILE = failure('bad-request', 'Send the file itself as the body of the request.');
const ENDED = refused('bad-request', 'file_stopped');

imports.get('/v1/imports', async (c) => answer(c, await ask(c, 'GET /v1/imports')));

imports.post('/v1/imports/guess', async (c) => {
  const ground = await ask(c, 'POST /v1/imports/guess');
  if (!ground.ok) return problemResponse(ground);
  const body = c.req.raw.body;
  if (body === null) return problemResponse(NO_FILE);
  const { encoding, text } = await decode(body, charsetOf(c));
  for await (const { records, delimiter } of csvRecords(text)) {
    const [first, ...rows] = records;
    if (first === undefined) continue;
    const names = first.cells.map((name) => name.trim());
    const sample = rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells);
    const guessed: GuessResponse = { delimiter, encoding, ...guess(ground.value.definitions, names, sample) };
    await body.cancel().catch(() => undefined);
    return answer(c, done(guessed));
  }
  return problemResponse(refused('invalid-body', 'file_empty'));
});

imports.post('/v1/imports', query(ImportQuery), async (c) => {
  const isCsv = /^text\/csv/i.test(c.req.header('Content-Type') ?? '');
  const { mapping, dryRun, dates } = c.req.valid('query');
  const id = uuidv7();
  const step = (one: InputOf<'POST /v1/imports'>) => askStep(c, 'POST /v1/imports', one);
  const format = isCsv ? 'csv' : 'ndjson';
  const begun = await step({ step: 'begin', id, format, dryRun: dryRun === 'true' });
  if (!begun.ok) return problemResponse(begun);
  const { ground } = begun.value;
  const body = c.req.raw.body;
  if (body === null || ground === null) return giveUp(NO_FILE);

  let bytes = 0;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        controller.enqueue(chunk);
      },
    }),
  );
  const charset = charsetOf(c);
  const parts = isCsv
    ? readCsv(counted, ground, {
        charset,
        mapping,
        dates,
        onMapping: async (used) => void (await step({ step: 'mapping', id, mapping: used })),
      })
    : readNdjson(counted, charset);
  let n = 0;
  try {
    for await (const bundle of bundled(parts)) {
      if (bundle instanceof FileFault) return await giveUp(refused('invalid-body', bundle.reason));
      const kept = await step({ step: 'part', id, n, bytes, ...bundle });
      if (!kept.ok) return problemResponse(kept);
      n += 1;
    }
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return giveUp(ENDED);
    await giveUp(ENDED);
    throw error;
  }
  const ended = await step({ step: 'end', id });
  return ended.ok ? answer(c, done(ended.value.view), 201) : problemResponse(ended);

  async function giveUp(why: Outcome<never>): Promise<Response> {
    await step({ step: 'give up', id });
    return problemResponse(why.ok ? ENDED : why);
  }
});

imports.get('/v1/imports/:id', async (c) =>
  answer(c, await ask(c, 'GET /v1/imports/:id', { id: c.req.param('id') })),
);

imports.post('/v1/imports/:id/cancel', async (c) =>
  answer(c, await ask(c, 'POST /v1/imports/:id/cancel', { id: c.req.param('id') })),
);

const ErrorsQuery = z.strictObject({
  format: z.enum(['json', 'csv']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
});

imports.get('/v1/imports/:id/errors', query(ErrorsQuery), async (c) => {
  const { format, ...page } = c.req.valid('query');
  const outcome = await ask(c, 'GET /v1/imports/:id/errors', { ...page, id: c.req.param('id') });
  if (!outcome.ok || format !== 'csv') return answer(c, outcome);
  const columns = ['line', 'field', 'detail'];
  const text = stringify([...outcome.value.errors], {
    header: true,
    columns,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return c.body(text, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="errors.csv"',
  });
});

function charsetOf(c: AppContext): string | undefined {
  return /charset="?([\w-]+)/i.exec(c.req.header('Content-Type') ?? '')?.[1];
}
