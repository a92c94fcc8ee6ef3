import type { Architecture, EventSourcePosition, Runtime, TracingMode } from '@aws-sdk/client-lambda';
import type { BlobRef, Call } from '@cairn/emulator-kit';

/** Lambda of one account and region. Plain data only: processes are kept by the pool. */
export interface LambdaState {
  readonly functions: Map<string, LambdaFunction>;
  /** By UUID. */
  readonly mappings: Map<string, Mapping>;
}

export type LambdaCall = Call<LambdaState>;

export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  latest: FunctionVersion;
  readonly versions: Map<string, FunctionVersion>;
  nextVersion: number;
  readonly aliases: Map<string, Alias>;
  /** By qualifier; '' is the function itself. */
  readonly policies: Map<string, ResourcePolicy>;
  reservedConcurrency: number | undefined;
  readonly tags: Map<string, string>;
}

/** Settings and code as they are run; replaced as a whole by every change. */
export interface FunctionVersion {
  /** `$LATEST`, or a number. */
  readonly version: string;
  readonly settings: Settings;
  readonly code: Code;
  readonly lastModified: Date;
  readonly revisionId: string;
}

export interface Settings {
  readonly runtime: Runtime;
  readonly handler: string;
  readonly roleArn: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  /** Undefined when none was given, which is told apart from an empty one. */
  readonly environment: Readonly<Record<string, string>> | undefined;
  readonly deadLetterArn: string | undefined;
  readonly tracingMode: TracingMode;
  readonly ephemeralMegabytes: number;
  readonly architectures: readonly Architecture[];
  readonly logGroup: string;
}

export interface Code {
  readonly blob: BlobRef;
  /** Base64. */
  readonly sha256: string;
}

export interface Alias {
  readonly name: string;
  readonly arn: string;
  readonly version: string;
  readonly description: string;
  /** Share of invocations that go to another version, in [0, 1]. */
  readonly weights: Readonly<Record<string, number>>;
  readonly revisionId: string;
}

export interface ResourcePolicy {
  readonly statements: readonly Readonly<Record<string, unknown>>[];
  readonly revisionId: string;
}

export interface Mapping {
  readonly uuid: string;
  readonly sourceArn: string;
  readonly kind: 'kinesis' | 'sqs';
  /** As it was named, with its qualifier. */
  functionArn: string;
  /** LATEST reads from here on. */
  readonly createdAt: number;
  lastModified: Date;
  isEnabled: boolean;
  settings: MappingSettings;
  readonly position: EventSourcePosition | undefined;
  readonly positionAt: Date | undefined;
  lastResult: string;
  /** By shard id; a queue has one entry. */
  readonly shards: Map<string, ShardProgress>;
  /** Set while a timer is to wake the poller. */
  wakeTimer: number | undefined;
  readonly tags: Map<string, string>;
}

export interface MappingSettings {
  readonly batchSize: number;
  readonly windowSeconds: number;
  readonly bisects: boolean;
  /** -1: without end. */
  readonly maximumRetries: number;
  /** -1: without end. */
  readonly maximumAgeSeconds: number;
  readonly parallelization: number;
  readonly reportsItemFailures: boolean;
  readonly onFailureArn: string | undefined;
  readonly maximumConcurrency: number | undefined;
}

export interface ShardProgress {
  /** Last record that is done with. */
  after: string | undefined;
  isFinished: boolean;
  /** Failed attempts at the batch that comes next. */
  attempts: number;
  /** Sizes of the batches that a failed one was split into, next first. */
  split: number[];
  /** Not before: back-off after a failure, milliseconds of the account's time. */
  notBefore: number;
  /** Since when records wait for their window to close. */
  waitingSince: number | undefined;
}

export const emptyState = (): LambdaState => ({ functions: new Map(), mappings: new Map() });
