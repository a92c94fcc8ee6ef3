import type { PlatformFinding } from '../posting.ts';
import { chanceOfMore, shareOf } from '../shares/share.ts';
import { plainLine } from './excerpt.ts';
import { byDemand, type CountedPosting, NameTally } from './name-tally.ts';
import type { PlatformCount, PlatformPair } from './survey.ts';

/** The chance from which on one cloud is said to be asked for more often than another. */
const DECIDED = 0.95;
/** Of more clouds than there are, only hostile batches speak; pairs grow with the square. */
const COMPARED = 8;
const VENDOR_LIMIT = 40;

/** Clouds: how often each is asked for, how often by a service only, and which are asked for together. */
export class PlatformTally {
  readonly #names = new Map<string, NameTally>();
  readonly #vendors = new Map<string, string>();
  readonly #viaService = new Map<string, number>();
  readonly #both = new Map<string, number>();
  #withCloud = 0;

  get withCloud(): number {
    return this.#withCloud;
  }

  add(found: readonly PlatformFinding[], posting: CountedPosting): void {
    for (const platform of found) this.#addOne(platform, posting);
    const asked = found.filter(({ strength }) => strength !== 'boilerplate').map(({ id }) => id);
    if (asked.length > 0) this.#withCloud += 1;
    for (const one of asked) {
      for (const other of asked) {
        if (one < other) this.#both.set(`${one}\n${other}`, this.#bothOf(one, other) + 1);
      }
    }
  }

  counts(postings: number): PlatformCount[] {
    return [...this.#names]
      .map(([id, tally]) => this.#count(id, tally, postings))
      .sort(byDemand)
      .slice(0, COMPARED);
  }

  /** Each two clouds of different vendors. GovCloud is a part of AWS: nothing is to be compared. */
  pairs(platforms: readonly PlatformCount[]): PlatformPair[] {
    return platforms.flatMap((more, i) =>
      platforms
        .slice(i + 1)
        .filter((less) => less.vendor !== more.vendor && more.postings > 0)
        .map((less) => this.#compare(more, less)),
    );
  }

  #addOne(platform: PlatformFinding, posting: CountedPosting): void {
    const tally = this.#names.get(platform.id) ?? new NameTally(platform, 'platform');
    this.#names.set(platform.id, tally);
    this.#vendors.set(platform.id, plainLine(platform.vendor, VENDOR_LIMIT));
    tally.add(platform, posting);
    if (platform.via === 'service' && platform.strength !== 'boilerplate') {
      this.#viaService.set(platform.id, (this.#viaService.get(platform.id) ?? 0) + 1);
    }
  }

  #bothOf(one: string, other: string): number {
    return this.#both.get(one < other ? `${one}\n${other}` : `${other}\n${one}`) ?? 0;
  }

  #count(id: string, tally: NameTally, postings: number): PlatformCount {
    const shareOfCloud = shareOf(tally.postings, this.#withCloud);
    return {
      ...tally.count(postings),
      vendor: this.#vendors.get(id) ?? id,
      viaService: this.#viaService.get(id) ?? 0,
      ...(shareOfCloud ? { shareOfCloud } : {}),
    };
  }

  #compare(more: PlatformCount, less: PlatformCount): PlatformPair {
    const both = this.#bothOf(more.id, less.id);
    const [onlyMore, onlyLess] = [more.postings - both, less.postings - both];
    const chance = chanceOfMore(onlyMore, onlyLess);
    const verdict = chance >= DECIDED ? 'decided' : 'undecided';
    return { more: more.id, less: less.id, onlyMore, onlyLess, both, chance, verdict };
  }
}
