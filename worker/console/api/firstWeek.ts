/** How far the first week is: read where it is shown, and by the draft it leads to. */
import { FirstWeekResponse } from '../../../shared/protocol/firstWeek.ts';
import type { Resource } from './cache.ts';
import { request } from './request.ts';

export const firstWeek: Resource<FirstWeekResponse> = {
  key: 'first-week',
  load: (signal) => request(FirstWeekResponse, 'GET /v1/first-week', { signal }),
};
