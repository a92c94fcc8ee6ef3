import { BINS } from './fingerprint.ts';
import { mixed } from './word-hash.ts';

const ROWS = 4;
const BANDS = BINS / ROWS;
const HEADS = 2 ** 18;
/** Texts of one company share bands; only the newest of such a chain are looked at. */
const CHAIN_LIMIT = 64;
/** Of 64 bins as many agree as the texts share shingles; with 70 % fewer than these do by a chance of 3 in 10,000. */
const AGREEING = 32;

/**
 * Candidates by locality-sensitive hashing: earlier texts that agree in a band of smallest hashes, and then in half of
 * all. Two texts that share 85 % of their shingles agree in 8 of 16 bands, and in none with a chance of 7 in a million;
 * with 70 % 1 in 80.
 */
export class BandIndex {
  #size = 0;
  readonly #heads = new Int32Array(HEADS).fill(-1);
  /** By text and band: the band's hash, and the entry before it in the same chain. */
  #hashes = new Uint32Array(BANDS * 1_024);
  #before = new Int32Array(BANDS * 1_024);
  /** By text and bin: eight bits of the smallest hash. */
  #bins = new Uint8Array(BINS * 1_024);
  #met = new Uint8Array(1_024);
  readonly #keys = new Uint32Array(BANDS);

  /** Earlier texts by their numbers, those that agree in most bins first. `add` takes the same text, if at all. */
  candidates(bins: Uint32Array): number[] {
    this.#readKeys(bins);
    const met: number[] = [];
    for (let band = 0; band < BANDS; band += 1) this.#walk(this.#keys[band] ?? 0, met);
    for (const text of met) this.#met[text] = 0;
    if (met.length === 0) return met;
    return met
      .map((text) => ({ text, agreeing: this.#agreeing(text, bins) }))
      .filter(({ agreeing }) => agreeing >= AGREEING)
      .sort((a, b) => b.agreeing - a.agreeing || a.text - b.text)
      .map(({ text }) => text);
  }

  #agreeing(text: number, bins: Uint32Array): number {
    const from = text * BINS;
    let agreeing = 0;
    for (let bin = 0; bin < BINS; bin += 1) agreeing += this.#bins[from + bin] === shortBin(bins[bin] ?? 0) ? 1 : 0;
    return agreeing;
  }

  /** Texts are numbered in the order in which they are added. */
  add(bins: Uint32Array): void {
    this.#readKeys(bins);
    if (this.#size * BANDS === this.#hashes.length) this.#grow();
    for (let band = 0; band < BANDS; band += 1) {
      const entry = this.#size * BANDS + band;
      const hash = this.#keys[band] ?? 0;
      const head = hash % HEADS;
      this.#hashes[entry] = hash;
      this.#before[entry] = this.#heads[head] ?? -1;
      this.#heads[head] = entry;
    }
    for (let bin = 0; bin < BINS; bin += 1) this.#bins[this.#size * BINS + bin] = shortBin(bins[bin] ?? 0);
    this.#size += 1;
  }

  #walk(hash: number, met: number[]): void {
    let entry = this.#heads[hash % HEADS] ?? -1;
    for (let steps = 0; entry >= 0 && steps < CHAIN_LIMIT; steps += 1) {
      const text = Math.floor(entry / BANDS);
      if (this.#hashes[entry] === hash && this.#met[text] === 0) {
        met.push(text);
        this.#met[text] = 1;
      }
      entry = this.#before[entry] ?? -1;
    }
  }

  #readKeys(bins: Uint32Array): void {
    for (let band = 0; band < BANDS; band += 1) {
      let key = band + 1;
      for (let row = 0; row < ROWS; row += 1) key = mixed(Math.imul(key, 31) + (bins[band * ROWS + row] ?? 0));
      this.#keys[band] = key;
    }
  }

  #grow(): void {
    this.#hashes = doubled(this.#hashes, new Uint32Array(this.#hashes.length * 2));
    this.#before = doubled(this.#before, new Int32Array(this.#before.length * 2));
    this.#bins = doubled(this.#bins, new Uint8Array(this.#bins.length * 2));
    this.#met = doubled(this.#met, new Uint8Array(this.#met.length * 2));
  }
}

function doubled<Kind extends Uint8Array | Int32Array | Uint32Array>(old: Kind, wider: Kind): Kind {
  wider.set(old);
  return wider;
}

/** The lowest bits say which bin it is, the highest are alike in all smallest hashes. */
function shortBin(hash: number): number {
  return (hash >>> 8) & 0xff;
}
