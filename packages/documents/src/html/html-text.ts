import { Parser } from 'htmlparser2';
import type { DocumentLimits } from '../limits.ts';
import { TextBuilder } from './text-builder.ts';

export type HtmlText = {
  readonly text: string;
  readonly title: string;
  /** The page's data blocks (JSON-LD) as they stand. */
  readonly data: readonly string[];
  /** Nested deeper than the limit: the text ends there. */
  readonly isTooDeep: boolean;
};

/** Nobody reads these: programs, navigation, controls, drawings, and what only shows when something fails. */
const UNSEEN: ReadonlySet<string> = new Set(
  'script style nav template noscript svg math iframe object embed canvas audio video select button dialog'.split(' '),
);
const PARAGRAPHS: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl table section article blockquote pre figure hr header footer main aside'.split(' '),
);
const LINES: ReadonlySet<string> = new Set(
  'div tr dt dd address form fieldset legend details summary figcaption caption thead tbody tfoot body center'.split(
    ' ',
  ),
);

/** JSON-LD of real pages has 1–20 KB; a list of postings a few hundred. */
const DATA_CHARACTERS = 4_000_000;
/** Handed to the parser at once; between two the limits are looked at. */
const SLICE = 64 * 1024;

/** The text of a page as it would be seen. Nothing in it is run or fetched. */
export function htmlText(html: string, limits: DocumentLimits): HtmlText {
  const reader = new PageReader(limits);
  const parser = new Parser(reader);
  for (let at = 0; at < html.length && !reader.isDone; at += SLICE) parser.write(html.slice(at, at + SLICE));
  if (!reader.isDone) parser.end();
  return reader.result();
}

type Attributes = { readonly [name: string]: string };

class PageReader {
  readonly #limits: DocumentLimits;
  readonly #text: TextBuilder;
  readonly #data: string[] = [];
  #dataLength = 0;
  #title = '';
  #depth = 0;
  /** Depth at which an unseen element began; 0: none. */
  #unseenFrom = 0;
  #preformatted = 0;
  #inside: 'page' | 'title' | 'data' = 'page';
  #isTooDeep = false;

  constructor(limits: DocumentLimits) {
    this.#limits = limits;
    this.#text = new TextBuilder(limits.textCharacters);
  }

  get isDone(): boolean {
    return this.#isTooDeep; // a full text does not end it: data may stand at the page's end
  }

  result(): HtmlText {
    const title = this.#title.replace(/\s+/g, ' ').trim();
    return { text: this.#text.toString(), title, data: this.#data, isTooDeep: this.#isTooDeep };
  }

  onopentag(name: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth > this.#limits.markupDepth) this.#isTooDeep = true;
    if (this.#unseenFrom > 0) return;
    if (name === 'title') this.#inside = 'title';
    else if (isData(name, attributes)) this.#beginData();
    else if (isUnseen(name, attributes)) this.#unseenFrom = this.#depth;
    else this.#open(name);
  }

  ontext(text: string): void {
    if (this.#isTooDeep || this.#unseenFrom > 0) return;
    if (this.#inside === 'title') this.#title = (this.#title + text).slice(0, 500);
    else if (this.#inside === 'data') this.#addData(text);
    else if (this.#text.isFull) return;
    else if (this.#preformatted > 0) this.#text.lines(text);
    else this.#text.words(text);
  }

  onclosetag(name: string): void {
    const isEndOfUnseen = this.#unseenFrom === this.#depth;
    const isUnseenInside = this.#unseenFrom > 0;
    this.#depth -= 1;
    if (isEndOfUnseen) this.#unseenFrom = 0;
    if (isUnseenInside) return;
    if (this.#inside !== 'page') this.#inside = 'page';
    else this.#close(name);
  }

  #open(name: string): void {
    if (name === 'br') this.#text.lineBreak();
    else if (name === 'li') this.#text.bullet();
    else if (name === 'td' || name === 'th') this.#text.cell();
    else this.#edge(name);
    if (name === 'pre') this.#preformatted += 1;
  }

  #close(name: string): void {
    if (name === 'li') this.#text.block(1);
    else if (name !== 'br') this.#edge(name);
    if (name === 'pre') this.#preformatted -= 1;
  }

  #edge(name: string): void {
    if (PARAGRAPHS.has(name)) this.#text.block(2);
    else if (LINES.has(name)) this.#text.block(1);
  }

  #beginData(): void {
    this.#inside = 'data';
    this.#data.push('');
  }

  #addData(text: string): void {
    this.#dataLength += text.length;
    if (this.#dataLength <= DATA_CHARACTERS) this.#data.push((this.#data.pop() ?? '') + text);
  }
}

function isData(name: string, { type }: Attributes): boolean {
  return name === 'script' && type !== undefined && /^application\/ld\+json\b/i.test(type.trim());
}

function isUnseen(name: string, attributes: Attributes): boolean {
  // A saved page keeps the insides of its components, which are seen, in such templates.
  if (name === 'template' && (attributes.shadowmode ?? attributes.shadowrootmode) !== undefined) return false;
  if (UNSEEN.has(name) || attributes.hidden !== undefined || attributes.role === 'navigation') return true;
  if (attributes['aria-hidden'] === 'true') return true;
  const style = attributes.style;
  return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
