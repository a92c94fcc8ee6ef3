import type { ExecutionStatus, HistoryEvent, StateMachineType } from '@aws-sdk/client-sfn';
import type { Call } from '@cairn/emulator-kit';
import type { Machine, Place } from './language/definition.ts';
import type { Json } from './language/json.ts';

/** Step Functions of one account and region. Plain data only. */
export interface StepFunctionsState {
  /** By name. */
  readonly machines: Map<string, StateMachine>;
  /** By ARN, oldest first. */
  readonly executions: Map<string, Execution>;
}

export type StatesCall = Call<StepFunctionsState>;

export interface StateMachine {
  readonly name: string;
  readonly arn: string;
  readonly type: StateMachineType;
  readonly createdAt: Date;
  readonly revision: Revision;
  readonly tags: Map<string, string>;
  /** Stored and described back. */
  readonly logging: unknown;
  readonly tracing: unknown;
}

/** What an update replaces; executions that run keep theirs. */
export interface Revision {
  readonly id: string;
  readonly definition: string;
  readonly machine: Machine;
  readonly roleArn: string;
  readonly updatedAt: Date;
}

export interface Execution {
  readonly arn: string;
  readonly name: string;
  readonly type: StateMachineType;
  readonly machineArn: string;
  readonly machineName: string;
  readonly revision: Revision;
  readonly input: string;
  readonly startedAt: Date;
  status: ExecutionStatus;
  stoppedAt: Date | undefined;
  output: string | undefined;
  error: string | undefined;
  cause: string | undefined;
  readonly events: HistoryEvent[];
  readonly threads: Map<number, Thread>;
  nextThread: number;
  /** Reminders that were set for it, to be cancelled with it. */
  readonly timers: Set<number>;
}

/**
 * One path of control through a machine: the execution itself, a branch of Parallel, an iteration of Map. It stands in
 * one state at a time.
 */
export interface Thread {
  readonly id: number;
  readonly parentId: number | undefined;
  /** Which branch or item of the parent's state it is. */
  readonly index: number;
  readonly place: Place;
  /** Set inside Map: `$$.Map.Item`. */
  readonly item: Json | undefined;
  stateName: string;
  /** As it came in, before InputPath. */
  input: Json;
  enteredAt: Date;
  /** Rises whenever it moves: what was begun for an earlier turn comes too late. */
  turn: number;
  /** Retries used, by the index of the retrier. */
  retries: number[];
  /** Of the event before the next one on this thread. */
  lastEvent: number;
  /** Set while branches or iterations run. */
  family: Family | undefined;
}

export interface Family {
  readonly results: Json[];
  /** Items of Map that have not begun. */
  readonly waiting: { readonly index: number; readonly input: Json; readonly item: Json }[];
  left: number;
}

export const emptyState = (): StepFunctionsState => ({ machines: new Map(), executions: new Map() });
