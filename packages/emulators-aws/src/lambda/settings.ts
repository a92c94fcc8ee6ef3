import type { CreateFunctionRequest, UpdateFunctionConfigurationRequest } from '@aws-sdk/client-lambda';
import { invalidParameter, notSupported, validation } from './errors.ts';
import type { Settings } from './state.ts';

/** Members that creating and updating share. */
export type SettingsInput = Omit<UpdateFunctionConfigurationRequest, 'FunctionName' | 'RevisionId'> &
  Pick<CreateFunctionRequest, 'Architectures'>;

/** All of them run by the host's own Node.js. */
const RUNTIMES = ['nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x'] as const;

/** Lambda developer guide, "Reserved environment variables". */
const RESERVED_VARIABLES = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);
const VARIABLE_NAME = /^[a-zA-Z]\w+$/;
const MOST_VARIABLE_BYTES = 4096;
const MOST_TIMEOUT_SECONDS = 900;
const MOST_MEMORY_MEGABYTES = 10_240;

export const defaultSettings = (functionName: string): Omit<Settings, 'runtime' | 'handler' | 'roleArn'> => ({
  description: '',
  timeoutSeconds: 3,
  memoryMegabytes: 128,
  environment: undefined,
  deadLetterArn: undefined,
  tracingMode: 'PassThrough',
  ephemeralMegabytes: 512,
  architectures: ['x86_64'],
  logGroup: `/aws/lambda/${functionName}`,
});

/** Lays what a request gives over what was there; members left out stay. */
export function changedSettings(before: Settings, input: SettingsInput): Settings {
  refuseUnsupported(input);
  checkNumbers(input);
  const { DeadLetterConfig: deadLetter, Environment: given } = input;
  const settings = {
    ...before,
    ...withoutUndefined({
      handler: input.Handler,
      roleArn: input.Role,
      description: input.Description,
      timeoutSeconds: input.Timeout,
      memoryMegabytes: input.MemorySize,
      tracingMode: input.TracingConfig?.Mode,
      ephemeralMegabytes: input.EphemeralStorage?.Size,
      architectures: input.Architectures,
      logGroup: input.LoggingConfig?.LogGroup,
    }),
    runtime: checkedRuntime(input.Runtime ?? before.runtime),
    environment: given ? { ...given.Variables } : before.environment,
    deadLetterArn: deadLetter ? deadLetter.TargetArn || undefined : before.deadLetterArn,
  };
  checkVariables(settings.environment ?? {});
  return settings;
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function withoutUndefined<T extends object>(members: T): Defined<T> {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>; // the same keys, less those that were undefined
}

function checkedRuntime(runtime: string): (typeof RUNTIMES)[number] {
  const known = RUNTIMES.find((name) => name === runtime);
  if (known) return known;
  throw invalidParameter(
    `This sandbox runs JavaScript only: Runtime must be one of ${RUNTIMES.join(', ')}, not ${runtime}.`,
  );
}

function refuseUnsupported(input: SettingsInput): void {
  const members: Readonly<Record<string, boolean>> = {
    'A function in a VPC': (input.VpcConfig?.SubnetIds ?? []).length > 0,
    'A layer': (input.Layers ?? []).length > 0,
    'A file system': (input.FileSystemConfigs ?? []).length > 0,
    'ImageConfig (container images)': input.ImageConfig !== undefined,
    SnapStart: (input.SnapStart?.ApplyOn ?? 'None') !== 'None',
    'A key of KMS for environment variables': Boolean(input.KMSKeyArn),
    'LogFormat JSON': (input.LoggingConfig?.LogFormat ?? 'Text') !== 'Text',
    DurableConfig: input.DurableConfig !== undefined,
    CapacityProviderConfig: input.CapacityProviderConfig !== undefined,
  };
  const refused = Object.keys(members).find((name) => members[name]);
  if (refused !== undefined) throw notSupported(refused);
}

function checkNumbers({ Timeout: timeout = 1, MemorySize: memory = 128 }: SettingsInput): void {
  const least = 'Member must have value less than or equal to';
  if (timeout > MOST_TIMEOUT_SECONDS) {
    throw validation(`Value '${timeout}' at 'timeout' failed to satisfy constraint: ${least} ${MOST_TIMEOUT_SECONDS}`);
  }
  if (memory > MOST_MEMORY_MEGABYTES) {
    throw validation(
      `Value '${memory}' at 'memorySize' failed to satisfy constraint: ${least} ${MOST_MEMORY_MEGABYTES}`,
    );
  }
}

function checkVariables(variables: Readonly<Record<string, string>>): void {
  const reserved = Object.keys(variables).filter((name) => RESERVED_VARIABLES.has(name));
  if (reserved.length > 0) {
    throw invalidParameter(
      `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  }
  const odd = Object.keys(variables).find((name) => !VARIABLE_NAME.test(name));
  if (odd !== undefined) {
    throw validation(
      `Value '${odd}' at 'environment.variables' failed to satisfy constraint: Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]`,
    );
  }
  if (Buffer.byteLength(JSON.stringify(variables)) > MOST_VARIABLE_BYTES) {
    throw invalidParameter(
      `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the ${MOST_VARIABLE_BYTES / 1024}KB limit.`,
    );
  }
}
