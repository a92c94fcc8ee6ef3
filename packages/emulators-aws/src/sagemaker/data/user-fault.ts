/**
 * What whoever wrote the job can mend: data or hyperparameters. The job fails with "ClientError: " and the message;
 * a caller of an endpoint gets it as a model error.
 */
export class UserFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UserFault';
  }
}

/** The sentence of a fault that a user can mend; undefined for a bug. The algorithms refuse data by RangeError. */
export const userMessage = (error: unknown): string | undefined =>
  error instanceof UserFault || error instanceof RangeError ? error.message : undefined;
