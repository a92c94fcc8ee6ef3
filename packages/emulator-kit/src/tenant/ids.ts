import { type Rng, seededRng } from '@cairn/kernel';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const HEX = '0123456789abcdef';

/**
 * Ids of one account, from its seed and a counter: the same calls in the same order give the same ids. The counter is
 * part of a snapshot, so that an account that was restored goes on where it stood.
 */
export class Ids {
  readonly #seed: string;
  drawn: number;

  constructor(seed: string, drawn = 0) {
    this.#seed = seed;
    this.drawn = drawn;
  }

  /** A stream of randomness of its own, for work that draws many numbers. */
  rng(): Rng {
    this.drawn += 1;
    return seededRng(`${this.#seed}:${this.drawn}`);
  }

  /** `length` characters of 0–9 and a–f. */
  hex(length: number): string {
    return this.#word(HEX, length);
  }

  /** `length` capitals and digits, as in user and key ids. */
  upper(length: number): string {
    return this.#word(UPPER, length);
  }

  /** In the form of a version 4 UUID. */
  uuid(): string {
    const digits = this.hex(32);
    const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(13, 16)}`, `a${digits.slice(17, 20)}`];
    return [...parts, digits.slice(20)].join('-');
  }

  /** A whole number in [0, bound). */
  below(bound: number): number {
    return this.rng().below(bound);
  }

  #word(alphabet: string, length: number): string {
    const rng = this.rng();
    return Array.from({ length }, () => alphabet[rng.below(alphabet.length)]).join('');
  }
}
