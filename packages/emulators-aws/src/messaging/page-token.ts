/** Opaque page tokens: what a listing needs to go on, in base64. */
export function pageToken(parts: Readonly<Record<string, string | number>>): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64');
}

/** The parts of a token that this service gave out; undefined for any other text. */
export function readPageToken(token: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(token, 'base64').toString('utf8'));
    return typeof parts === 'object' && parts !== null ? Object.fromEntries(Object.entries(parts)) : undefined;
  } catch {
    return undefined; // not ours
  }
}

export interface NamedPage<Item> {
  readonly items: readonly Item[];
  /** Left out on the last page. */
  readonly nextToken: string | undefined;
}

/**
 * One page of `all` in the order of their names. The token holds the last name shown, so that nothing is missed when
 * what a page showed is deleted before the next one is asked for.
 *
 * @param refuse makes the service's error for a token that is not its own
 */
export function namedPage<Item>(
  all: Iterable<Item>,
  nameOf: (item: Item) => string,
  request: { readonly token: string | undefined; readonly limit: number },
  refuse: () => Error,
): NamedPage<Item> {
  const after = request.token === undefined ? '' : readPageToken(request.token)?.after;
  if (typeof after !== 'string') throw refuse();
  const left = [...all].filter((item) => nameOf(item) > after).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const items = left.slice(0, request.limit);
  const last = items.at(-1);
  const nextToken = last && items.length < left.length ? pageToken({ after: nameOf(last) }) : undefined;
  return { items, nextToken };
}
