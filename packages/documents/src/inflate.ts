import { Inflate } from 'fflate';

/** Inflated at once: 16 KB become at most 16 MB. */
const PIECE = 16 * 1024;
const NOTHING = new Uint8Array(0);

/** `padded`: blocks without content, one after another, as no program writes them. */
export type InflateEnd = 'ended' | 'cut' | 'damaged' | 'padded';

/**
 * Inflates raw deflate data (RFC 1951) piece by piece, so that whoever takes the pieces can stop by throwing.
 *
 * @param packed may go on behind the end of the data
 * @param take   gets each piece once; it may keep it
 */
export function inflatePieces(packed: Uint8Array, take: (piece: Uint8Array) => void): InflateEnd {
  let size = 0;
  const pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    if (piece.length > 0) pieces.push(piece);
    size += piece.length;
  });
  for (let at = 0; at < packed.length; at += PIECE) {
    const before = size;
    const isSound = pushed(inflate, packed.subarray(at, at + PIECE), false);
    for (const piece of pieces.splice(0)) take(piece);
    if (!isSound) return 'damaged';
    // fflate does not say when the data ended: then a whole piece gives nothing, and ending here is no error.
    if (size === before && at + PIECE < packed.length) return pushed(inflate, NOTHING, true) ? 'ended' : 'padded';
  }
  return pushed(inflate, NOTHING, true) ? 'ended' : 'cut';
}

function pushed(inflate: Inflate, piece: Uint8Array, isFinal: boolean): boolean {
  try {
    inflate.push(piece, isFinal);
    return true;
  } catch {
    return false; // fflate throws on data that is no deflate, and nothing else can fail here
  }
}
