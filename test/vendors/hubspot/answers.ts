/** HubSpot's answers: JSON, and the one shape its errors have. */

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json;charset=utf-8', ...headers },
  });
}

export function failed(
  status: number,
  category: string,
  message: string,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Response {
  const correlationId = '00000000-0000-4000-8000-000000000000';
  return json({ status: 'error', message, correlationId, category, ...more }, status, headers);
}

export function limited(policyName: string, headers: Readonly<Record<string, string>>): Response {
  const message = `You have reached your ${policyName.toLowerCase()} limit.`;
  return failed(429, 'RATE_LIMITS', message, { errorType: 'RATE_LIMIT', policyName }, headers);
}
