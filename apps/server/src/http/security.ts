import { Problem } from '@cairn/contract';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';

/** The largest honest request is an outbox of 500 answers; a megabyte holds it many times over. */
const MAX_BODY_BYTES = 1_048_576;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** No inline script, no other host: what the page may do is what was built and is served here. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], usb: [], payment: [] },
  strictTransportSecurity: false, // loopback speaks plain HTTP; a proxy in front sets its own
  xFrameOptions: 'DENY',
});

export const limitBody: MiddlewareHandler = bodyLimit({
  maxSize: MAX_BODY_BYTES,
  onError: () => {
    throw new Problem('too-large', `A request may hold at most ${MAX_BODY_BYTES} bytes; send less at once.`);
  },
});

/** Host name without its port; an IPv6 address keeps its brackets. */
function hostName(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/**
 * In single-learner mode there is no login, so the browser is the boundary: a page of another site must not reach us,
 * neither by a name that it rebinds to 127.0.0.1 (Host) nor by a cross-site request (Origin, Sec-Fetch-Site).
 */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  if (!LOOPBACK.has(hostName(host))) {
    throw new Problem('foreign-host', `Cairn answers on 127.0.0.1 and localhost, not on "${host.slice(0, 80)}".`);
  }
  const origin = c.req.header('origin');
  if (origin !== undefined && !isOwnOrigin(origin, host)) {
    throw new Problem('foreign-origin', `A page of ${origin.slice(0, 80)} may not call Cairn; open Cairn itself.`);
  }
  const site = c.req.header('sec-fetch-site');
  const isSafe = c.req.method === 'GET' || c.req.method === 'HEAD';
  const isForeign = site === 'cross-site' || site === 'same-site'; // another port of this machine is the same site
  if (isForeign && !(isSafe && c.req.header('sec-fetch-mode') === 'navigate')) {
    throw new Problem('foreign-origin', 'Another site may not call Cairn; open Cairn itself.');
  }
  await next();
};

function isOwnOrigin(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false; // "null", the origin of a sandboxed page
  }
}
