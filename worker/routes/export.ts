/** `GET /v1/export` and `POST /v1/restore`: a workspace as a stream of lines, out and in (SYN6). */
import { Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import type { Env } from '../env.ts';
import { answer, askStep, credentialOf, type InputOf } from '../ask.ts';
import { readBackup } from '../imports/backup.ts';
import { ledgerOf } from '../ledger.ts';
import { done, failure, type Failure } from '../outcome.ts';
import { problemResponse } from '../problem.ts';
import { refused } from '../refused.ts';

export const backup = new Hono<{ Bindings: Env }>();

backup.get('/v1/export', async (c) => {
  const page = (from: InputOf<'GET /v1/export'>['from']) => askStep(c, 'GET /v1/export', { from });
  const first = await page(null);
  if (!first.ok) return problemResponse(first);
  const encoder = new TextEncoder();
  let next = first.value.next;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(first.value.text)),
    async pull(controller) {
      if (next === null) return controller.close();
      const outcome = await page(next);
      // A stream that is cut off lacks its end, and no restore takes it.
      if (!outcome.ok) return controller.error(new Error(outcome.problem));
      next = outcome.value.next;
      controller.enqueue(encoder.encode(outcome.value.text));
    },
  });
  return c.body(stream, 200, {
    'Content-Type': 'application/x-ndjson',
    'Content-Disposition': 'attachment; filename="combinado-backup.ndjson"',
  });
});

backup.post('/v1/restore', async (c) => {
  const restoreId = uuidv7();
  const step = (one: InputOf<'POST /v1/restore'>) => askStep(c, 'POST /v1/restore', one);
  const credential = await credentialOf(c);
  if ('ok' in credential) return problemResponse(credential);
  const begun = await step({ step: 'begin', restoreId, epoch: uuidv7() });
  if (!begun.ok) return problemResponse(begun);
  const giveUp = async (why: Failure) => {
    await step({ step: 'give up', restoreId });
    return problemResponse(why);
  };
  const body = c.req.raw.body;
  if (body === null)
    return giveUp(failure('bad-request', 'Send the backup itself as the body of the request.'));

  const ledger = ledgerOf(c.env, credential.workspaceId);
  for (let after: number | null = 0; after !== null;) {
    const { next, ...entries } = await ledger.read(after);
    const learnt = await step({ step: 'ledger', restoreId, entries });
    if (!learnt.ok) return problemResponse(learnt);
    after = next;
  }
  let n = 0;
  let rows = 0;
  try {
    for await (const part of readBackup(body)) {
      if ('ok' in part) return await giveUp(part);
      if ('end' in part) {
        const { head, end } = part;
        if (rows !== end.rows) return await giveUp(CUT_OFF);
        const ended = await step({
          step: 'end',
          restoreId,
          rows: end.rows,
          from: head.epoch,
          head: end.head,
        });
        return ended.ok ? answer(c, done(ended.value), 201) : problemResponse(ended);
      }
      const kept = await step({ step: 'part', restoreId, n, lines: part.lines });
      if (!kept.ok) return await giveUp(kept);
      rows += kept.value.rows;
      n += 1;
    }
  } catch (error) {
    await giveUp(CUT_OFF);
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
  }
  return giveUp(CUT_OFF);
});

const CUT_OFF = refused('invalid-body', 'backup_cut');
