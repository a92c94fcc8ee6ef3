/** What the service worker keeps, for how long, and what it lets pass. Pure, so that each rule can be tested. */

/** When a kept answer was given, in milliseconds since 1970: it stands on whatever is shown without the server. */
export const AS_OF_HEADER = 'cairn-as-of';
/** Its size, so that the whole can be bounded without reading it. */
export const BYTES_HEADER = 'cairn-bytes';
/** Which data the server answered from. */
export const INSTALLATION_HEADER = 'cairn-installation';

/**
 * Answers that pages read without the server. Two kinds are missing on purpose: what a page edits and sends back as a
 * whole (a profile, settings, a plan's choices), because an old one would overwrite a newer; and what changes with each
 * thing done (the queue of cards, an attempt), which the pages keep themselves, with what was done since.
 */
const KEPT: readonly RegExp[] = [
  /^\/api\/catalog$/,
  /^\/api\/lessons$/,
  /^\/api\/lessons\/[^/]+\/[^/]+$/,
  /^\/api\/cards\/(overview|forecast)$/,
  /^\/api\/today$/,
  /^\/api\/exams$/,
  /^\/api\/attempts$/,
  /^\/api\/plans$/,
  /^\/api\/standing$/,
  /^\/api\/diagnoses$/,
];

export type Asked = { readonly method: string; readonly mode: string; readonly url: URL; readonly origin: string };

/** `page`: an address of the app. `asset`: a file whose name holds its hash. `shell`: one whose name does not. */
export type Treatment = 'pass' | 'page' | 'asset' | 'shell' | 'answer';

export function treatmentOf({ method, mode, url, origin }: Asked, shell: ReadonlySet<string>): Treatment {
  if (method !== 'GET' || url.origin !== origin) return 'pass';
  if (isKeptAnswer(url.pathname)) return 'answer';
  if (/^\/(api|problems)(\/|$)/.test(url.pathname)) return 'pass';
  if (url.pathname.startsWith('/assets/')) return 'asset';
  if (shell.has(url.pathname)) return 'shell';
  return mode === 'navigate' ? 'page' : 'pass';
}

export const isKeptAnswer = (path: string): boolean => KEPT.some((pattern) => pattern.test(path));

/** Nothing but a whole answer of JSON is kept, and nothing that is larger than all texts of an exam. */
export function isWorthKeeping(answer: { status: number; type: string | null; bytes: number }): boolean {
  return answer.status === 200 && (answer.type ?? '').includes('json') && answer.bytes <= LARGEST_ANSWER_BYTES;
}

const LARGEST_ANSWER_BYTES = 4_000_000;
const MOST_ANSWERS = 200;
const MOST_BYTES = 24_000_000;

export type KeptAnswer = { readonly url: string; readonly bytes: number; readonly asOf: number };

/** The oldest beyond what may be kept. */
export function answersToDrop(kept: readonly KeptAnswer[], most = MOST_ANSWERS, mostBytes = MOST_BYTES): string[] {
  const youngestFirst = [...kept].sort((one, other) => other.asOf - one.asOf);
  let bytes = 0;
  return youngestFirst.flatMap(({ url, bytes: size }, index) => {
    bytes += size;
    return index < most && bytes <= mostBytes ? [] : [url];
  });
}

const FRESH_MILLISECONDS = 6 * 3_600_000;

/** Whether keeping ahead may leave it at what is there. An answer from the future (a clock set back) is not trusted. */
export function isFresh(asOf: number | undefined, now: number): boolean {
  return asOf !== undefined && asOf <= now && now - asOf < FRESH_MILLISECONDS;
}

const FILES = 'cairn-files-';
const ANSWERS = 'cairn-answers-';

export const filesOf = (build: string): string => `${FILES}${build}`;
export const answersOf = (installation: string): string => `${ANSWERS}${installation}`;
export const isAnswers = (cache: string): boolean => cache.startsWith(ANSWERS);
export const isFiles = (cache: string): boolean => cache.startsWith(FILES);

/**
 * Caches of files that nobody needs any more. The build before the present one stays: a page that was opened with it
 * may be in the middle of an exam, and loads parts of itself when they are first needed.
 *
 * @param caches in the order in which they were made
 */
export function filesToDrop(caches: readonly string[], build: string): string[] {
  const others = caches.filter((name) => isFiles(name) && name !== filesOf(build));
  return others.slice(0, -1);
}
