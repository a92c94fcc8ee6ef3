import type { Rng } from '@cairn/kernel';
import type { BillLine, Charge } from '../tenant/bill.ts';
import type { BlobStore } from '../tenant/blobs.ts';
import type { Ids } from '../tenant/ids.ts';
import type { JournalEntry } from '../tenant/journal.ts';
import type { Decision, Need, Principal } from '../tenant/principal.ts';
import type { WireRequest, WireResponse } from '../wire/messages.ts';

/**
 * All that an operation may know and do besides its input. Clock, ids and randomness come from here, so that an
 * account can be replayed from its seed.
 */
export interface Call<State> {
  /** The service's data in this account and region. */
  readonly state: State;
  readonly accountId: string;
  readonly region: string;
  readonly principal: Principal;
  readonly requestId: string;
  /** Where clients reach the sandbox, such as `http://127.0.0.1:4566`; for URLs inside answers (SQS). */
  readonly endpoint: string;
  readonly ids: Ids;
  readonly blobs: BlobStore;
  /** What happened in the account, oldest first. */
  readonly journal: readonly JournalEntry[];

  /** The account's time, in milliseconds since 1970. */
  now(): number;
  /** The account's time as a Date. */
  date(): Date;
  rng(): Rng;
  /** `arn:aws:<service>:<region>:<account>:<resource>` of this service; S3 and IAM build their own. */
  arn(resource: string): string;

  /** Whether `principal` (left out: the caller) may do `need`; nothing is thrown. */
  decide(need: Need, principal?: Principal): Decision;
  /** Throws the service's access-denied error unless the caller may do `need`, such as iam:PassRole. */
  demand(need: Need): void;
  /**
   * The session of a role taken by a service: `assume(roleArn, 'sagemaker.amazonaws.com', 'training')`.
   * Throws ServiceError when there is no such role or its trust policy does not let the service in.
   */
  assume(roleArn: string, service: string, sessionName: string): Principal;

  /** Calls another service of the account as `principal`: permission is asked, the call is in the journal. */
  invoke<Output>(service: string, operation: string, input: unknown, principal: Principal): Promise<Output>;
  /** Sends a signed request through the sandbox's door: for clients in code that runs inside the account. */
  dispatch(request: WireRequest): Promise<WireResponse>;
  /** The state of another service, to read. Prefer `invoke`: only for what has no API, such as finding a policy. */
  peek<Other>(service: string): Other;
  /** Tells listening services of the account, after this call has been answered. */
  emit(topic: string, payload: unknown): void;
  /** Runs timer `kind` of this service after `milliseconds` of the account's time. Returns an id for `cancel`. */
  later(milliseconds: number, kind: string, payload: unknown): number;
  cancel(timerId: number): void;
  /**
   * Work that goes on after the answer: training, a query. `work` gets a call of its own, whose clock goes on, and
   * must look at `signal`; it is dropped when the account is reset.
   */
  background(work: (call: Call<State>, signal: AbortSignal) => Promise<void>): void;

  /** Adds to the simulated bill. */
  charge(charge: Charge, quantity: number): void;
  startMeter(resource: string, charge: Charge, unitsPerHour?: number): void;
  stopMeter(resource: string): void;
  /** What the account would have cost up to now, dearest first. */
  bill(): readonly BillLine[];
}
