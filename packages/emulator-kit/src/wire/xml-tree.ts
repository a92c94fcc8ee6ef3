import { MAX_DEPTH, Malformed } from './malformed.ts';
import { decodeAttribute, decodeText } from './xml-text.ts';

/** An element with its name freed of the namespace prefix; attributes keep theirs (`xsi:type`). */
export interface XmlTree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlTree[];
  /** Text directly inside this element. */
  readonly text: string;
}

interface OpenElement extends XmlTree {
  /** Name as written, prefix included: the end tag must repeat it. */
  readonly tag: string;
  readonly children: OpenElement[];
  text: string;
}

/** A multipart upload of 10,000 parts has 30,000. */
const MAX_ELEMENTS = 200_000;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses an XML body in one pass over its text, without recursion. Document types, and with them entities of the
 * caller's own, are refused; namespaces are not resolved.
 *
 * @throws Malformed
 */
export function parseXmlBody(body: Uint8Array): XmlTree {
  let text: string;
  try {
    text = UTF8.decode(body);
  } catch {
    throw new Malformed('the XML is not UTF-8');
  }
  return new XmlParser(text).parse();
}

class XmlParser {
  readonly #text: string;
  readonly #open: OpenElement[] = [];
  #root: OpenElement | undefined;
  #at = 0;
  #elements = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): XmlTree {
    while (this.#at < this.#text.length) {
      const start = this.#text.indexOf('<', this.#at);
      this.#characters(this.#text.slice(this.#at, start < 0 ? this.#text.length : start));
      if (start < 0) break;
      this.#at = start;
      this.#markup();
    }
    const unclosed = this.#open.at(-1);
    if (unclosed) throw new Malformed(`the XML is not well-formed: ${shown(unclosed.tag)} has no end tag`);
    if (!this.#root) throw new Malformed('the XML is not well-formed: it has no root element');
    return this.#root;
  }

  #characters(raw: string): void {
    if (raw === '') return;
    const element = this.#open.at(-1);
    if (element) element.text += decodeText(raw);
    else if (raw.trim() !== '') throw new Malformed('the XML is not well-formed: text stands outside the root element');
  }

  #markup(): void {
    const text = this.#text;
    if (text.startsWith('</', this.#at)) this.#endTag();
    else if (text.startsWith('<?', this.#at)) this.#until('?>', '<?'.length);
    else if (text.startsWith('<!--', this.#at)) this.#until('-->', '<!--'.length);
    else if (text.startsWith('<![CDATA[', this.#at)) this.#literal(this.#until(']]>', '<![CDATA['.length));
    else if (text.startsWith('<!', this.#at)) throw new Malformed('a document type is not accepted in the XML');
    else this.#startTag();
  }

  /** What stands before `end`; moves behind it. */
  #until(end: string, skip: number): string {
    const found = this.#text.indexOf(end, this.#at + skip);
    if (found < 0) throw new Malformed(`the XML is not well-formed: ${end} is missing`);
    const inside = this.#text.slice(this.#at + skip, found);
    this.#at = found + end.length;
    return inside;
  }

  #literal(inside: string): void {
    const element = this.#open.at(-1);
    if (!element) throw new Malformed('the XML is not well-formed: text stands outside the root element');
    element.text += inside.replaceAll(/\r\n?/g, '\n');
  }

  #endTag(): void {
    const tag = this.#until('>', '</'.length).trimEnd();
    const element = this.#open.pop();
    if (element?.tag !== tag) throw new Malformed(`the XML is not well-formed: unexpected end tag ${shown(tag)}`);
  }

  #startTag(): void {
    const tag = this.#take(NAME, 1);
    if (tag === undefined) throw new Malformed('the XML is not well-formed: < stands where no tag begins');
    const attributes = this.#attributes();
    const end = this.#take(TAG_END, 0);
    if (end === undefined) throw new Malformed(`the XML is not well-formed: the tag ${shown(tag)} is not closed`);
    const element: OpenElement = { tag, name: tag.slice(tag.indexOf(':') + 1), attributes, children: [], text: '' };
    this.#add(element);
    if (!end.endsWith('/>')) this.#open.push(element);
    if (this.#open.length > MAX_DEPTH) throw new Malformed(`the XML is nested more than ${MAX_DEPTH} deep`);
  }

  #attributes(): Record<string, string> {
    const attributes: Record<string, string> = Object.create(null); // the caller chooses the names
    for (let found = this.#match(ATTRIBUTE, 0); found; found = this.#match(ATTRIBUTE, 0)) {
      const [, name = '', double, single] = found;
      if (name in attributes) throw new Malformed(`the XML is not well-formed: attribute ${shown(name)} stands twice`);
      attributes[name] = decodeAttribute(double ?? single ?? '');
    }
    return attributes;
  }

  #add(element: OpenElement): void {
    this.#elements += 1;
    if (this.#elements > MAX_ELEMENTS) throw new Malformed('the XML has too many elements');
    const parent = this.#open.at(-1);
    if (parent) parent.children.push(element);
    else if (this.#root) throw new Malformed('the XML is not well-formed: it has two root elements');
    else this.#root = element;
  }

  #take(pattern: RegExp, skip: number): string | undefined {
    return this.#match(pattern, skip)?.[0];
  }

  /** Matches a sticky pattern `skip` letters on and moves behind it. */
  #match(pattern: RegExp, skip: number): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at + skip;
    const found = pattern.exec(this.#text);
    if (!found) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }
}

const NAME = /[^\s/><=&"'!?.-][^\s/><=&"']*/y;
const ATTRIBUTE = /\s+([^\s/><=&"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*\/?>/y;

function shown(name: string): string {
  return name.slice(0, 64);
}
