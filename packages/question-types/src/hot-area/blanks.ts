const MARK = /\{\{([a-z0-9-]+)\}\}/;

export type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'blank'; readonly id: string };

/** A body in pieces: what is written, and the blanks between. */
export function piecesOf(body: string): Piece[] {
  // A split by a pattern with one group alternates between what lies between and what the group caught.
  return body
    .split(MARK)
    .map((text, index) => (index % 2 === 0 ? { kind: 'text', text } : { kind: 'blank', id: text }));
}

export const namesIn = (body: string): string[] =>
  piecesOf(body).flatMap((piece) => (piece.kind === 'blank' ? [piece.id] : []));
