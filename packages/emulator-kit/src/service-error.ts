/**
 * A failure that the cloud itself would answer: a modeled error code, its message and its HTTP status.
 *
 * Handlers throw it; the wire layer renders it in the shape of the caller's protocol. Anything else that is thrown is
 * a bug of ours and reaches the caller as a bare InternalFailure.
 */
export class ServiceError extends Error {
  readonly code: string;
  /** HTTP status; left out, the service's model decides (400 when the model is silent too). */
  readonly status: number | undefined;
  /** Further members of the error's shape, such as `Resource` or `BucketName`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, status?: number, members: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.status = status;
    this.members = members;
  }
}
