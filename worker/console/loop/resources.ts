/** What the closed loop asks beside the reports every room reads: hand-offs talked about, effects of versions, CSV. */
import { CommandDone } from '../../../shared/protocol/leadCommands.ts';
import { ReportResponse, type ReportName } from '../../../shared/protocol/reports.ts';
import { TalksResponse, type TalkAct, type TalkShow } from '../../../shared/protocol/talks.ts';
import { SECOND_MS } from '../../../shared/time.ts';
import type { Resource } from '../api/cache.ts';
import type { Answer } from '../api/failure.ts';
import type { Scope } from '../api/reports.ts';
import { request, urlOf } from '../api/request.ts';

/** Few at once: it is one panel of several. */
const TALKS = 5;

/** A page of hand-offs both sides said something about; what waits for the referee waits whenever it was said. */
export function talks(show: TalkShow, scope: Scope, cursor: string | null): Resource<TalksResponse> {
  const { from, to, team, owner, segment, source } = scope;
  const dates = show === 'waiting' ? {} : { from, to };
  const query = { show, team, owner, segment, source, ...dates, cursor, limit: TALKS };
  return {
    key: `handoffs?${JSON.stringify(query)}`,
    load: (signal) => request(TalksResponse, 'GET /v1/handoffs', { query, signal }),
  };
}

/** What a version changed, of the leads a scope is about; its dates are its own. */
export function effectOf(version: number, { team, owner, segment, source }: Scope): Resource<ReportResponse> {
  const query = { version, team, owner, segment, source };
  return {
    key: `effect?${JSON.stringify(query)}`,
    load: (signal, onProgress) =>
      request(ReportResponse, 'GET /v1/reports/effect', { query, signal, onProgress }),
  };
}

export interface TalkDeed {
  readonly act: TalkAct;
  readonly handoff: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export function doOnHandoff({ act, handoff, body }: TalkDeed, key: string): Promise<Answer<CommandDone>> {
  return request(CommandDone, `POST /v1/handoffs/${encodeURIComponent(handoff)}/${act}`, { body, key });
}

const TRIES = 60;

/** Hands a report to the person as a file for spreadsheets; false when it could not be had. */
export async function saveCsv(name: ReportName, scope: Scope): Promise<boolean> {
  const { target: _, ...about } = scope;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const response = await fetch(urlOf(`/v1/reports/${name}`, { ...about, format: 'csv' })).catch(() => null);
    if (!response?.ok) return false;
    // Still being added up: the rest is there in a second.
    if (response.status === 202) {
      await new Promise((again) => setTimeout(again, SECOND_MS));
      continue;
    }
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(url);
    return true;
  }
  return false;
}
