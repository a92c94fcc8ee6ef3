/** Marks that show nothing and would cut names in two: soft hyphen, zero-width space, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Puts text together as a person would see it: runs of white space are one space, blocks are lines. */
export class TextBuilder {
  readonly #parts: string[] = [];
  readonly #limit: number;
  #length = 0;
  #gap: '' | ' ' | '\t' = '';
  #breaks = 0;
  #bullet = '';

  /** @param limit characters; what comes later is left out, and `isFull` says so */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#length > this.#limit;
  }

  /** Running text. White space at its edges counts, `Sage<b>Maker</b>` is one word. */
  words(text: string): void {
    const visible = text.replace(INVISIBLE, '');
    const run = visible.trim().replace(/\s+/g, ' ');
    if (run === '') {
      if (visible !== '') this.#space();
      return;
    }
    if (/^\s/.test(visible)) this.#space();
    this.#write(run);
    if (/\s$/.test(visible)) this.#space();
  }

  /** Text whose line breaks count, as in `pre`. */
  lines(text: string): void {
    text.split(/\r\n|\r|\n/).forEach((line, index) => {
      if (index > 0) this.lineBreak();
      this.words(line);
    });
  }

  /** A block begins or ends: at least one line break, two make an empty line. */
  block(breaks: 1 | 2): void {
    if (this.#bullet !== '') return; // a paragraph within an item begins behind its bullet
    this.#breaks = Math.max(this.#breaks, breaks);
    this.#gap = '';
  }

  /** One more line break, up to an empty line. */
  lineBreak(): void {
    this.#breaks = Math.min(this.#breaks + 1, 2);
    this.#gap = '';
  }

  /** The next words begin an item of a list. */
  bullet(): void {
    this.#bullet = '';
    this.block(1);
    this.#bullet = '• ';
  }

  cell(): void {
    if (this.#breaks === 0) this.#gap = '\t';
  }

  toString(): string {
    return this.#parts.join('');
  }

  #space(): void {
    if (this.#breaks === 0 && this.#gap === '') this.#gap = ' ';
  }

  #write(run: string): void {
    const before = this.#parts.length === 0 ? '' : this.#breaks > 0 ? '\n'.repeat(this.#breaks) : this.#gap;
    const part = `${before}${this.#bullet}${run}`;
    this.#parts.push(part);
    this.#length += part.length;
    this.#gap = '';
    this.#breaks = 0;
    this.#bullet = '';
  }
}
