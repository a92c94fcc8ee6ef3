import { reviewStore } from '../cards/review-store.ts';
import { attemptMemory } from '../exam/attempt-memory.ts';
import {
  AS_OF_HEADER,
  answersOf,
  answersToDrop,
  BYTES_HEADER,
  INSTALLATION_HEADER,
  isAnswers,
  isFresh,
  isKeptAnswer,
  isWorthKeeping,
} from './keeping-rules.ts';

/** The last answers of the server, for pages that are opened without it. */

/** A server that is busy gets more time than a page: an old answer is second best. */
const PATIENCE_MILLISECONDS = 8000;

/**
 * What the server says now; else what it said last, with the moment of it. Fails as `fetch` does if there is neither.
 *
 * @param meanwhile takes the work of keeping, for which the page need not wait
 */
export async function answerFor(request: Request, meanwhile: (work: Promise<unknown>) => void): Promise<Response> {
  const asked = fetch(request);
  const first = await Promise.race([asked.catch(() => undefined), pause(PATIENCE_MILLISECONDS)]);
  if (first && !isAbsence(first)) {
    meanwhile(keep(request.url, first.clone()).catch(() => undefined)); // a full disk is no reason to answer nothing
    return first;
  }
  return (await lastAnswer(request.url)) ?? asked.catch(() => Response.error());
}

/** A proxy that finds no server behind it, or a server whose database is away. */
const isAbsence = ({ status }: Response): boolean => status >= 502 && status <= 504;

async function keep(url: string, answer: Response): Promise<void> {
  const installation = answer.headers.get(INSTALLATION_HEADER);
  if (installation === null) return;
  const cache = await cacheOf(installation);
  const body = await answer.arrayBuffer();
  const type = answer.headers.get('content-type');
  if (!isWorthKeeping({ status: answer.status, type, bytes: body.byteLength })) return;
  const headers = { 'content-type': type ?? '', [AS_OF_HEADER]: `${Date.now()}`, [BYTES_HEADER]: `${body.byteLength}` };
  await cache.put(url, new Response(body, { headers }));
  await trim(cache);
}

/** The cache of this installation. What another one left is not for the eyes of this one. */
async function cacheOf(installation: string): Promise<Cache> {
  const name = answersOf(installation);
  const others = (await caches.keys()).filter((other) => isAnswers(other) && other !== name);
  if (others.length > 0) await forget(others);
  return caches.open(name);
}

async function forget(others: readonly string[]): Promise<void> {
  await Promise.all(others.map((other) => caches.delete(other)));
  await Promise.all([attemptMemory(indexedDB).forgetAll(), reviewStore(indexedDB).forgetQueues()]);
}

async function trim(cache: Cache): Promise<void> {
  const kept = (await cache.matchAll()).map(({ url, headers }) => ({ url, ...stampOf(headers) }));
  await Promise.all(answersToDrop(kept).map((url) => cache.delete(url)));
}

const stampOf = (headers: Headers) => ({
  bytes: Number(headers.get(BYTES_HEADER) ?? 0),
  asOf: Number(headers.get(AS_OF_HEADER) ?? 0),
});

async function lastAnswer(url: string): Promise<Response | undefined> {
  const [name] = (await caches.keys()).filter(isAnswers);
  return name === undefined ? undefined : (await caches.open(name)).match(url);
}

/** Asks for what may be needed later, one at a time. Stops when the server does not answer: there will be another visit. */
export async function keepAhead(paths: readonly string[], origin: string): Promise<void> {
  for (const path of paths) {
    const url = new URL(path, origin);
    if (url.origin !== origin || !isKeptAnswer(url.pathname)) continue;
    const before = await lastAnswer(url.href);
    if (isFresh(before && stampOf(before.headers).asOf, Date.now())) continue;
    const answer = await fetch(url, { headers: { accept: 'application/json' } }).catch(() => undefined);
    if (answer === undefined) return;
    await keep(url.href, answer);
  }
}

const pause = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
