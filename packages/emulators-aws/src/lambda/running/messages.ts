/** What host and function process say to each other; `runtimes/nodejs` is the other side. */
export type ToFunction =
  | {
      readonly kind: 'start';
      readonly environment: Readonly<Record<string, string>>;
      readonly taskRoot: string;
      readonly handlerName: string;
      /** `host:port` of the sandbox, when it listens. */
      readonly endpoint: string | undefined;
    }
  | {
      readonly kind: 'invoke';
      readonly requestId: string;
      readonly event: string;
      readonly context: Readonly<Record<string, unknown>>;
      /** Machine's time, in milliseconds. */
      readonly deadline: number;
      /** How far the account's clock is ahead of the machine's, in milliseconds. */
      readonly clockAhead: number;
    }
  | AnswerMessage;

export type AnswerMessage =
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'answer-piece'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'answer-end'; readonly id: number }
  | { readonly kind: 'answer-failed'; readonly id: number; readonly message: string };

export type FromFunction =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: FunctionFault }
  | { readonly kind: 'output'; readonly text: string }
  | {
      readonly kind: 'returned';
      readonly requestId: string;
      readonly payload: string;
      readonly memoryBytes: number;
    }
  | {
      readonly kind: 'failed';
      readonly requestId: string;
      readonly error: FunctionFault;
      readonly memoryBytes: number;
    }
  | RequestMessage
  | { readonly kind: 'cancel'; readonly id: number };

export interface RequestMessage {
  readonly kind: 'request';
  readonly id: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Uint8Array;
}

/** An error as Lambda answers it. */
export interface FunctionFault {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}
