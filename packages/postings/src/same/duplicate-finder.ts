import { BandIndex } from './band-index.ts';
import { Fingerprint } from './fingerprint.ts';
import { HashStore } from './hash-store.ts';
import { Resemblance } from './resemblance.ts';

/** `same`: equal but for blanks and case. `near`: the same job with another city, date or a few other words. */
export type Duplicate = { readonly duplicateOf: string; readonly kind: 'same' | 'near' };

/** Comparing with more is waste: candidates come in the order of their likeness. */
const COMPARISONS = 24;

/**
 * Finds postings that were seen before, one after the other; about 1.5 kB are kept of each that is new. What a posting
 * duplicates is always the first of its kind.
 *
 * @see Broder (1997), On the resemblance and containment of documents
 */
export class DuplicateFinder {
  readonly #text = new Fingerprint();
  readonly #bands = new BandIndex();
  readonly #words = new HashStore();
  readonly #resemblance = new Resemblance();
  readonly #ids: string[] = [];
  /** The exact key of each text that was met, near duplicates included, to the id of the first of its kind. */
  readonly #exact = new Map<number, string>();

  add(posting: { readonly id: string; readonly text: string }): 'new' | Duplicate {
    const text = this.#text;
    text.read(posting.text);
    const same = this.#exact.get(text.exact);
    if (same !== undefined) return { duplicateOf: same, kind: 'same' };
    const near = this.#findNear();
    this.#exact.set(text.exact, near ?? posting.id);
    if (near !== undefined) return { duplicateOf: near, kind: 'near' };
    this.#bands.add(text.bins);
    this.#words.add(text.words, text.wordCount);
    this.#ids.push(posting.id);
    return 'new';
  }

  #findNear(): string | undefined {
    const candidates = this.#bands.candidates(this.#text.bins);
    if (candidates.length === 0) return undefined;
    this.#resemblance.ask(this.#text.words.subarray(0, this.#text.wordCount));
    const found = candidates
      .slice(0, COMPARISONS)
      .find((candidate) => this.#resemblance.isNear(this.#words.get(candidate)));
    return found === undefined ? undefined : this.#ids[found];
  }
}
