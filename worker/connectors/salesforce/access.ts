/** Access to a Salesforce org: what its token endpoint answers, and where that endpoint is. */
import * as z from 'zod';
import { HOUR_MS } from '../../../shared/time.ts';
import type { Answer, Line, Tokens } from '../connector.ts';

/** They do not say how long a session lasts; each org sets it, two hours where nobody did. */
const SESSION_MS = HOUR_MS;
export const PRODUCTION = 'login.salesforce.com';

export function loginHost({ settings }: Line): string {
  return settings['login'] ?? PRODUCTION;
}

const TokenAnswer = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  instance_url: z.url(),
  id: z.url(),
});

export async function tokensBy(
  line: Line,
  grant: Readonly<Record<string, string>>,
  refresh: string | null,
): Promise<Answer<{ tokens: Tokens; instanceUrl: string; organization: string }>> {
  const { clientId, clientSecret } = line.app;
  const answer = await line.send({
    method: 'POST',
    url: `https://${loginHost(line)}/services/oauth2/token`,
    form: { ...grant, client_id: clientId, client_secret: clientSecret },
    bare: true,
    reads: TokenAnswer,
  });
  if (!answer.ok) return answer;
  const { access_token: access, refresh_token: fresh, instance_url, id } = answer.value;
  return {
    ok: true,
    value: {
      tokens: { access, refresh: fresh ?? refresh, expiresAt: line.now + SESSION_MS },
      instanceUrl: new URL(instance_url).origin,
      // https://login.salesforce.com/id/<organization>/<user>
      organization: new URL(id).pathname.split('/')[2] ?? '',
    },
  };
}
