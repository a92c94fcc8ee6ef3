import type { FromProgram, ProgramFault } from './messages.ts';

/** What a run of a program shows. */

export type Piece = { readonly stream: Extract<FromProgram, { kind: 'printed' }>['stream']; readonly text: string };

export type Ending =
  | { readonly kind: 'done'; readonly seconds: number }
  | { readonly kind: 'failed'; readonly fault: ProgramFault }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'too-long' };

export type Output = {
  /** How many runs there were since the page was opened. */
  readonly run: number;
  readonly pieces: readonly Piece[];
  /** undefined while it runs, and before the first run. */
  readonly ending: Ending | undefined;
};

export const NO_OUTPUT: Output = { run: 0, pieces: [], ending: undefined };

export const isRunning = ({ run, ending }: Output): boolean => run > 0 && ending === undefined;

/** Text of the same stream is one piece. */
export function withPiece(output: Output, { stream, text }: Piece): Output {
  const last = output.pieces.at(-1);
  if (last?.stream !== stream) return { ...output, pieces: [...output.pieces, { stream, text }] };
  return { ...output, pieces: [...output.pieces.slice(0, -1), { stream, text: last.text + text }] };
}

/** How it ended, in a sentence. */
export function endingText(ending: Ending, limitSeconds: number): string {
  switch (ending.kind) {
    case 'done':
      return `Done in ${ending.seconds.toLocaleString('en', { maximumFractionDigits: 1 })} s.`;
    case 'failed': {
      const { message, place } = ending.fault;
      return place === undefined ? message : `Line ${place.line}: ${message}`;
    }
    case 'stopped':
      return 'Stopped. What it had called already is done.';
    case 'too-long':
      return `Stopped: a program may run ${limitSeconds} seconds. For what takes longer, look again in another run.`;
  }
}
