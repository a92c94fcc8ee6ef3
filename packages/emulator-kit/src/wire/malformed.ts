/** A request that cannot be read. `readInput` gives it the code of the caller's protocol. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** A body above the bound: refused without being read. */
export class TooLarge extends Malformed {
  constructor(limitBytes: number) {
    super(`The request body is larger than the ${limitBytes} bytes that are accepted here.`);
  }
}

/** Bounds of what one request may make the server hold or do. */
export interface WireLimits {
  /** Largest body that is parsed, in bytes, after decompression. Bodies handed over as they are have their own bound. */
  readonly parsedBodyBytes: number;
  /** Largest blob payload that is read into memory, in bytes. */
  readonly blobBodyBytes: number;
}

export const DEFAULT_LIMITS: WireLimits = { parsedBodyBytes: 16 * 1024 * 1024, blobBodyBytes: 64 * 1024 * 1024 };

/** Deepest nesting of a message: the documents of real services stay below thirty. */
export const MAX_DEPTH = 100;
/** Most name-value pairs of a query string or form. */
export const MAX_FORM_KEYS = 20_000;
