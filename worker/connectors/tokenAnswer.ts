/** What a vendor answers when access is given or renewed (RFC 6749 §5.1), as the tokens we keep. */
import * as z from 'zod';
import { SECOND_MS } from '../../shared/time.ts';
import type { Tokens } from './connector.ts';

export const TokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
});
export type TokenAnswer = z.infer<typeof TokenAnswer>;

/** @param refresh goes on where the vendor gives no new one; @param now epoch ms */
export function tokensIn(answer: TokenAnswer, refresh: string | null, now: number): Tokens {
  const { access_token: access, refresh_token: fresh, expires_in: seconds } = answer;
  return { access, refresh: fresh ?? refresh, expiresAt: now + Math.trunc(seconds) * SECOND_MS };
}
