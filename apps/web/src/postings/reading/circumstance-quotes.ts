import { seedOf } from '@cairn/kernel';
import { excerpt, plainLine, type Quote, type ReadPosting, type SampleQuote } from '@cairn/postings';
import type { CircumstanceQuotes } from './messages.ts';

const QUOTES = 3;
/** As the survey cuts them. */
const PLACE_LIMIT = 80;
/** Places and years are as many as postings like; levels, modes and degrees are few. */
const MOST_KEYS = 200;

type Ranked = { readonly order: number; readonly sample: SampleQuote };

/** Where the postings state level, years, degree, mode, place and pay: up to three places for each value. */
export class CircumstanceTally {
  readonly #found = new Map<string, Ranked[]>();

  add(read: ReadPosting, text: string): void {
    const { seniority, education, workMode, location, salary } = read;
    if (seniority) this.#add(`seniority:${seniority.level}`, read.id, text, seniority);
    if (education) this.#add(`degree:${education.degree}`, read.id, text, education);
    if (workMode) this.#add(`mode:${workMode.mode}`, read.id, text, workMode);
    if (location) this.#add(`place:${plainLine(location.place, PLACE_LIMIT).toLowerCase()}`, read.id, text, location);
    if (salary) this.#add(`pay:${salary.currency}:${salary.period}`, read.id, text, salary);
    const years = mostYears(read);
    if (years) this.#add(`years:${Math.min(20, Math.max(0, Math.floor(years.low)))}`, read.id, text, years);
  }

  quotes(): CircumstanceQuotes {
    return Object.fromEntries(
      [...this.#found].map(([key, ranked]) => [key, ranked.map(({ sample }) => sample)] as const),
    );
  }

  #add(key: string, id: string, text: string, found: Quote): void {
    const ranked = this.#found.get(key) ?? [];
    if (ranked.length === 0 && this.#found.size >= MOST_KEYS) return;
    const order = seedOf(id);
    const last = ranked[QUOTES - 1];
    if (last && order >= last.order) return;
    const sample = excerpt(id, text, { ...found, strength: 'required' });
    this.#found.set(key, [...ranked, { order, sample }].sort((a, b) => a.order - b.order).slice(0, QUOTES));
  }
}

/** The demand that the survey counts: the most years of those that are required, else of all. */
function mostYears({ years }: ReadPosting) {
  const required = years.filter(({ isRequired }) => isRequired);
  const [most] = [...(required.length > 0 ? required : years)].sort((a, b) => b.low - a.low);
  return most;
}
