import type { ResultConfiguration, StartQueryExecutionInput, WorkGroup } from '@aws-sdk/client-athena';
import { ServiceError } from '@cairn/emulator-kit';
import { withParameters } from '../lake/pre-rewrite.ts';
import { QueryFault } from '../lake/query-fault.ts';
import { checkSelect } from '../lake/select.ts';
import { parseStatement } from '../lake/statements/parse.ts';
import type { Statement } from '../lake/statements/statement.ts';
import { parseS3Uri } from '../s3/objects.ts';
import { invalidRequest } from './errors.ts';
import type { AthenaCall, Execution } from './state.ts';
import { demandResultSettings } from './work-groups.ts';

/** Where results go: the workgroup's place when it insists or the client names none. */
export function resultSettings(
  { Configuration: group = {} }: WorkGroup,
  given: ResultConfiguration | undefined,
): ResultConfiguration {
  demandResultSettings(given);
  const own = group.EnforceWorkGroupConfiguration ? {} : (given ?? {});
  const settings = { ...group.ResultConfiguration, ...own };
  if (settings.OutputLocation === undefined) {
    throw invalidRequest(
      'No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.',
    );
  }
  return settings;
}

/** Throws InvalidRequestException unless the caller reaches the bucket of the results. */
export async function demandOutputBucket(
  call: AthenaCall,
  { OutputLocation: location = '' }: ResultConfiguration,
): Promise<void> {
  const bucket = parseS3Uri(location)?.bucket ?? '';
  try {
    await call.invoke('s3', 'GetBucketLocation', { Bucket: bucket }, call.principal);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidRequest(`Unable to verify/create output bucket ${bucket}. ${error.message}`);
  }
}

/** The query with its parameters, read as far as it can be without its tables. Throws InvalidRequestException. */
export async function readQuery({
  QueryString: text = '',
  ExecutionParameters: parameters,
}: StartQueryExecutionInput): Promise<{ readonly sql: string; readonly statement: Statement }> {
  try {
    const sql = parameters ? withParameters(text, parameters) : text;
    const statement = parseStatement(sql);
    if (statement.kind === 'select') await checkSelect(statement.sql);
    return { sql, statement };
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    const message = error.code === 'SYNTAX_ERROR' ? error.message.replace('SYNTAX_ERROR: ', '') : error.message;
    throw invalidRequest(message, error.code === 'SYNTAX_ERROR' ? 'MALFORMED_QUERY' : error.code);
  }
}

const MINUTE = 60_000;

/** An earlier run of the same query whose result may be given again. */
export function findReusable(call: AthenaCall, input: StartQueryExecutionInput): Execution | undefined {
  const { Enabled: isEnabled, MaxAgeInMinutes: minutes = 60 } =
    input.ResultReuseConfiguration?.ResultReuseByAgeConfiguration ?? {};
  if (!isEnabled) return undefined;
  return [...call.state.executions.values()].reverse().find(({ entry }) => {
    const age = call.now() - (entry.Status?.CompletionDateTime?.getTime() ?? 0);
    const isSame =
      entry.Query === input.QueryString &&
      JSON.stringify(entry.ExecutionParameters) === JSON.stringify(input.ExecutionParameters);
    const isThere =
      entry.Status?.State === 'SUCCEEDED' && entry.SubstatementType === 'SELECT' && age <= minutes * MINUTE;
    return (
      isSame &&
      isThere &&
      entry.QueryExecutionContext?.Database === input.QueryExecutionContext?.Database &&
      entry.WorkGroup === (input.WorkGroup ?? 'primary')
    );
  });
}

const SUBSTATEMENTS: Readonly<Partial<Record<Statement['kind'], string>>> = {
  select: 'SELECT',
  insert: 'INSERT',
  unload: 'UNLOAD',
  'create-table': 'CREATE_TABLE',
  'create-table-as': 'CREATE_TABLE_AS_SELECT',
  'create-view': 'CREATE_VIEW',
  'create-database': 'CREATE_DATABASE',
  'drop-database': 'DROP_DATABASE',
  'drop-table': 'DROP_TABLE',
  'add-partitions': 'ALTER_TABLE_ADD_PARTITION',
  'drop-partitions': 'ALTER_TABLE_DROP_PARTITION',
  'add-columns': 'ALTER_TABLE_ADD_COLUMNS',
  'set-properties': 'ALTER_TABLE_SET_TBLPROPERTIES',
  repair: 'MSCK_REPAIR_TABLE',
};

/** What kind of statement it is, and the ending of its result's name. */
export function kindOf({ kind }: Statement) {
  const isDml = kind === 'select' || kind === 'insert' || kind === 'unload';
  const isUtility = kind.startsWith('show') || kind === 'describe';
  return {
    StatementType: isDml ? ('DML' as const) : isUtility ? ('UTILITY' as const) : ('DDL' as const),
    SubstatementType:
      SUBSTATEMENTS[kind] ?? (kind === 'describe' ? 'DESCRIBE_TABLE' : kind.toUpperCase().replaceAll('-', '_')),
    ending: kind === 'select' ? '.csv' : isDml || kind === 'create-table-as' ? '' : '.txt',
  };
}
