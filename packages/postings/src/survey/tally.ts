import { seedOf } from '@cairn/kernel';
import type { NameKind } from '../lexicon.ts';
import type { NameFinding, ReadPosting, Strength } from '../posting.ts';
import { shareOf } from '../shares/share.ts';
import { bounded } from './bounded.ts';
import { CircumstanceTally } from './circumstances.ts';
import { plainLine } from './excerpt.ts';
import { HeatSample } from './heat-sample.ts';
import { byDemand, type CountedPosting, NameTally } from './name-tally.ts';
import { PayTally } from './pay-tally.ts';
import { PlatformTally } from './platform-tally.ts';
import type { Survey } from './survey.ts';

const LANGUAGES = 40;

const isInEnglish = (read: ReadPosting) =>
  read.language === 'en' || (read.language === 'und' && namesOf(read).length > 0);

const namesOf = ({ platforms, services, skills, certifications }: ReadPosting): readonly NameFinding<Strength>[] => [
  ...platforms,
  ...services,
  ...skills,
  ...certifications,
];

/**
 * Counts a batch of postings one after the other; no posting is kept. Their order changes nothing of the survey.
 * Postings in other languages count only as such and by their pay.
 */
export class Tally {
  #read = 0;
  #withCertification = 0;
  #unreadable = 0;
  readonly #duplicates = { same: 0, near: 0 };
  readonly #languages = new Map<string, number>();
  readonly #platforms = new PlatformTally();
  readonly #names = new Map<string, NameTally>();
  readonly #circumstances = new CircumstanceTally();
  readonly #pay = new PayTally();
  readonly #heat = new HeatSample();

  /** @param text what was read: quotes get a little of their sentence from it */
  add(read: ReadPosting, text: string): void {
    if (read.salary) this.#pay.add(read.salary);
    if (!isInEnglish(read)) {
      const language = plainLine(read.language, 8);
      this.#languages.set(language, (this.#languages.get(language) ?? 0) + 1);
      return;
    }
    this.#read += 1;
    const posting = { id: read.id, order: seedOf(read.id), text };
    this.#platforms.add(read.platforms, posting);
    this.#addNames(read.services, 'service', posting);
    this.#addNames(read.skills, 'skill', posting);
    this.#addNames(read.certifications, 'certification', posting);
    if (read.certifications.length > 0) this.#withCertification += 1;
    this.#circumstances.add(read);
    const demands = () => new Map(namesOf(read).map(({ id, strength }) => [id, strength]));
    this.#heat.add({ id: read.id, order: posting.order, title: read.title }, demands);
  }

  addDuplicate(kind: 'same' | 'near'): void {
    this.#duplicates[kind] += 1;
  }

  /** A file or field that held no text that could be read. */
  addUnreadable(): void {
    this.#unreadable += 1;
  }

  survey(): Survey {
    const platforms = this.#read > 0 ? this.#platforms.counts(this.#read) : [];
    const names = [...this.#names.values()].map((name) => name.count(this.#read)).sort(byDemand);
    const certificates = shareOf(this.#withCertification, this.#read);
    return bounded({
      postings: this.#read,
      duplicates: { ...this.#duplicates },
      otherLanguages: this.#otherLanguages(),
      unreadable: this.#unreadable,
      withCloud: this.#platforms.withCloud,
      platforms,
      platformPairs: this.#platforms.pairs(platforms),
      names,
      namesLeftOut: 0,
      ...(certificates ? { certificates } : {}),
      ...this.#circumstances.counts(),
      pay: this.#pay.counts(),
      heatMap: this.#heat.map([...platforms, ...names].sort(byDemand)),
    });
  }

  #addNames(found: readonly NameFinding[], kind: NameKind, posting: CountedPosting): void {
    for (const name of found) {
      const tally = this.#names.get(name.id) ?? new NameTally(name, kind);
      this.#names.set(name.id, tally);
      tally.add(name, posting);
    }
  }

  #otherLanguages(): Survey['otherLanguages'] {
    return [...this.#languages]
      .map(([language, postings]) => ({ language, postings }))
      .sort((a, b) => b.postings - a.postings || (a.language < b.language ? -1 : 1))
      .slice(0, LANGUAGES);
  }
}
