import { BINS } from './fingerprint.ts';
import { mixed } from './word-hash.ts';

const ROWS = 4;
const BANDS = BINS / ROWS;
const HEADS = 2 ** 18;
/** Texts of one company share bands; only the newest of such a chain are looked at. */
const CHAIN_LIMIT = 64;
/**
 * Candidates by locality-sensitive hashing: earlier texts that agree in a band of smallest hashes. Two texts that share
 * 85 % of their shingles agree in 8 of 16 bands, and in none with a chance of 7 in a million; with 70 % 1 in 80.
 */
export class BandIndex {
  #size = 0;
  readonly #heads = new Int32Array(HEADS).fill(-1);
  /** By text and band: the band's hash, and the entry before it in the same chain. */
  #hashes = new Uint32Array(BANDS * 1_024);
  #before = new Int32Array(BANDS * 1_024);
  #agreeing = new Uint8Array(1_024);
  readonly #keys = new Uint32Array(BANDS);

  /** Earlier texts by their numbers, those that agree in most bands first. */
  candidates(bins: Uint32Array): number[] {
    this.#readKeys(bins);
    const met: number[] = [];
    for (let band = 0; band < BANDS; band += 1) this.#walk(this.#keys[band] ?? 0, met);
    const agreeing = new Map(met.map((text) => [text, this.#agreeing[text] ?? 0]));
    for (const text of met) this.#agreeing[text] = 0;
    return met.sort((a, b) => (agreeing.get(b) ?? 0) - (agreeing.get(a) ?? 0) || a - b);
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
    this.#size += 1;
  }

  #walk(hash: number, met: number[]): void {
    let entry = this.#heads[hash % HEADS] ?? -1;
    for (let steps = 0; entry >= 0 && steps < CHAIN_LIMIT; steps += 1) {
      if (this.#hashes[entry] === hash) {
        const text = Math.floor(entry / BANDS);
        if (this.#agreeing[text] === 0) met.push(text);
        this.#agreeing[text] = (this.#agreeing[text] ?? 0) + 1;
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
    const [hashes, before, agreeing] = [this.#hashes, this.#before, this.#agreeing];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#hashes.set(hashes);
    this.#before = new Int32Array(before.length * 2);
    this.#before.set(before);
    this.#agreeing = new Uint8Array(agreeing.length * 2);
    this.#agreeing.set(agreeing);
  }
}
