import { createHash } from 'node:crypto';
import { documentsOf, MET_KINDS, type Searchable, type SearchDocument } from './documents.ts';
import type { IndexRepository } from './index-repository.ts';
import { wordsIn } from './words.ts';

/** +1 when `search_vector` or the folding of words changes: the same content then gives another index. */
const FORMAT = 1;

const SHORTEST_WORD = 3;

/** The first page is asked for as soon as a server listens, and comes first. */
const DELAY_MILLISECONDS = 1000;

/**
 * Renews the index once the server has had time to answer.
 *
 * @param done told whether there was something to renew
 * @returns gives it up: whoever closes the database waits for that
 */
export function renewLater(
  renew: (signal: AbortSignal) => Promise<boolean>,
  done: (isNew: boolean) => void,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const giveUp = new AbortController();
  let work: Promise<void> | undefined;
  const timer = setTimeout(() => {
    work = renew(giveUp.signal).then(done, (error: unknown) => {
      if (!giveUp.signal.aborted) onFailure(error);
    });
  }, DELAY_MILLISECONDS);
  return async () => {
    clearTimeout(timer);
    giveUp.abort();
    await work;
  };
}

/**
 * Makes the index of this content, unless it is there.
 *
 * @returns whether it had to
 */
export function renewIndex(index: IndexRepository, content: Searchable, signal?: AbortSignal): Promise<boolean> {
  return storeIndex(index, documentsOf(content), signal);
}

export async function storeIndex(
  index: IndexRepository,
  documents: readonly SearchDocument[],
  signal?: AbortSignal,
): Promise<boolean> {
  const digest = digestOf(documents);
  if ((await index.digest()) === digest) return false;
  return index.replace({ digest, words: frequentWords(documents), documents }, signal);
}

function digestOf(documents: readonly SearchDocument[]): string {
  const hash = createHash('sha256').update(`${FORMAT}`);
  for (const document of documents) hash.update(JSON.stringify(document));
  return hash.digest('base64url');
}

/** Words that everybody may see; those of cards and questions would tell what nobody has asked yet. */
function frequentWords(documents: readonly SearchDocument[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { kind, title, body } of documents) {
    if (MET_KINDS.includes(kind)) continue;
    for (const word of wordsIn(`${title} ${body}`)) {
      if (word.length >= SHORTEST_WORD) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}
