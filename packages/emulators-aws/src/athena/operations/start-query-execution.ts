import type { StartQueryExecutionInput, StartQueryExecutionOutput, WorkGroup } from '@aws-sdk/client-athena';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidRequest, notSupported } from '../errors.ts';
import { runQuery } from '../running.ts';
import { demandOutputBucket, findReusable, kindOf, readQuery, resultSettings } from '../starting.ts';
import { type AthenaCall, type AthenaState, ENGINE_VERSION, type Execution } from '../state.ts';
import { demandCatalog, getWorkGroupEntry, onWorkGroup } from '../work-groups.ts';

export const startQueryExecution = operation<AthenaState, Sent<StartQueryExecutionInput>, StartQueryExecutionOutput>({
  fidelity: 'simplified',
  differs:
    'Trino is spoken through DuckDB: common SQL and functions are there, Iceberg, federated queries and rare functions are not.',
  needs: onWorkGroup('StartQueryExecution'),
  handle: async (input, call) => {
    const known = call.state.tokens.get(input.ClientRequestToken ?? '');
    if (known !== undefined) return { QueryExecutionId: known };
    if (input.EngineConfiguration) throw notSupported('EngineConfiguration');
    demandCatalog(input.QueryExecutionContext?.Catalog);
    const group = getWorkGroupEntry(call, input.WorkGroup);
    if (group.State === 'DISABLED') throw invalidRequest('WorkGroup is disabled.');
    const { sql, statement } = await readQuery(input);
    const settings = resultSettings(group, input.ResultConfiguration);
    await demandOutputBucket(call, settings);
    const execution = newExecution(call, input, group, { ...kindOf(statement), settings });
    const { QueryExecutionId: id = '' } = execution.entry;
    call.state.executions.set(id, execution);
    if (input.ClientRequestToken !== undefined) call.state.tokens.set(input.ClientRequestToken, id);
    if (reuse(call, execution, findReusable(call, input))) return { QueryExecutionId: id };
    const { principal } = call;
    const database = (input.QueryExecutionContext?.Database ?? 'default').toLowerCase();
    const plan = { statement, sql, principal, database, bytesLimit: group.Configuration?.BytesScannedCutoffPerQuery };
    call.background((later, signal) => runQuery(later, execution, plan, signal));
    return { QueryExecutionId: id };
  },
});

type Settled = ReturnType<typeof kindOf> & { readonly settings: ReturnType<typeof resultSettings> };

function newExecution(
  call: AthenaCall,
  input: Sent<StartQueryExecutionInput>,
  group: WorkGroup,
  { StatementType, SubstatementType, ending, settings }: Settled,
): Execution {
  const QueryExecutionId = call.ids.uuid();
  const OutputLocation = `${(settings.OutputLocation ?? '').replace(/\/$/, '')}/${QueryExecutionId}${ending}`;
  const entry = {
    QueryExecutionId,
    Query: input.QueryString,
    StatementType,
    SubstatementType,
    ResultConfiguration: { ...settings, OutputLocation },
    QueryExecutionContext: input.QueryExecutionContext ?? {},
    Status: { State: 'QUEUED' as const, SubmissionDateTime: call.date() },
    Statistics: {},
    WorkGroup: group.Name,
    EngineVersion: { ...ENGINE_VERSION },
    ...(input.ExecutionParameters ? { ExecutionParameters: input.ExecutionParameters } : {}),
    ...(input.ResultReuseConfiguration ? { ResultReuseConfiguration: input.ResultReuseConfiguration } : {}),
  };
  return { entry, columns: [], updateCount: undefined };
}

/** Gives an earlier result again, without a scan; false when there is none. */
function reuse(call: AthenaCall, execution: Execution, earlier: Execution | undefined): boolean {
  if (!earlier) return false;
  const { entry } = execution;
  entry.ResultConfiguration = { ...entry.ResultConfiguration, ...earlier.entry.ResultConfiguration };
  entry.Status = { ...entry.Status, State: 'SUCCEEDED', CompletionDateTime: call.date() };
  const ResultReuseInformation = { ReusedPreviousResult: true };
  entry.Statistics = {
    DataScannedInBytes: 0,
    TotalExecutionTimeInMillis: 0,
    EngineExecutionTimeInMillis: 0,
    ResultReuseInformation,
  };
  execution.columns = earlier.columns;
  return true;
}
