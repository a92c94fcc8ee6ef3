import type { Lexicon } from './names/build-lexicon.ts';
import type { PostingText, ReadPosting } from './posting.ts';
import { readPosting } from './read-posting.ts';
import { type Duplicate, DuplicateFinder } from './same/duplicate-finder.ts';
import type { Survey } from './survey/survey.ts';
import { Tally } from './survey/tally.ts';

/** A posting as it was read; one that repeats another is named, and not counted. */
export type ListedPosting = ReadPosting & Partial<Duplicate>;

/** Reads postings one after the other and counts each job once; no text is kept. */
export class Batch {
  readonly #lexicon: Lexicon;
  readonly #seen = new DuplicateFinder();
  readonly #tally = new Tally();
  readonly #ids = new Set<string>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Two files may call their postings alike: the later one gets a number, for quotes name a posting by its id. */
  add({ id, ...rest }: PostingText): ListedPosting {
    const posting = { ...rest, id: this.#unique(id) };
    const repeated = this.#seen.add(posting);
    const read = readPosting(posting, this.#lexicon);
    if (repeated === 'new') {
      this.#tally.add(read, posting.text);
      return read;
    }
    this.#tally.addDuplicate(repeated.kind);
    return { ...read, ...repeated };
  }

  #unique(id: string): string {
    let own = id;
    for (let number = 2; this.#ids.has(own); number += 1) own = `${id} (${number})`;
    this.#ids.add(own);
    return own;
  }

  /** A file that gave no text. */
  addUnreadable(): void {
    this.#tally.addUnreadable();
  }

  survey(): Survey {
    return this.#tally.survey();
  }
}
