/** What a run prints, as it comes. The last piece is always the exit code. */
export type OutputPiece =
  | { readonly kind: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'clear' }
  | { readonly kind: 'exit'; readonly exitCode: number };

/** Pieces that one side pushes and the other awaits. */
export class PieceQueue implements AsyncIterable<OutputPiece> {
  readonly #waiting: OutputPiece[] = [];
  #wake: (() => void) | undefined;
  #isClosed = false;

  push(piece: OutputPiece): void {
    this.#waiting.push(piece);
    this.#wake?.();
  }

  close(): void {
    this.#isClosed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<OutputPiece> {
    for (;;) {
      const piece = this.#waiting.shift();
      if (piece !== undefined) yield piece;
      else if (this.#isClosed) return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}

/** Where a command writes. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}
