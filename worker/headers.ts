/**
 * What every answer says about itself. A page or document that needs more than nothing says so in a
 * policy of its own, by nonce or hash; whatever says nothing may do nothing.
 */
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';

const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const policy = createMiddleware(async (c, next) => {
  await next();
  // A socket's answer is the socket's, and says nothing.
  if (c.res.status === 101 || c.res.headers.has('Content-Security-Policy')) return;
  c.res.headers.set('Content-Security-Policy', NOTHING);
});

export const headers = [
  // Not 'no-referrer': with it browsers say `Origin: null` even to ourselves, and consent is refused.
  secureHeaders({
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
  }),
  policy,
] as const;
