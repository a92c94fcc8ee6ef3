import type { ServiceModel } from '@cairn/emulator-kit/schema';
import type { BinaryFormat } from '../command/globals.ts';
import type { SdkInput } from '../command/plan.ts';

/** Sends one call by an SDK client; rejects with the client's error. */
export type Send = (
  service: string,
  operation: string,
  input: SdkInput,
  options: { readonly region: string | undefined; readonly signal: AbortSignal | undefined },
) => Promise<unknown>;

/** What running commands needs from outside. */
export interface Host {
  readonly send: Send;
  /** The model of an SDK client; a page fetches its pack when it is first asked for. */
  readonly models: (client: string) => Promise<ServiceModel>;
  /** Waiters wait with it. It may be quicker than real time. */
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly now: () => Date;
  /** A signed address of an object, for `aws s3 presign`. */
  readonly presign?: (bucket: string, key: string, expiresSeconds: number) => Promise<string>;
  /** Lets the time of the account pass at once, for `npx cairn lab advance`. */
  readonly advance?: (milliseconds: number) => Promise<void>;
  /** How bytes are given when no option says so, as `cli_binary_format` of a configuration; left out: base64. */
  readonly binaryFormat?: BinaryFormat;
}
