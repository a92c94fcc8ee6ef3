/**
 * A cloud account as labs see it: its public API, and nothing else. An answer is plain data: no dates, streams or
 * response metadata; bytes that spell a text are that text.
 */
export type Cloud = {
  readonly region: string;
  /** Address of the API where it is not the cloud's own. */
  readonly endpoint?: string;
  /** Throws CloudError when the service refuses or cannot be reached. `as` is the ARN of a role to assume. */
  readonly send: (service: string, operation: string, input: CloudInput, as?: string) => Promise<CloudOutput>;
  /** Lets the account's time pass; a real account cannot. */
  readonly advance?: (milliseconds: number) => Promise<void>;
  /** Waits before something is asked again. Left out: no wait between two questions. */
  readonly pause?: (milliseconds: number) => Promise<void>;
};

export type CloudInput = Readonly<Record<string, unknown>>;
export type CloudOutput = Readonly<Record<string, unknown>>;

/** `refused`: the service said no. `broken`: it failed (5xx). `unreachable`: nobody answered. */
export type CloudErrorKind = 'refused' | 'broken' | 'unreachable';

/** What the cloud said instead of an answer. */
export class CloudError extends Error {
  readonly kind: CloudErrorKind;
  readonly code: string;
  readonly status: number | undefined;

  constructor({
    kind,
    code,
    message,
    status,
  }: { kind: CloudErrorKind; code: string; message: string; status?: number | undefined }) {
    super(message);
    this.name = 'CloudError';
    this.kind = kind;
    this.code = code;
    this.status = status;
  }
}

/** @throws RangeError unless `call` reads service.Operation */
export function splitCall(call: string): { readonly service: string; readonly operation: string } {
  const dot = call.indexOf('.');
  if (dot < 1) throw new RangeError(`${call} is not service.Operation`);
  return { service: call.slice(0, dot), operation: call.slice(dot + 1) };
}

const ABSENT_CODE =
  /not_?found|nosuch|no_such|doesnotexist|nonexistent|notexist|unknownresource|missing|^404$|ResourceNotFound/i;
const ABSENT_MESSAGE = /could not find|not found|does not exist|no such|doesn't exist|cannot find/i;
const VAGUE_CODE =
  /^(Validation(Error|Exception)?|InvalidRequestException|InvalidParameter\w*|InvalidInputException|BadRequestException)$/;

/** Whether an error says that the thing asked about is not there, in the words of any of the services. */
export function saysAbsent({ kind, code, message, status }: CloudError): boolean {
  if (kind !== 'refused') return false;
  return status === 404 || ABSENT_CODE.test(code) || (VAGUE_CODE.test(code) && ABSENT_MESSAGE.test(message));
}
