import { seedOf } from '@cairn/kernel';
import type { NameKind } from '../lexicon.ts';
import { type NameFinding, STRENGTHS, type Strength } from '../posting.ts';
import { shareOf } from '../shares/share.ts';
import { excerpt, ID_LIMIT, plainLine } from './excerpt.ts';
import type { ByStrength, NameCount, SampleQuote } from './survey.ts';

const QUOTES = 3;
const NAME_LIMIT = 100;

/** A posting on its way into the tallies. `order` is a hash of its id: samples do not depend on the order of the batch. */
export type CountedPosting = { readonly id: string; readonly order: number; readonly text: string };

type RankedQuote = { readonly rank: number; readonly order: number; readonly sample: SampleQuote };

const isBefore = (a: Omit<RankedQuote, 'sample'>, b: Omit<RankedQuote, 'sample'>) =>
  a.rank - b.rank || a.order - b.order;

export const noStrengths = (): Record<Strength, number> => ({
  required: 0,
  'one-of': 0,
  preferred: 0,
  stack: 0,
  boilerplate: 0,
});

export const askedFor = (counts: ByStrength) => counts.required + counts['one-of'] + counts.preferred + counts.stack;

/** How often one name was asked for, and up to three places where: the strongest, from anywhere in the batch. */
export class NameTally {
  readonly kind: NameKind;
  readonly #id: string;
  readonly #canonical: string;
  readonly #seed: number;
  readonly #byStrength = noStrengths();
  #quotes: RankedQuote[] = [];

  constructor({ id, canonical }: Pick<NameFinding, 'id' | 'canonical'>, kind: NameKind) {
    if (id.length > ID_LIMIT) throw new RangeError(`${id.slice(0, ID_LIMIT)}… is too long for an id of the catalog`);
    this.#id = id;
    this.#canonical = plainLine(canonical, NAME_LIMIT);
    this.kind = kind;
    this.#seed = seedOf(id);
  }

  get postings(): number {
    return askedFor(this.#byStrength);
  }

  add(found: NameFinding<Strength>, posting: CountedPosting): void {
    this.#byStrength[found.strength] += 1;
    if (found.strength === 'boilerplate') return;
    const place = {
      rank: STRENGTHS.indexOf(found.strength),
      order: Math.imul(posting.order ^ this.#seed, 0x9e3779b1) >>> 0,
    };
    const last = this.#quotes[QUOTES - 1];
    if (last && isBefore(last, place) <= 0) return;
    const ranked = { ...place, sample: excerpt(posting.id, posting.text, found) };
    this.#quotes = [...this.#quotes, ranked].sort(isBefore).slice(0, QUOTES);
  }

  /** @param postings that were read, at least one */
  count(postings: number): NameCount {
    const share = shareOf(this.postings, postings);
    if (!share) throw new RangeError(`${this.#id} was counted in no posting`);
    return {
      id: this.#id,
      canonical: this.#canonical,
      kind: this.kind,
      postings: this.postings,
      byStrength: { ...this.#byStrength },
      share,
      quotes: this.#quotes.map(({ sample }) => sample),
    };
  }
}

/** Most asked first; the same number: required before the rest, then by id. */
export const byDemand = (a: NameCount, b: NameCount) =>
  b.postings - a.postings || b.byStrength.required - a.byStrength.required || (a.id < b.id ? -1 : 1);
