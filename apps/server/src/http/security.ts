import { Problem } from '@cairn/contract';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';

/** The largest honest request is an outbox of 500 answers; a megabyte holds it many times over. */
const MAX_BODY_BYTES = 1_048_576;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

type Policy = NonNullable<NonNullable<Parameters<typeof secureHeaders>[0]>['contentSecurityPolicy']>;

/** No inline script, no other host: what the page may do is what was built and is served here. */
const PAGE: Policy = {
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
};

/**
 * A worker has the policy that its own file comes with. The one that runs a learner's program makes a module of it
 * (`blob:`) and loads the clients that it imports; it reaches no network, and starts no further worker.
 */
const PROGRAM: Policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'", 'blob:'],
  connectSrc: ["'none'"],
  workerSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** As the build names it. */
const PROGRAM_WORKER = /^\/assets\/lab-runner\.worker-[\w-]+\.js$/;

const headersWith = (contentSecurityPolicy: Policy): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy,
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], usb: [], payment: [] },
    strictTransportSecurity: false, // loopback speaks plain HTTP; a proxy in front sets its own
    xFrameOptions: 'DENY',
  });

const [pageHeaders, programHeaders] = [headersWith(PAGE), headersWith(PROGRAM)];

export const headers: MiddlewareHandler = (c, next) =>
  (PROGRAM_WORKER.test(c.req.path) ? programHeaders : pageHeaders)(c, next);

/** A browser's call to the sandbox of a lab: 8 MiB in base64, and its headers. */
const MAX_RELAY_BYTES = 12 * 1_048_576;
const RELAY = /^\/api\/lab-runs\/[^/]+\/relay$/;

function limitOf(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem('too-large', `A request may hold at most ${maxSize} bytes; send less at once.`);
    },
  });
}

/** A deck of cards with its media, which are not read. */
const MAX_DECK_BYTES = 50 * 1_048_576;
const DECK = '/api/cards/import';

const limitDeck = limitOf(MAX_DECK_BYTES);
const limitOthers = limitOf(MAX_BODY_BYTES);
const limitRelay = limitOf(MAX_RELAY_BYTES);

export const limitBody: MiddlewareHandler = (c, next) =>
  c.req.path === DECK ? limitDeck(c, next) : RELAY.test(c.req.path) ? limitRelay(c, next) : limitOthers(c, next);

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
