import { DEGREES, type ReadPosting, SENIORITIES, WORK_MODES } from '../posting.ts';
import { plainLine } from './excerpt.ts';
import type { Counted, Survey } from './survey.ts';

const PLACES = 50;
const PLACE_LIMIT = 80;
const MOST_YEARS = 20;

type Circumstances = Pick<
  Survey,
  'seniority' | 'years' | 'yearsUnstated' | 'degrees' | 'workModes' | 'locations' | 'locationsLeftOut'
>;

/** A part of a text keeps the whole text in memory; its units joined anew do not. */
const copied = (part: string) => part.split('').join('');

const oneMore = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Each value in its own order, those that no posting has left out. */
function listed<K extends string>(values: readonly K[], counts: ReadonlyMap<string, number>): Counted<K>[] {
  return values.map((value) => ({ value, postings: counts.get(value) ?? 0 })).filter(({ postings }) => postings > 0);
}

/** The most years in one demand: "5 years of Python, 2 of AWS" asks for 5. What is only preferred counts if nothing else is there. */
function yearsAsked({ years }: ReadPosting): number | undefined {
  const required = years.filter(({ isRequired }) => isRequired);
  const asked = (required.length > 0 ? required : years).map(({ low }) => low);
  return asked.length === 0 ? undefined : Math.min(MOST_YEARS, Math.max(0, Math.floor(Math.max(...asked))));
}

/** One place may be written in several ways of upper and lower case: the most frequent way stands for it. */
function places(counts: ReadonlyMap<string, number>): Counted<string>[] {
  const ways = [...counts].sort(([a, nA], [b, nB]) => nB - nA || (a < b ? -1 : 1));
  const merged = new Map<string, { value: string; postings: number }>();
  for (const [value, postings] of ways) {
    const place = merged.get(value.toLowerCase()) ?? { value, postings: 0 };
    merged.set(value.toLowerCase(), place);
    place.postings += postings;
  }
  return [...merged.values()].sort((a, b) => b.postings - a.postings || (a.value < b.value ? -1 : 1));
}

/** Level, years, degree, mode and place of the postings. */
export class CircumstanceTally {
  readonly #seniority = new Map<string, number>();
  readonly #years = new Map<number, number>();
  #yearsUnstated = 0;
  readonly #degrees = new Map<string, number>();
  readonly #degreesRequired = new Map<string, number>();
  readonly #orExperience = new Map<string, number>();
  readonly #modes = new Map<string, number>();
  readonly #places = new Map<string, number>();

  add(read: ReadPosting): void {
    oneMore(this.#seniority, read.seniority?.level ?? 'unstated');
    oneMore(this.#modes, read.workMode?.mode ?? 'unstated');
    this.#addDegree(read.education);
    const years = yearsAsked(read);
    if (years === undefined) this.#yearsUnstated += 1;
    else this.#years.set(years, (this.#years.get(years) ?? 0) + 1);
    if (read.location) oneMore(this.#places, copied(plainLine(read.location.place, PLACE_LIMIT)));
  }

  counts(): Circumstances {
    const locations = places(this.#places);
    return {
      seniority: listed([...SENIORITIES, 'unstated'], this.#seniority),
      years: [...this.#years].sort(([a], [b]) => a - b).map(([years, postings]) => ({ years, postings })),
      yearsUnstated: this.#yearsUnstated,
      degrees: listed([...DEGREES, 'unstated'], this.#degrees).map((counted) => ({
        ...counted,
        required: this.#degreesRequired.get(counted.value) ?? 0,
        orExperience: this.#orExperience.get(counted.value) ?? 0,
      })),
      workModes: listed([...WORK_MODES, 'unstated'], this.#modes),
      locations: locations.slice(0, PLACES),
      locationsLeftOut: Math.max(0, locations.length - PLACES),
    };
  }

  #addDegree(education: ReadPosting['education']): void {
    const degree = education?.degree ?? 'unstated';
    oneMore(this.#degrees, degree);
    if (education?.isRequired) oneMore(this.#degreesRequired, degree);
    if (education?.orExperience) oneMore(this.#orExperience, degree);
  }
}
