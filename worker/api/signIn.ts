/** Opening a workspace, and getting into it. */
import * as z from 'zod';
import { InviteResponse, SetupResponse, TokenResponse } from '../../shared/protocol/api.ts';
import type { About } from './described.ts';

export const ABOUT_SIGN_IN = {
  'GET /join': { summary: 'The page an invite leads to', media: ['text/html'] },
  'POST /v1/setup': {
    summary: 'Open a workspace, once, with the setup token',
    status: 201,
    answer: SetupResponse,
  },
  'POST /v1/recover': {
    summary: 'Let an admin in again, with the recovery token',
    status: 201,
    answer: InviteResponse.partial().loose(),
  },
  'POST /v1/token': { summary: 'Exchange a sign-in code for a token (PKCE)', answer: TokenResponse },
  'POST /v1/pair': { summary: 'Exchange a pairing code for a token', answer: TokenResponse },
  'GET /v1/oidc/start': { summary: 'Sign in with the provider of the deployment', status: 302 },
  'GET /v1/oidc/callback': { summary: 'Where the provider sends back to', status: 302 },
  'GET /v1/authorize': { summary: 'The page that asks for consent', media: ['text/html'] },
  'POST /v1/authorize': { summary: 'Consent, and go back with a code', status: 302 },
  'GET /v1/pair/new': { summary: 'The page that offers a pairing code', media: ['text/html'] },
  'POST /v1/pair/new': { summary: 'The page with a new pairing code', media: ['text/html'] },
  'POST /v1/invites': {
    summary: 'Make a single-use invite link for a member',
    status: 201,
    answer: InviteResponse,
  },
  'POST /v1/invites/accept': {
    summary: 'Accept an invite: a session in this browser',
    answer: z.object({ workspaceId: z.string(), memberId: z.string(), name: z.string() }).partial(),
  },
} as const satisfies About;
