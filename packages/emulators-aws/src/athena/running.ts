import type { QueryExecution } from '@aws-sdk/client-athena';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { QueryFault } from '../lake/query-fault.ts';
import type { StatementOutcome, StatementTask } from '../lake/statements/outcome.ts';
import { runStatement } from '../lake/statements/run.ts';
import type { Statement } from '../lake/statements/statement.ts';
import { ATHENA_SCANNED } from '../prices.ts';
import { parseS3Uri, s3Uri, writeObject } from '../s3/objects.ts';
import { csvText } from './csv.ts';
import type { AthenaCall, Execution } from './state.ts';

export interface QueryPlan {
  readonly statement: Statement;
  readonly sql: string;
  readonly principal: Principal;
  readonly database: string;
  readonly bytesLimit: number | undefined;
}

const WATCH_MILLISECONDS = 100;

/** Runs a query to its end, whatever that is; the outcome is in the execution. */
export async function runQuery(
  call: AthenaCall,
  execution: Execution,
  plan: QueryPlan,
  signal: AbortSignal,
): Promise<void> {
  if (stateOf(execution) === 'CANCELLED') return; // stopped while it waited
  const startedAt = call.now();
  setStatus(execution, { State: 'RUNNING' });
  const stop = new AbortController();
  const watch = setInterval(() => {
    if (signal.aborted || stateOf(execution) === 'CANCELLED') stop.abort();
  }, WATCH_MILLISECONDS);
  try {
    const outcome = await runStatement(taskOf(call, execution, plan, stop.signal), plan.statement);
    if (stateOf(execution) !== 'CANCELLED') await succeed(call, execution, plan, outcome);
    bill(call, outcome);
  } catch (error) {
    if (stateOf(execution) !== 'CANCELLED') fail(call, execution, error);
  } finally {
    clearInterval(watch);
    finishClock(call, execution, startedAt);
  }
}

const stateOf = ({ entry }: Execution): string | undefined => entry.Status?.State;

function taskOf(call: AthenaCall, { entry }: Execution, plan: QueryPlan, signal: AbortSignal): StatementTask {
  const output = entry.ResultConfiguration?.OutputLocation;
  return {
    reader: { call, principal: plan.principal },
    sql: plan.sql,
    database: plan.database,
    id: entry.QueryExecutionId ?? '',
    outputLocation: output?.replace(/\/[^/]*$/, ''),
    ...(plan.bytesLimit === undefined ? {} : { bytesLimit: plan.bytesLimit }),
    signal,
  };
}

async function succeed(
  call: AthenaCall,
  execution: Execution,
  { principal }: QueryPlan,
  outcome: StatementOutcome,
): Promise<void> {
  await writeResult(call, execution, principal, outcome);
  execution.columns = outcome.columns;
  execution.updateCount = outcome.updateCount;
  execution.entry.Statistics = { ...execution.entry.Statistics, DataScannedInBytes: outcome.scannedBytes };
  setStatus(execution, { State: 'SUCCEEDED', CompletionDateTime: call.date() });
}

/** The result's object, and beside it what its columns are, so that other tools can read it alone. */
async function writeResult(
  call: AthenaCall,
  { entry }: Execution,
  principal: Principal,
  outcome: StatementOutcome,
): Promise<void> {
  const output = entry.ResultConfiguration?.OutputLocation ?? '';
  const at = parseS3Uri(output);
  if (!at) throw new RangeError('a query that was started has an output location');
  const { EncryptionOption: option, KmsKey: keyId } = entry.ResultConfiguration?.EncryptionConfiguration ?? {};
  const encryption = {
    algorithm: option === 'SSE_KMS' ? 'aws:kms' : 'AES256',
    ...(keyId === undefined ? {} : { keyId }),
  };
  const sealed = option === undefined ? {} : { encryption };
  try {
    for (const [ending, body] of resultFiles(outcome)) {
      await writeObject(call, principal, {
        ...at,
        key: `${at.key}${ending}`,
        body,
        contentType: 'application/octet-stream',
        ...sealed,
      });
    }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const message = `Access denied when writing output to url: ${s3Uri(at)} . Please ensure you are allowed to access the S3 bucket. ${error.message}`;
    throw new QueryFault('PERMISSION_DENIED', message);
  }
}

function resultFiles({ type, substatement, columns, rows, written }: StatementOutcome): (readonly [string, string])[] {
  const metadata = JSON.stringify({ columns });
  if (substatement === 'SELECT') {
    return [
      [
        '',
        csvText(
          columns.map(({ name }) => name),
          rows,
        ),
      ],
      ['.metadata', metadata],
    ];
  }
  if (written.length > 0 || type === 'DML')
    return [
      ['-manifest.csv', written.map((uri) => `${uri}\n`).join('')],
      ['.metadata', metadata],
    ];
  return [
    ['', rows.map((cells) => `${cells.map((cell) => cell ?? '').join('\t')}\n`).join('')],
    ['.metadata', metadata],
  ];
}

/** Definitions are free; a query pays for ten megabytes at least, one that reads nothing for nothing. */
const LEAST_BILLED_BYTES = 10 * 1024 ** 2;

function bill(call: AthenaCall, { scannedBytes }: StatementOutcome): void {
  if (scannedBytes > 0) call.charge(ATHENA_SCANNED, Math.max(scannedBytes, LEAST_BILLED_BYTES) / 1024 ** 4);
}

const USER_ERROR = 2;
const SYSTEM_ERROR = 1;

function fail(call: AthenaCall, execution: Execution, error: unknown): void {
  if (error instanceof QueryFault && error.code === 'BYTES_SCANNED_LIMIT') {
    const reason = `Query cancelled! : ${error.message.replace(/^[A-Z_]+: /, '')}`;
    setStatus(execution, { State: 'CANCELLED', StateChangeReason: reason, CompletionDateTime: call.date() });
    return;
  }
  const isKnown = error instanceof QueryFault;
  const reason = isKnown ? error.message : 'GENERIC_INTERNAL_ERROR: the query failed in this sandbox.';
  const AthenaError = {
    ErrorCategory: isKnown ? USER_ERROR : SYSTEM_ERROR,
    ErrorType: 1306,
    Retryable: false,
    ErrorMessage: reason,
  };
  setStatus(execution, { State: 'FAILED', StateChangeReason: reason, CompletionDateTime: call.date(), AthenaError });
  if (!isKnown) throw error;
}

export function setStatus({ entry }: Execution, status: NonNullable<QueryExecution['Status']>): void {
  entry.Status = { ...entry.Status, ...status };
}

function finishClock(call: AthenaCall, { entry }: Execution, startedAt: number): void {
  const EngineExecutionTimeInMillis = call.now() - startedAt;
  entry.Statistics = {
    DataScannedInBytes: 0,
    ...entry.Statistics,
    EngineExecutionTimeInMillis,
    TotalExecutionTimeInMillis: EngineExecutionTimeInMillis,
    QueryQueueTimeInMillis: 0,
    ServiceProcessingTimeInMillis: 0,
  };
}
