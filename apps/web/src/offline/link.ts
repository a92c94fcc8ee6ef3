import { AS_OF_HEADER } from './keeping-rules.ts';

/** Whether Cairn answers, as the requests of this page found it. */
export type ServerLink =
  | { readonly kind: 'there' }
  /** `asOf`: the oldest of what is shown from memory, in milliseconds since 1970; undefined if nothing is. */
  | { readonly kind: 'away'; readonly asOf: number | undefined };

const THERE: ServerLink = { kind: 'there' };

let link: ServerLink = THERE;
const listeners = new Set<() => void>();

export const serverLink = (): ServerLink => link;

export function onServerLink(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Reads from an answer whether the server gave it, or the service worker from what it kept. */
export function heard(answer: Response): void {
  const asOf = Number(answer.headers.get(AS_OF_HEADER) ?? Number.NaN);
  if (Number.isFinite(asOf)) change(afterSilence(link, asOf));
  else change(THERE);
}

/** A request that nobody answered. */
export const heardNothing = (): void => change(afterSilence(link, undefined));

export function afterSilence(before: ServerLink, asOf: number | undefined): ServerLink {
  const known = before.kind === 'away' ? before.asOf : undefined;
  const all = [known, asOf].filter((at) => at !== undefined);
  return { kind: 'away', asOf: all.length === 0 ? undefined : Math.min(...all) };
}

function change(next: ServerLink): void {
  const isSame =
    next.kind === link.kind && (next.kind === 'there' || (link.kind === 'away' && next.asOf === link.asOf));
  if (isSame) return;
  link = next;
  for (const listener of [...listeners]) listener();
}
