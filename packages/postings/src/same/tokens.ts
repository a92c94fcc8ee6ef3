import { BLANK, FIRST_OF_WORD, foldedUnits, IDEOGRAPH, UNSEEN } from './characters.ts';
import { WORD_SEED, withUnit } from './word-hash.ts';

/** In a token's kind: a blank stands before it. */
const AFTER_BLANK = 0x10000;
/** Digits, + and # set no higher bits than these. */
const DIGIT_BITS = 0x3f;
/** A blank ends the last word. */
const END = 32;

/** Whether a token is a word: a sign of a script without blanks, or what has a letter. */
export function isWord(kind: number): boolean {
  const bits = kind & 0xffff;
  return bits === IDEOGRAPH || bits > DIGIT_BITS;
}

/**
 * A text as hashes of its words and marks; overwritten by the next `read`. Here and in `Fingerprint` the loops keep what
 * they count in variables of their own: as fields it takes twice the time, and every posting passes here.
 */
export class Tokens {
  /** By token: the hash of a word, or the code of a mark. */
  hashes = new Int32Array(4_096);
  /** By token: the bits that its folded units have, and whether a blank stands before it. */
  kinds = new Int32Array(4_096);
  readonly #folded = foldedUnits();

  /** Answers how many there are. */
  read(text: string): number {
    this.#makeRoom(text.length);
    const { hashes, kinds } = this;
    const folded = this.#folded;
    const length = text.length;
    let count = 0;
    let spaced = 0;
    let word = WORD_SEED;
    let bits = 0;
    for (let at = 0; at <= length; at += 1) {
      const code = at < length ? text.charCodeAt(at) : END;
      const unit = folded[code] as number; // the table has every unit
      if (unit >= FIRST_OF_WORD) {
        word = withUnit(word, unit);
        bits |= unit;
        continue;
      }
      if (unit === UNSEEN) continue;
      if (bits > 0) {
        hashes[count] = word;
        kinds[count] = bits | spaced;
        count += 1;
        word = WORD_SEED;
        bits = spaced = 0;
      }
      if (unit === BLANK) {
        spaced = AFTER_BLANK;
      } else {
        hashes[count] = code;
        kinds[count] = unit | spaced;
        count += 1;
        spaced = 0;
      }
    }
    return count;
  }

  #makeRoom(units: number): void {
    if (units < this.hashes.length) return;
    this.hashes = new Int32Array(units * 2);
    this.kinds = new Int32Array(units * 2);
  }
}
