import type { DocumentLimits } from '../limits.ts';

/** Containers around the records: `{"data":{"hits":{"hits":[…]}}}` has four. */
const MAX_AROUND = 16;

const [QUOTE, BACKSLASH, NEWLINE, COMMA, COLON] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
const isOpening = (code: number): boolean => code === OPEN_LIST || code === OPEN_OBJECT;
const isClosing = (code: number): boolean => code === CLOSE_LIST || code === CLOSE_OBJECT;
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/**
 * Cuts JSON into its records without holding the whole: the elements of the outermost list, each line of JSON lines,
 * or the one object of the file. An object larger than a record is a wrapper, whose lists are cut in the same way.
 */
export class JsonUnits {
  readonly #limits: Pick<DocumentLimits, 'recordCharacters' | 'jsonDepth'>;
  /** The first character of each open container around the units. */
  readonly #around: number[] = [];
  /** What is read of the unit so far; `inner` counts its open containers. */
  #unit: string | undefined;
  #inner = 0;
  #deepest = 0;
  #inString = false;
  #isEscaped = false;
  #hasEnded = false;
  /** The unit is too large and can be cut no further. */
  #isDropped = false;
  #hasLines: boolean;
  #ready: string[] = [];
  /** Records that were left out because they are too large or nested too deep. */
  skipped = 0;
  /** Something stands outside of every value: a text that is no JSON. */
  hasGarbage = false;

  /** @param hasLines whether the name says that each line is a record; otherwise the first value shows it */
  constructor(limits: Pick<DocumentLimits, 'recordCharacters' | 'jsonDepth'>, hasLines: boolean) {
    this.#limits = limits;
    this.#hasLines = hasLines;
  }

  /** Whether the input may end here. */
  get isWhole(): boolean {
    return this.#hasLines || (this.#unit === undefined && this.#around.length === 0);
  }

  /** Units that are complete with this chunk, as they stand. */
  push(chunk: string): readonly string[] {
    if (this.#hasLines) this.#pushLines(chunk);
    else this.#scan(chunk);
    return this.#take();
  }

  /** The last line, if lines are read. */
  end(): readonly string[] {
    if (this.#hasLines) this.#pushLines('\n');
    return this.#take();
  }

  #take(): readonly string[] {
    const units = this.#ready;
    this.#ready = [];
    return units;
  }

  #pushLines(chunk: string): void {
    const lines = ((this.#unit ?? '') + chunk).split('\n');
    // One character more than allowed is kept, so that the line is left out when it ends.
    this.#unit = (lines.pop() ?? '').slice(0, this.#limits.recordCharacters + 1);
    for (const line of lines) {
      const unit = line.trim().replace(/,$/, '');
      if (unit.length > this.#limits.recordCharacters) this.skipped += 1;
      else if (unit !== '') this.#ready.push(unit);
    }
  }

  #scan(chunk: string): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#unit === undefined) {
        at = this.#outside(chunk, at);
      } else {
        const from = at;
        at = this.#throughUnit(chunk, at);
        this.#unit += chunk.slice(from, at);
        if (this.#hasEnded && this.#finish(this.#unit, chunk, at)) return;
      }
    }
    if (this.#unit === undefined || this.#unit.length <= this.#limits.recordCharacters) return;
    if (this.#isWrapper(this.#unit)) this.#descend(this.#unit);
    else this.#drop();
  }

  /** Goes on to the end of the unit without keeping it. */
  #drop(): void {
    this.#isDropped = true;
    this.#unit = '';
  }

  /** A string ends at a bare line break, too, which no JSON allows: so a broken record breaks no other one. */
  #afterString(chunk: string, start: number): number {
    for (let at = start; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (this.#isEscaped) {
        this.#isEscaped = false;
      } else if (code === BACKSLASH) {
        this.#isEscaped = true;
      } else if (code === QUOTE || code === NEWLINE) {
        this.#inString = false;
        return at + 1;
      }
    }
    return chunk.length;
  }

  /** Goes on to the character that begins a unit, or to the end of the chunk. */
  #outside(chunk: string, start: number): number {
    for (let at = start; at < chunk.length; at += 1) {
      if (this.#inString) {
        at = this.#afterString(chunk, at) - 1;
        continue;
      }
      const code = chunk.charCodeAt(at);
      if (isSpace(code) || code === COMMA || code === COLON) continue;
      if (this.#isUnit(code)) {
        this.#unit = '';
        this.#inner = 0;
        this.#deepest = 0;
        return at;
      }
      this.#enclose(code);
    }
    return chunk.length;
  }

  #isUnit(code: number): boolean {
    const around = this.#around.at(-1);
    if (this.#around.length >= MAX_AROUND) return isOpening(code);
    return around === OPEN_LIST ? !isClosing(code) : around === undefined && code === OPEN_OBJECT;
  }

  /** A character of what is around the units. */
  #enclose(code: number): void {
    if (isOpening(code)) this.#around.push(code);
    else if (this.#around.length === 0) this.hasGarbage = true;
    else if (isClosing(code)) this.#around.pop();
    else if (code === QUOTE) this.#inString = true;
  }

  /** Goes on to the end of the unit, which `hasEnded` tells, or of the chunk. */
  #throughUnit(chunk: string, start: number): number {
    this.#hasEnded = false;
    for (let at = start; at < chunk.length; ) {
      if (this.#inString) {
        at = this.#afterString(chunk, at);
        continue;
      }
      const code = chunk.charCodeAt(at);
      if (this.#inner === 0 && (code === COMMA || isClosing(code))) {
        this.#hasEnded = true; // a unit that is no container ends before what follows it
        return at;
      }
      at += 1;
      if (code === QUOTE) this.#inString = true;
      else if (this.#closesUnit(code)) return at;
    }
    return chunk.length;
  }

  #closesUnit(code: number): boolean {
    if (isOpening(code)) {
      this.#inner += 1;
      this.#deepest = Math.max(this.#deepest, this.#inner);
    } else if (isClosing(code)) {
      this.#inner -= 1;
      this.#hasEnded = this.#inner === 0;
    }
    return this.#hasEnded;
  }

  /** @returns whether the rest of the chunk was read as lines */
  #finish(unit: string, chunk: string, end: number): boolean {
    const isTooLarge = unit.length > this.#limits.recordCharacters;
    if (isTooLarge && this.#isWrapper(unit)) {
      this.#descend(unit);
      return false;
    }
    if (isTooLarge || this.#isDropped || this.#deepest > this.#limits.jsonDepth) this.skipped += 1;
    else this.#ready.push(unit);
    this.#unit = undefined;
    this.#isDropped = false;
    // A value that fills the first line means JSON lines, where one broken line must not spoil the next.
    const rest = chunk.slice(end, end + 64);
    if (this.#around.length > 0 || unit.includes('\n') || !/^[ \t,]*(?:\r?\n|$)/.test(rest)) return false;
    this.#hasLines = true;
    this.#pushLines(chunk.slice(end));
    return true;
  }

  /** Whether a unit that is too large for a record may be cut further. */
  #isWrapper(unit: string): boolean {
    return !this.#isDropped && this.#around.length < MAX_AROUND && isOpening(unit.charCodeAt(0));
  }

  /** The container that a unit is becomes one around units. */
  #descend(unit: string): void {
    this.#unit = undefined;
    this.#inString = false;
    this.#isEscaped = false;
    this.#around.push(unit.charCodeAt(0));
    this.#scan(unit.slice(1));
  }
}
