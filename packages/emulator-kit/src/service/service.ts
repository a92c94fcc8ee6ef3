import type { ServiceModel } from '../schema/shape.ts';
import type { Ids } from '../tenant/ids.ts';
import type { Call } from './call.ts';
import type { AnyOperation } from './operation.ts';

/** An emulated service: its model, its empty state and its operations. A folder each in `emulators-aws`. */
export interface Service<State> {
  /** Name in code, events and `call.invoke`: `s3`, `sagemaker-runtime`. */
  readonly name: string;
  readonly model: ServiceModel;
  /** Before the colon in IAM actions: `s3`, `sagemaker`. */
  readonly actionPrefix: string;
  /** `global` services keep one state for all regions (IAM, S3's bucket names). */
  readonly scope: 'regional' | 'global';
  /** Name of the service whose state this one works on, for front ends such as `sagemaker-runtime`. */
  readonly sharesStateOf?: string;
  readonly emptyState: (account: NewAccount) => State;
  readonly operations: Readonly<Record<string, AnyOperation<State>>>;
  /** What to do when a timer set by `call.later` comes due. */
  readonly timers?: Readonly<Record<string, (call: Call<State>, payload: never) => void | Promise<void>>>;
  /** What to do when another service of the account emits a topic, such as `s3:ObjectCreated`. */
  readonly listeners?: Readonly<Record<string, (call: Call<State>, payload: never) => void | Promise<void>>>;
}

/** What a service may use when its state in an account and region is made. */
export interface NewAccount {
  readonly accountId: string;
  readonly tenantId: string;
  readonly region: string;
  readonly ids: Ids;
  readonly now: number;
}

/** A service of any state, as registries hold it. */
// biome-ignore lint/suspicious/noExplicitAny: each service sees only its own state
export type AnyService = Service<any>;

export function defineService<State>(definition: Service<State>): Service<State> {
  return definition;
}
