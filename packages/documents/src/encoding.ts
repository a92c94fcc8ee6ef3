type Utf16 = 'utf-16le' | 'utf-16be';

/** What the first bytes say. `undefined` encoding: UTF-8, or windows-1252 if it is not. */
export type Sniffed = { readonly encoding: Utf16 | 'utf-8' | undefined; readonly markBytes: number };

export function sniffEncoding(head: Uint8Array): Sniffed {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', markBytes: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markBytes: 2 };
  return { encoding: unmarkedUtf16(head), markBytes: 0 };
}

/** Western text in UTF-16 has a zero in every second byte, and nothing else has. */
function unmarkedUtf16(head: Uint8Array): Utf16 | undefined {
  const zeros: [number, number] = [0, 0];
  const length = Math.min(head.length, 4096);
  for (let at = 0; at < length; at += 1) if (head[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = [zeros[0] / (length / 2), zeros[1] / (length / 2)];
  if (odd > 0.7 && even < 0.1) return 'utf-16le';
  return even > 0.7 && odd < 0.1 ? 'utf-16be' : undefined;
}

/** Text of chunks as they come. Bytes that mean nothing become U+FFFD; it never fails. */
export async function* decodedChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.push(chunk);
    } else {
      const { encoding, markBytes } = sniffEncoding(chunk);
      decoder = decoderOf(encoding);
      yield decoder.push(chunk.subarray(markBytes));
    }
  }
  if (decoder) yield decoder.end();
}

/** @param declared by the file itself (a page's `charset`); a byte order mark is stronger */
export function decoded(bytes: Uint8Array, declared?: string): string {
  const { encoding, markBytes } = sniffEncoding(bytes);
  const decoder = encoding || declared === undefined ? decoderOf(encoding) : declaredDecoder(declared);
  return decoder.push(bytes.subarray(markBytes)) + decoder.end();
}

interface Decoder {
  push(bytes: Uint8Array): string;
  end(): string;
}

function decoderOf(encoding: Sniffed['encoding']): Decoder {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? standardDecoder(encoding) : new Utf8OrWindows();
}

function standardDecoder(label: string): Decoder {
  const decoder = new TextDecoder(label);
  return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}

/** Pages call windows-1252 Latin-1, and UTF-8 anything; both are better told by the bytes. */
const TOLD_BY_BYTES = /^(?:utf-?8|(?:x-)?cp1252|windows-1252|iso-?8859-1|latin-?1|(?:us-)?ascii)$/i;

function declaredDecoder(label: string): Decoder {
  if (TOLD_BY_BYTES.test(label)) return new Utf8OrWindows();
  try {
    return standardDecoder(label);
  } catch {
    return new Utf8OrWindows(); // a label that no standard knows
  }
}

/** UTF-8 until bytes come that are none; from there windows-1252, unless there was more UTF-8 than not. */
class Utf8OrWindows implements Decoder {
  #carried = new Uint8Array(0);
  #encoding: 'unknown' | 'utf-8' | 'windows-1252' = 'unknown';
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #lossy = new TextDecoder('utf-8', { ignoreBOM: true });

  push(chunk: Uint8Array): string {
    const bytes = new Uint8Array(this.#carried.length + chunk.length);
    bytes.set(this.#carried);
    bytes.set(chunk, this.#carried.length);
    const end = this.#encoding === 'windows-1252' ? bytes.length : wholeCharacters(bytes);
    this.#carried = bytes.slice(end);
    return this.#decode(bytes.subarray(0, end));
  }

  end(): string {
    return this.#carried.length === 0 ? '' : this.#decode(this.#carried);
  }

  #decode(bytes: Uint8Array): string {
    if (this.#encoding === 'windows-1252') return windows1252(bytes);
    try {
      const text = this.#strict.decode(bytes);
      if (text.length < bytes.length) this.#encoding = 'utf-8';
      return text;
    } catch {
      const text = this.#lossy.decode(bytes);
      if (this.#encoding === 'utf-8' || isMostlyUtf8(text)) return text;
      this.#encoding = 'windows-1252';
      return windows1252(bytes);
    }
  }
}

/** @param text decoded as UTF-8, with U+FFFD where that failed */
function isMostlyUtf8(text: string): boolean {
  const wrong = text.split('\uFFFD').length - 1;
  const right = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return right > 2 * wrong;
}

/** Length without a character that is cut at the end. */
function wholeCharacters(bytes: Uint8Array): number {
  let lead = bytes.length - 1;
  while (lead > bytes.length - 3 && isContinuation(bytes[lead])) lead -= 1;
  return lead + characterBytes(bytes[lead] ?? 0) > bytes.length ? lead : bytes.length;
}

const isContinuation = (byte = 0): boolean => byte >= 0x80 && byte < 0xc0;

function characterBytes(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/** 0x80–0x9F of windows-1252. Some versions of Node's own decoder give Latin-1 here. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character);
}

/** One character a byte. Handed over as a list: spreading walks an iterator and takes seven times as long. */
export function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    parts.push(Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + 8192)));
  }
  return parts.join('');
}
