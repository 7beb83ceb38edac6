/** What the part "Systems" reads and does. */
import * as z from 'zod';
import { LettersResponse } from '../../../shared/protocol/connectionLetters.ts';
import {
  ConnectionBegun,
  ConnectionFields,
  type ConnectionMapping,
  ConnectionPreview,
  type ConnectionRequest,
  ConnectionsResponse,
  ConnectionView,
} from '../../../shared/protocol/connections.ts';
import type { Resource } from '../api/cache.ts';
import { request } from '../api/request.ts';

const Nothing = z.unknown();

export const systems: Resource<ConnectionsResponse> = {
  key: 'connections',
  load: (signal) => request(ConnectionsResponse, 'GET /v1/connections', { signal }),
};

export function fieldsOf(id: string): Resource<ConnectionFields> {
  return {
    key: `connections/${id}/fields`,
    load: (signal) => request(ConnectionFields, `GET /v1/connections/${id}/fields`, { signal }),
  };
}

export function lettersOf(id: string): Resource<z.infer<typeof LettersResponse>> {
  return {
    key: `connections/${id}/letters`,
    load: (signal) => request(LettersResponse, `GET /v1/connections/${id}/letters`, { signal }),
  };
}

export const connectSystem = (body: ConnectionRequest, key: string) =>
  request(ConnectionBegun, 'POST /v1/connections', { body, key });
export const askAgain = (id: string, key: string) =>
  request(ConnectionBegun, `POST /v1/connections/${id}/authorize`, { key });
export const agreeTo = ({ id, mapping }: { id: string; mapping: ConnectionMapping }, key: string) =>
  request(ConnectionView, `PUT /v1/connections/${id}/mapping`, { body: { mapping }, key });
export const previewOf = ({ id, mapping }: { id: string; mapping: ConnectionMapping }, key: string) =>
  request(ConnectionPreview, `POST /v1/connections/${id}/preview`, { body: { mapping }, key });
export const pauseSystem = (id: string, key: string) =>
  request(ConnectionView, `POST /v1/connections/${id}/pause`, { key });
export const resumeSystem = (id: string, key: string) =>
  request(ConnectionView, `POST /v1/connections/${id}/resume`, { key });
export const endSystem = (id: string, key: string) =>
  request(Nothing, `DELETE /v1/connections/${id}`, { key });
export const retryLetter = ({ id, letter }: { id: string; letter: string }, key: string) =>
  request(Nothing, `POST /v1/connections/${id}/letters/${letter}/retry`, { key });
