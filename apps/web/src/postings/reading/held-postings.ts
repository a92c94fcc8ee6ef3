import { seedOf } from '@cairn/kernel';
import type { ReadPosting } from '@cairn/postings';

export type HeldPosting = { readonly read: ReadPosting; readonly title: string; readonly text: string };

type Ordered = HeldPosting & { readonly order: number };

const MOST = 300;
/** In UTF-16 units: 40 MB. A posting has 5,000, the longest that is read 200,000. */
const MOST_CHARACTERS = 20_000_000;

/**
 * The texts that can be opened: those with the smallest hashes of their ids. A heat map takes its postings by the same
 * hash, so that each of its columns can be opened however many postings were read.
 */
export class HeldPostings {
  #held: Ordered[] = [];
  #characters = 0;

  add(posting: HeldPosting): void {
    const order = seedOf(posting.read.id);
    const last = this.#held.at(-1);
    if (this.#held.length >= MOST && last && order >= last.order) return;
    const at = this.#held.findIndex((one) => one.order > order);
    this.#held.splice(at < 0 ? this.#held.length : at, 0, { ...posting, order });
    this.#characters += posting.text.length;
    while (this.#held.length > MOST || this.#characters > MOST_CHARACTERS) {
      this.#characters -= this.#held.pop()?.text.length ?? 0;
    }
  }

  find(id: string): HeldPosting | undefined {
    return this.#held.find(({ read }) => read.id === id);
  }

  list(): readonly HeldPosting[] {
    return this.#held;
  }
}
