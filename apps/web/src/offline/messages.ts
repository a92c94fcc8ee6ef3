/** What page and service worker tell each other. */

export type ToWorker =
  /** Take over from the build before. */
  | { readonly kind: 'activate' }
  /** These answers may be needed without the server. */
  | { readonly kind: 'keep'; readonly paths: readonly string[] };

export type ToPage = {
  /** A build has been put down for use without the server; `entry` is the script that its page starts with. */
  readonly kind: 'installed';
  readonly entry: string;
};

export function isFromWorker(data: unknown): data is ToPage {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'installed' && 'entry' in data;
}

const MOST_PATHS = 150;

/** Only what a page of ours would say: a list of some length. */
export function readToWorker(data: unknown): ToWorker | undefined {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return undefined;
  if (data.kind === 'activate') return { kind: 'activate' };
  if (data.kind !== 'keep' || !('paths' in data) || !Array.isArray(data.paths)) return undefined;
  const paths = data.paths.filter((path): path is string => typeof path === 'string');
  return { kind: 'keep', paths: paths.slice(0, MOST_PATHS) };
}
