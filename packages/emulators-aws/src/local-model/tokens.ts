/** Common English words of which a byte-pair vocabulary makes one token each, whatever their length. */
const LONGEST_WHOLE_WORD = 8;
const LETTERS_PER_PIECE = 5;

/**
 * Cuts a text into pieces about as a byte-pair encoding would: words with the space before them, long words in parts,
 * numbers by three digits, signs one by one, letters of scripts without spaces one by one. Joined they are the text.
 * An estimate: within some ten per cent of real tokenizers on English prose.
 */
export function piecesOf(text: string): readonly string[] {
  const rough = text.match(/\s?\p{Script=Latin}+|\s?\d+|\s+|[^\s]/gu) ?? [];
  return rough.flatMap((piece) => cut(piece));
}

function cut(piece: string): readonly string[] {
  const bare = piece.trimStart();
  if (/^\d/.test(bare)) return slices(piece, piece.length - bare.length + 3, 3);
  if (!/^\p{Script=Latin}/u.test(bare) || bare.length <= LONGEST_WHOLE_WORD) return [piece];
  return slices(piece, piece.length - bare.length + LETTERS_PER_PIECE, LETTERS_PER_PIECE);
}

function slices(text: string, first: number, others: number): readonly string[] {
  const parts = [text.slice(0, first)];
  for (let at = first; at < text.length; at += others) parts.push(text.slice(at, at + others));
  return parts;
}

export function countTokens(text: string): number {
  return piecesOf(text).length;
}
