/** Bounds of the HTTP front. Each keeps one bad client from hurting the others. */
export interface FrontLimits {
  /** Bodies up to this size stay in memory, larger ones go to a file. */
  readonly memoryBytes: number;
  readonly s3BodyBytes: number;
  /** Bodies of all services but S3. */
  readonly bodyBytes: number;
  /** All headers of a request together. */
  readonly headerBytes: number;
  readonly connections: number;
  /** Without a byte of the body for this long, the request fails. */
  readonly idleMilliseconds: number;
  /** The whole body must be there after this long. */
  readonly bodyMilliseconds: number;
  readonly headMilliseconds: number;
  readonly keepAliveMilliseconds: number;
  /** How long the rest of a refused body is thrown away before the connection closes. */
  readonly lingerMilliseconds: number;
  /** Open requests get this long when the front closes. */
  readonly closeMilliseconds: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_LIMITS: FrontLimits = {
  memoryBytes: 8 * MIB,
  s3BodyBytes: 5 * 1024 * MIB,
  bodyBytes: 16 * MIB,
  headerBytes: 64 * 1024,
  connections: 512,
  idleMilliseconds: 20_000,
  bodyMilliseconds: 300_000,
  headMilliseconds: 15_000,
  keepAliveMilliseconds: 60_000,
  lingerMilliseconds: 500,
  closeMilliseconds: 400,
};
