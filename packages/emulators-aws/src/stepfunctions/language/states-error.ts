/** An error inside an execution, with the name by which Retry and Catch find it. */
export class StatesError extends Error {
  readonly error: string;

  constructor(error: string, cause: string) {
    super(cause);
    this.error = error;
  }
}

export const runtimeError = (cause: string): StatesError => new StatesError('States.Runtime', cause);
