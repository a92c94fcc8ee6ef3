import type { RelayAnswer, RelayRequest } from '@cairn/contract';

/** What a program in the worker and the page say to each other. */

/** Where the clients send to, and who they are, if a program says nothing else. */
export type ProgramAccount = {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** What a program needs of the page: its own worker reaches no network and no storage. */
export type Errand =
  | { readonly kind: 'relay'; readonly request: RelayRequest }
  | { readonly kind: 'read'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'list'; readonly path: string }
  | { readonly kind: 'advance'; readonly milliseconds: number };

/** What an errand brings back: of a `read` undefined if there is no such file, of a `write` why it was refused. */
export type Brought = {
  readonly relay: RelayAnswer;
  readonly read: Uint8Array | undefined;
  readonly write: string | undefined;
  readonly list: readonly string[];
  readonly advance: undefined;
};

/** A place in the program, as people count: from 1. */
export type CodePlace = { readonly line: number; readonly column: number };

/** Why a program ended before its end. */
export type ProgramFault = { readonly message: string; readonly place: CodePlace | undefined };

export type ToProgram =
  | { readonly kind: 'run'; readonly code: string; readonly account: ProgramAccount }
  | { readonly kind: 'brought'; readonly number: number; readonly value: Brought[Errand['kind']] }
  | { readonly kind: 'failed'; readonly number: number; readonly sentence: string };

export type FromProgram =
  | { readonly kind: 'errand'; readonly number: number; readonly errand: Errand }
  | { readonly kind: 'printed'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'ended'; readonly fault: ProgramFault | undefined };
