/** What can go wrong with a request to a vendor: a value, never a throw. */
export const TROUBLES = [
  /** 401, or a refused refresh: access was revoked or has run out. */
  'unauthorised',
  /** 403: signed in, but not allowed this. */
  'forbidden',
  /** 404, 410: the record is not there. */
  'missing',
  /** 409, or 412: somebody else changed it meanwhile. */
  'conflict',
  /** 400, 422: they will never take it as it is. */
  'invalid',
  /** 429, or a daily limit: later, at the earliest after `retryAfterMs`. */
  'limited',
  /** 5xx, no answer in time, half an answer: later. */
  'unavailable',
] as const;
