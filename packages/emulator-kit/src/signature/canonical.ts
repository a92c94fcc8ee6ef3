import type { RequestHead } from './family.ts';
import { percentEncoded, percentNormalized, queryPairs } from './query.ts';

const bySegment = (path: string, spell: (segment: string) => string): string => path.split('/').map(spell).join('/');

/** A second encoding on top of the first: `%` becomes `%25`. */
const encodedAgain = (segment: string): string => segment.replace(/[^A-Za-z0-9\-._~]/gu, percentEncoded);

function resolvedPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encodedAgain(segment));
  }
  const tail = segments.length > 0 && path.endsWith('/') ? '/' : '';
  return `/${segments.join('/')}${tail}`;
}

/**
 * The path as signed. S3 signs it as sent, encoded once; all others resolve `.` and `..` and encode it a second time.
 *
 * For S3 two spellings come back where they differ: as sent, and with every byte in its normal form. Clients disagree
 * on `!'()*`, and both mean the same key.
 */
export function canonicalPaths(path: string, isS3: boolean): readonly string[] {
  if (!isS3) return [resolvedPath(path)];
  if (path === '') return ['/'];
  const normal = bySegment(path, (segment) => percentNormalized(segment, 'literal'));
  return normal === path ? [path] : [path, normal];
}

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Names and values in normal form, sorted by name, then by value; `X-Amz-Signature` is never signed. */
export function canonicalQuery(query: string): string {
  if (query === '') return '';
  const pairs: [string, string][] = [];
  for (const [name, value] of queryPairs(query)) {
    const normalName = percentNormalized(name, 'space');
    if (normalName.toLowerCase() === 'x-amz-signature') continue;
    pairs.push([normalName, percentNormalized(value, 'space')]);
  }
  pairs.sort((a, b) => byCode(a[0], b[0]) || byCode(a[1], b[1]));
  return pairs.map(([name, value]) => `${name}=${value}`).join('&');
}

/** One line a signed header. A header that is signed but absent has no line, so that the signature cannot match. */
export function canonicalHeaders(headers: Readonly<Record<string, string>>, signed: readonly string[]): string {
  let lines = '';
  for (const name of signed) {
    const value = headers[name === ':authority' ? 'host' : name]; // HTTP/2's name for the host
    if (value !== undefined) lines += `${name}:${value.trim().replace(/\s+/g, ' ')}\n`;
  }
  return lines;
}

/** The text whose hash is signed, with one of the spellings of `canonicalPaths`. */
export function canonicalRequest(
  head: RequestHead,
  path: string,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  const headers = canonicalHeaders(head.headers, signedHeaders);
  const names = signedHeaders.join(';');
  return `${head.method}\n${path}\n${canonicalQuery(head.query)}\n${headers}\n${names}\n${payloadHash}`;
}
