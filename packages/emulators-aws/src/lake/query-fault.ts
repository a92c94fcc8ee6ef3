/** Why a query cannot be answered: told to whoever asked it, in the words of the cloud where it has them. */
export class QueryFault extends Error {
  /** Such as `TABLE_NOT_FOUND`; the words before the colon of Athena's reasons. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.name = 'QueryFault';
    this.code = code;
  }
}

/** What is right in the cloud's SQL and missing here. */
export const notSupported = (what: string): QueryFault =>
  new QueryFault('NOT_SUPPORTED', `${what} is not supported in this sandbox.`);
