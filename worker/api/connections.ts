/** Connected systems, for the document at `/v1/openapi.json`. */
import * as z from 'zod';
import { LettersResponse } from '../../shared/protocol/connectionLetters.ts';
import {
  ConnectionBegun,
  ConnectionFields,
  ConnectionPreview,
  ConnectionsResponse,
  ConnectionView,
} from '../../shared/protocol/connections.ts';
import type { About } from './described.ts';

export const ABOUT_CONNECTIONS = {
  'GET /v1/connections': {
    summary: 'Connected systems, and those that can be connected',
    answer: ConnectionsResponse,
  },
  'POST /v1/connections': {
    summary: 'Begin to connect a system; its admin gives access at `authorizeUrl`',
    status: 201,
    answer: ConnectionBegun,
  },
  'GET /v1/connections/callback': {
    summary: 'Where a vendor sends an admin back to, with a state of one use and of this session',
    status: 302,
  },
  'GET /v1/connections/:id': { summary: 'How a connection is doing', answer: ConnectionView },
  'DELETE /v1/connections/:id': {
    summary: 'End a connection and give its access back; what it brought stays',
    status: 204,
  },
  'POST /v1/connections/:id/authorize': {
    summary: 'Ask for access again, as after it was taken back',
    answer: ConnectionBegun,
  },
  'GET /v1/connections/:id/fields': {
    summary: 'Fields and people over there, and the mapping in use or proposed',
    answer: ConnectionFields,
  },
  'PUT /v1/connections/:id/mapping': {
    summary: 'Agree what means what; the first time, reading begins',
    answer: ConnectionView,
  },
  'POST /v1/connections/:id/preview': {
    summary: 'What twenty real records would do by a mapping; nothing is written',
    answer: ConnectionPreview,
  },
  'POST /v1/connections/:id/pause': { summary: 'Read and write nothing for a while', answer: ConnectionView },
  'POST /v1/connections/:id/resume': { summary: 'Go on, now', answer: ConnectionView },
  'GET /v1/connections/:id/letters': {
    summary: 'Records that could not be taken and writes that were given up',
    answer: LettersResponse,
  },
  'POST /v1/connections/:id/letters/:letter/retry': { summary: 'Try one of them again', status: 204 },
  'POST /connections/:workspace/:connection': {
    summary: 'Take a vendor’s webhook, signed as that vendor signs; what it hints at is read again',
    status: 202,
    answer: z.object({ accepted: z.boolean() }),
  },
} as const satisfies About;
