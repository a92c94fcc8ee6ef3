import type { Lexicon } from './names/build-lexicon.ts';
import type { PostingText, ReadPosting } from './posting.ts';
import { postingTitle } from './posting-title.ts';
import { readPosting } from './read-posting.ts';
import { type Duplicate, DuplicateFinder } from './same/duplicate-finder.ts';
import type { Survey } from './survey/survey.ts';
import { Tally } from './survey/tally.ts';

/** What became of a posting. One that repeats another is neither read nor counted. `id` is its own in the batch. */
export type Added =
  | { readonly outcome: 'counted'; readonly id: string; readonly read: ReadPosting; readonly title: string }
  | ({ readonly outcome: 'repeated'; readonly id: string } & Duplicate);

/** Reads postings one after the other and counts each job once; no text is kept. */
export class Batch {
  readonly #lexicon: Lexicon;
  readonly #seen = new DuplicateFinder();
  readonly #tally = new Tally();
  readonly #ids = new Set<string>();
  /** The last number that a name was given: without it the thousandth of a name would try all those before. */
  readonly #numbers = new Map<string, number>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  add(given: PostingText): Added {
    const id = this.#unique(given.id);
    const posting = { ...given, id };
    const repeated = this.#seen.add(posting);
    if (repeated !== 'new') {
      this.#tally.addDuplicate(repeated.kind);
      return { outcome: 'repeated', id, ...repeated };
    }
    const read = readPosting(posting, this.#lexicon);
    const title = postingTitle(read, posting.text);
    this.#tally.add({ ...read, title }, posting.text);
    return { outcome: 'counted', id, read, title };
  }

  /** A file that gave no text. */
  addUnreadable(): void {
    this.#tally.addUnreadable();
  }

  survey(): Survey {
    return this.#tally.survey();
  }

  /** Two files may call their postings alike: the later one gets a number, for quotes name a posting by its id. */
  #unique(id: string): string {
    let own = id;
    for (let number = (this.#numbers.get(id) ?? 1) + 1; this.#ids.has(own); number += 1) {
      own = `${id} (${number})`;
      this.#numbers.set(id, number);
    }
    this.#ids.add(own);
    return own;
  }
}
