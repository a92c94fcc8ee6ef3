import type { NamedQuery, PreparedStatement, QueryExecution, WorkGroup } from '@aws-sdk/client-athena';
import type { Call, NewAccount } from '@cairn/emulator-kit';
import type { ResultColumn } from '../lake/result-columns.ts';

/** Workgroups and queries of one account and region. Plain data only: results lie in S3. */
export interface AthenaState {
  readonly workGroups: Map<string, WorkGroup>;
  /** In the order they were started. */
  readonly executions: Map<string, Execution>;
  readonly namedQueries: Map<string, NamedQuery>;
  /** By `workgroup/name`. */
  readonly prepared: Map<string, PreparedStatement>;
  /** Query ids by the client's request token. */
  readonly tokens: Map<string, string>;
}

export interface Execution {
  entry: QueryExecution;
  /** Known once it has succeeded. */
  columns: readonly ResultColumn[];
  updateCount: number | undefined;
}

export type AthenaCall = Call<AthenaState>;

export const PRIMARY = 'primary';
export const ENGINE_VERSION = {
  SelectedEngineVersion: 'AUTO',
  EffectiveEngineVersion: 'Athena engine version 3',
} as const;

export const emptyState = ({ now }: NewAccount): AthenaState => ({
  workGroups: new Map([
    [
      PRIMARY,
      {
        Name: PRIMARY,
        State: 'ENABLED',
        CreationTime: new Date(now),
        Configuration: {
          ResultConfiguration: {},
          EnforceWorkGroupConfiguration: false,
          PublishCloudWatchMetricsEnabled: false,
          RequesterPaysEnabled: false,
          EngineVersion: { ...ENGINE_VERSION },
        },
      },
    ],
  ]),
  executions: new Map(),
  namedQueries: new Map(),
  prepared: new Map(),
  tokens: new Map(),
});
