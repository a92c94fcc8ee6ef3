/**
 * Keeps web pages out. A page that the learner has open must not be able to drive the sandbox: neither by cross-site
 * requests, nor by a name of its own that resolves to this machine (DNS rebinding).
 */
export interface GuardOptions {
  /** Names that requests may be for, besides this machine's: `sandbox.example.org`; names under them are allowed too. */
  readonly hostNames: readonly string[];
  /** Origins whose pages may call: `http://127.0.0.1:4280`. */
  readonly allowedOrigins: readonly string[];
}

export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** `bucket.s3.localhost` of `bucket.s3.localhost:4566`, `[::1]` of `[::1]:4566`; in lower case. */
export function hostName(host: string): string {
  const name = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(host.trim())?.[1] ?? '';
  return name.toLowerCase().replace(/\.$/, '');
}

/** An address cannot be rebound: whoever put it there meant this machine. */
const isAddress = (name: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name) || name.startsWith('[');

function isAllowedHost(host: string, hostNames: readonly string[]): boolean {
  const name = hostName(host);
  if (name === '') return false;
  if (isAddress(name)) return true;
  return ['localhost', ...hostNames].some((allowed) => name === allowed || name.endsWith(`.${allowed}`));
}

/** Why a request may not pass; undefined when it may. */
export function refusalOf(headers: Readonly<Record<string, string>>, options: GuardOptions): Refusal | undefined {
  const { host = '', origin } = headers;
  if (!isAllowedHost(host, options.hostNames)) {
    const what =
      host === '' ? 'The request names no host.' : `This sandbox does not answer for the host "${host.slice(0, 200)}".`;
    return { status: 421, message: `${what} Use the address it printed, or add the name to its host names.` };
  }
  if (origin !== undefined) {
    if (options.allowedOrigins.includes(origin)) return undefined;
    return {
      status: 403,
      message: `Pages of ${origin.slice(0, 200)} may not call this sandbox. Add the origin to those it allows.`,
    };
  }
  const site = headers['sec-fetch-site'];
  const isByPage = site !== undefined && site !== 'none' && headers['sec-fetch-mode'] !== 'navigate';
  if (!isByPage) return undefined;
  return {
    status: 403,
    message: 'Web pages may not call this sandbox. Use a command line, an SDK, or an allowed origin.',
  };
}
