/**
 * What a device asks beside push and pull, all under `/v1` (ACC4, SYN5):
 *
 *   GET    /v1/sync/pull?clientId=…&cursor=…   PullResponse; no cursor = from the start
 *   POST   /v1/sync/push                       PushRequest → PushResponse
 *   POST   /v1/pair                            PairRequest → TokenResponse, without a token
 *   POST   /v1/devices/rotate                  {} → RotateResponse: the next token, good from its first use on
 *   DELETE /v1/session                         the token of this request is worthless from now on; 204
 *   POST   /v1/sync/ticket                     {} → SocketTicket
 *   GET    /v1/sync/socket?ticket=…            upgrade; says `Poke`, answers `ping` with `pong`
 *
 * Requests come from the extension's own origin without cookies, so these answer CORS preflights.
 */
import * as z from 'zod';

/** What a signed-in page shows for five minutes: `<workspace>-<8 characters>`, in either case. */
export const PairRequest = z.strictObject({
  code: z.string().min(1).max(40),
  device: z.string().max(200).optional(),
});
export type PairRequest = z.infer<typeof PairRequest>;

/** The token asked with stays good until this one is first used; after that, whoever uses it signs the device out. */
export const RotateResponse = z.object({ token: z.string(), rotateAt: z.int() });
export type RotateResponse = z.infer<typeof RotateResponse>;

/** Single use and short-lived: a socket cannot carry the token in a header, and it never goes in an address. */
export const SocketTicket = z.object({ ticket: z.string(), expiresAt: z.int() });
export type SocketTicket = z.infer<typeof SocketTicket>;
