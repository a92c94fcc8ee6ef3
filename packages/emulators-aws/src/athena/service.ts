import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { batchGetQueryExecution } from './operations/batch-get-query-execution.ts';
import { createNamedQuery } from './operations/create-named-query.ts';
import { createWorkGroup } from './operations/create-work-group.ts';
import { deleteNamedQuery } from './operations/delete-named-query.ts';
import { deleteWorkGroup } from './operations/delete-work-group.ts';
import { getNamedQuery } from './operations/get-named-query.ts';
import { getQueryExecution } from './operations/get-query-execution.ts';
import { getQueryResults } from './operations/get-query-results.ts';
import { getTableMetadata } from './operations/get-table-metadata.ts';
import { getWorkGroup } from './operations/get-work-group.ts';
import { listDataCatalogs } from './operations/list-data-catalogs.ts';
import { listDatabases } from './operations/list-databases.ts';
import { listNamedQueries } from './operations/list-named-queries.ts';
import { listQueryExecutions } from './operations/list-query-executions.ts';
import { listTableMetadata } from './operations/list-table-metadata.ts';
import { listWorkGroups } from './operations/list-work-groups.ts';
import { startQueryExecution } from './operations/start-query-execution.ts';
import { stopQueryExecution } from './operations/stop-query-execution.ts';
import { updateWorkGroup } from './operations/update-work-group.ts';
import { type AthenaState, emptyState } from './state.ts';

/** Amazon Athena: SQL over the data catalog and S3, answered by DuckDB in a sandbox of its own. */
export const athena = defineService<AthenaState>({
  name: 'athena',
  get model() {
    return modelOf('athena');
  },
  actionPrefix: 'athena',
  scope: 'regional',
  emptyState,
  operations: {
    BatchGetQueryExecution: batchGetQueryExecution,
    CreateNamedQuery: createNamedQuery,
    CreateWorkGroup: createWorkGroup,
    DeleteNamedQuery: deleteNamedQuery,
    DeleteWorkGroup: deleteWorkGroup,
    GetNamedQuery: getNamedQuery,
    GetQueryExecution: getQueryExecution,
    GetQueryResults: getQueryResults,
    GetTableMetadata: getTableMetadata,
    GetWorkGroup: getWorkGroup,
    ListDataCatalogs: listDataCatalogs,
    ListDatabases: listDatabases,
    ListNamedQueries: listNamedQueries,
    ListQueryExecutions: listQueryExecutions,
    ListTableMetadata: listTableMetadata,
    ListWorkGroups: listWorkGroups,
    StartQueryExecution: startQueryExecution,
    StopQueryExecution: stopQueryExecution,
    UpdateWorkGroup: updateWorkGroup,
  },
});
