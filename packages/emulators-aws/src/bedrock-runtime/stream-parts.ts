import { piecesOf } from '../local-model/tokens.ts';

/** Tokens that come in one event. */
const PIECES_PER_EVENT = 3;

/** A text in the parts that a stream brings it in; one empty part for an empty text. */
export function partsOf(text: string): readonly string[] {
  const pieces = piecesOf(text);
  const parts: string[] = [];
  for (let at = 0; at < pieces.length; at += PIECES_PER_EVENT) {
    parts.push(pieces.slice(at, at + PIECES_PER_EVENT).join(''));
  }
  return parts.length > 0 ? parts : [''];
}
