import { inflatePieces } from '../inflate.ts';
import type { DocumentLimits } from '../limits.ts';
import { bomb } from '../refusal.ts';

/** How far before its stream a dictionary is looked for. */
const DICTIONARY = 2048;

/**
 * What the streams of a PDF inflate to, before a reader that keeps what it inflates sees them. Whether a stream is
 * compressed is told by its bytes, because its dictionary may point elsewhere. What is inflated here is thrown away.
 *
 * @throws Refusal if a stream or all of them inflate beyond the limits, or a stream is compressed more than once
 */
export function checkExpansion(name: string, bytes: Uint8Array, limits: DocumentLimits): void {
  let [total, streams] = [0, 0];
  for (const start of streamStarts(bytes)) {
    streams += 1;
    if (streams > limits.pdfStreams) throw bomb(name);
    if (isPackedTwice(bytes, start)) throw bomb(name);
    if (!isZlib(bytes, start)) continue;
    total += inflatedBytes(name, bytes.subarray(start + 2), limits);
    if (total > limits.pdfExpandedBytes) throw bomb(name);
  }
}

const STREAM = [...'stream'].map((letter) => letter.charCodeAt(0));
const [LINE_FEED, RETURN, LETTER_D] = [0x0a, 0x0d, 0x64];

/** Where the data of each stream begins: after the line of its keyword. Keywords on one line begin one stream. */
function* streamStarts(bytes: Uint8Array): Generator<number> {
  let start = 0;
  let at = bytes.indexOf(STREAM[0] ?? 0);
  while (at !== -1) {
    const isKeyword = STREAM.every((code, index) => bytes[at + index] === code);
    // Not `endstream`; a line that was looked through is not looked through again for each keyword in it.
    if (isKeyword && bytes[at - 1] !== LETTER_D && at + STREAM.length >= start) {
      start = lineEnd(bytes, at + STREAM.length);
      yield start;
    }
    at = bytes.indexOf(STREAM[0] ?? 0, at + 1);
  }
}

function lineEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== LINE_FEED && bytes[at] !== RETURN) at += 1;
  return bytes[at] === RETURN && bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;
}

/** Compressed data of compressed data grows by the product of both; no program writes that for text. */
function isPackedTwice(bytes: Uint8Array, start: number): boolean {
  const before = String.fromCharCode(...bytes.subarray(Math.max(0, start - DICTIONARY), start));
  const dictionary = before.slice(before.lastIndexOf(' obj') + 1);
  const [filters = ''] = /\/(?:Filter|F)\s*\[[^\]]*\]/.exec(dictionary) ?? [];
  return (filters.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g)?.length ?? 0) > 1;
}

/** RFC 1950: deflate, and a check of the two bytes. */
function isZlib(bytes: Uint8Array, start: number): boolean {
  const [method = 0, flags = 0] = bytes.subarray(start, start + 2);
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

function inflatedBytes(name: string, packed: Uint8Array, limits: DocumentLimits): number {
  let size = 0;
  const end = inflatePieces(packed, (piece) => {
    size += piece.length;
    if (size > limits.pdfStreamBytes) throw bomb(name);
  });
  if (end === 'padded') throw bomb(name);
  return size;
}
