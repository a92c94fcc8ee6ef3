import { Parser } from 'htmlparser2';
import type { DocumentLimits } from '../limits.ts';

/** Handed to the parser at once; between two the limits are looked at. */
const SLICE = 64 * 1024;

type Attributes = { readonly [name: string]: string };

/** Deleted text, instructions of fields, and the second drawing of a box for old programs. */
const UNSEEN: ReadonlySet<string> = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'mc:Fallback',
  'w:pict',
]);

/**
 * The text of WordprocessingML (ECMA-376 part 1, 17): a line a paragraph, a bullet before items of lists, a tab
 * between cells. The parser knows the five entities of XML and reads no DTD.
 */
export function wordText(xml: string, limits: DocumentLimits): { readonly text: string; readonly isTooDeep: boolean } {
  const reader = new WordReader(limits);
  const parser = new Parser(reader, { xmlMode: true });
  for (let at = 0; at < xml.length && !reader.isDone; at += SLICE) parser.write(xml.slice(at, at + SLICE));
  if (!reader.isDone) parser.end();
  return { text: reader.text(), isTooDeep: reader.isTooDeep };
}

class WordReader {
  readonly #limits: DocumentLimits;
  readonly #parts: string[] = [];
  #length = 0;
  #depth = 0;
  #unseenFrom = 0;
  #isText = false;
  #isHidden = false;
  isTooDeep = false;

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
  }

  get isDone(): boolean {
    return this.isTooDeep || this.#length > this.#limits.textCharacters;
  }

  text(): string {
    return this.#parts
      .join('')
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/^•?\n/gm, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  onopentag(name: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth > this.#limits.markupDepth) this.isTooDeep = true;
    if (this.#unseenFrom > 0 || this.isDone) return;
    if (UNSEEN.has(name)) this.#unseenFrom = this.#depth;
    else if (name === 'w:t') this.#isText = !this.#isHidden;
    else if (name === 'w:r') this.#isHidden = false;
    else if (name === 'w:vanish') this.#isHidden = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '');
    else this.#mark(name);
  }

  ontext(text: string): void {
    if (this.#isText) this.#write(text);
  }

  onclosetag(name: string): void {
    if (this.#unseenFrom === this.#depth) this.#unseenFrom = 0;
    this.#depth -= 1;
    if (name === 'w:t') this.#isText = false;
    if (this.#unseenFrom > 0) return;
    if (name === 'w:p') this.#endParagraph();
    else if (name === 'w:tc') this.#endCell();
    else if (name === 'w:tr') this.#write('\n');
  }

  #mark(name: string): void {
    if (name === 'w:tab') this.#write('\t');
    else if (name === 'w:br' || name === 'w:cr') this.#write('\n');
    else if (name === 'w:noBreakHyphen') this.#write('-');
    else if (name === 'w:numPr') this.#write('• ');
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #endParagraph(): void {
    this.#write('\n');
  }

  /** The last paragraph of a cell ends the cell, not the line. */
  #endCell(): void {
    while (this.#parts.at(-1) === '\n') this.#parts.pop();
    this.#write('\t');
  }
}
