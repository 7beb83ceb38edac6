/** A device that holds nothing yet pulls all there is for its member (SYN4), page by page. */
import { gzipSync } from 'node:zlib';
import { PullResponse } from '../../shared/protocol/sync.ts';
import { type Api, request } from '../support/api.ts';

export interface Pulled {
  readonly leads: number;
  /** As they travel, compressed. */
  readonly bytes: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Of the last page: where the next pull begins. */
  readonly cursor: string;
  readonly epoch: string;
  readonly ids: readonly string[];
}

export async function firstPull(api: Api): Promise<Pulled> {
  const started = performance.now();
  const ids: string[] = [];
  let [bytes, cursor, epoch, firstMs] = [0, '', '', 0];
  for (let more = true; more;) {
    const query = cursor === '' ? '' : `?cursor=${cursor}`;
    const page = PullResponse.parse(await request(api, `GET /v1/sync/pull${query}`));
    bytes += gzipSync(JSON.stringify(page)).length;
    ids.push(...page.leads.map(({ id }) => id));
    if (firstMs === 0 && ids.length > 0) firstMs = performance.now() - started;
    ({ cursor, more, epoch } = page);
  }
  return { leads: ids.length, bytes, firstMs, lastMs: performance.now() - started, cursor, epoch, ids };
}
