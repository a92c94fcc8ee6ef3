import { Decompress } from 'fzstd';
import { AnkiFileFault, damaged, tooLarge } from '../fault.ts';

/** More than Anki's own level of compression ever asks for; a frame may ask for gigabytes before its first byte. */
const LARGEST_WINDOW = 32 * 1024 * 1024;

/** Small enough that one block more than the limit costs nothing. */
const CHUNK = 64 * 1024;

/** @throws AnkiFileFault if the data is damaged or larger than `limit` bytes */
export function unpackZstd(packed: Uint8Array, limit: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((piece) => {
    size += piece.byteLength;
    if (size > limit) throw tooLarge(limit);
    pieces.push(Uint8Array.from(piece)); // the decoder uses its memory again
  });
  try {
    checkFrames(packed);
    for (let at = 0; at < packed.length; at += CHUNK) {
      stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    }
  } catch (error) {
    if (error instanceof AnkiFileFault) throw error;
    throw damaged(undefined, error);
  }
  return Buffer.concat(pieces);
}

const FRAME = 0xfd2fb528;
const SKIPPABLE = 0x184d2a5;

/** Walks from frame to frame by their headers, so that no frame makes the decoder take memory that it may not. */
function checkFrames(packed: Uint8Array): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let at = 0;
  while (at < packed.length) {
    const magic = view.getUint32(at, true);
    if (magic >>> 4 === SKIPPABLE) at += 8 + view.getUint32(at + 4, true);
    else if (magic === FRAME) at = endOfFrame(view, at + 4);
    else throw new RangeError('no zstd frame');
  }
}

/** @see RFC 8878, sections 3.1.1.1 and 3.1.1.2 */
function endOfFrame(view: DataView, start: number): number {
  const descriptor = view.getUint8(start);
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  let at = start + 1;
  const window = isSingleSegment ? contentSize(view, at + dictionaryBytes, sizeBytes) : windowSize(view.getUint8(at));
  if (window > LARGEST_WINDOW) throw new RangeError(`a window of ${window} bytes`);
  at += (isSingleSegment ? 0 : 1) + dictionaryBytes + sizeBytes;
  for (;;) {
    const header = view.getUint8(at) | (view.getUint16(at + 1, true) << 8);
    const isRepeated = ((header >> 1) & 3) === 1; // one byte that stands for many
    at += 3 + (isRepeated ? 1 : header >> 3);
    if (header & 1) return at + (descriptor & 4); // a checksum of four bytes may follow
  }
}

function windowSize(byte: number): number {
  const base = 2 ** (10 + (byte >> 3));
  return base + (base / 8) * (byte & 7);
}

function contentSize(view: DataView, at: number, bytes: number): number {
  if (bytes === 1) return view.getUint8(at);
  if (bytes === 2) return view.getUint16(at, true) + 256;
  return bytes === 4 ? view.getUint32(at, true) : Number(view.getBigUint64(at, true));
}
