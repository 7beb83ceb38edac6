/** A file as the body of a request, streamed as it is. */
import type * as z from 'zod';
import { PROTOCOL, PROTOCOL_HEADER } from '../../../shared/protocol/version.ts';
import type { Answer } from './failure.ts';
import { answerOf, failed, urlOf, type Query } from './request.ts';

export interface Upload {
  readonly file: Blob;
  /** Media type the worker reads it by. */
  readonly type: string;
  readonly query?: Query;
  readonly signal?: AbortSignal;
}

/** Sent once: half a file taken twice would be two. Throws only when `signal` is aborted. */
export async function upload<T>(
  schema: z.ZodType<T>,
  path: string,
  { file, type, query, signal }: Upload,
): Promise<Answer<T>> {
  try {
    const response = await fetch(urlOf(path, query), {
      method: 'POST',
      headers: { [PROTOCOL_HEADER]: String(PROTOCOL), 'Content-Type': type },
      body: file,
      ...(signal ? { signal } : {}),
    });
    return response.ok ? await answerOf(schema, response) : await failed(response);
  } catch (error) {
    if (signal?.aborted) throw error;
    return failed(null);
  }
}
