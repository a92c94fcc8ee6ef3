import type { DataCatalogConfig, FeatureDefinition, OfflineStoreConfig } from '@aws-sdk/client-sagemaker';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import type { FeatureGroup } from '../hosting-state.ts';
import type { SageMakerCall } from '../needs.ts';

const DATABASE = 'sagemaker_featurestore';

const TYPES = { Integral: 'bigint', Fractional: 'double', String: 'string' } as const;

/** The table of a feature group in the Glue catalog: the caller's, or one named as SageMaker names it. */
export const catalogTable = (name: string, seconds: number, given: OfflineStoreConfig): DataCatalogConfig => ({
  Catalog: 'AwsDataCatalog',
  Database: given.DataCatalogConfig?.Database ?? DATABASE,
  TableName: given.DataCatalogConfig?.TableName ?? `${name.toLowerCase().replaceAll('-', '_')}_${seconds}`,
});

const columnOf = ({ FeatureName = '', FeatureType, CollectionType }: FeatureDefinition) => {
  const type = TYPES[FeatureType ?? 'String'];
  return { Name: FeatureName.toLowerCase(), Type: CollectionType ? `array<${type}>` : type };
};

const ADDED = [
  { Name: 'write_time', Type: 'timestamp' },
  { Name: 'api_invocation_time', Type: 'timestamp' },
  { Name: 'is_deleted', Type: 'boolean' },
];

function tableInput({ offline, definitions, name }: FeatureGroup) {
  return {
    Name: offline?.DataCatalogConfig?.TableName,
    Description: `Offline store of feature group ${name}`,
    TableType: 'EXTERNAL_TABLE',
    Parameters: { classification: 'json', EXTERNAL: 'TRUE' },
    StorageDescriptor: {
      Columns: [...definitions.map(columnOf), ...ADDED],
      Location: offline?.S3StorageConfig?.ResolvedOutputS3Uri,
      InputFormat: 'org.apache.hadoop.mapred.TextInputFormat',
      OutputFormat: 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat',
      SerdeInfo: { SerializationLibrary: 'org.openx.data.jsonserde.JsonSerDe' },
    },
  };
}

/** Enters the offline store into the Glue catalog, with the rights of who made the feature group. */
export async function createCatalogTable(call: SageMakerCall, group: FeatureGroup, maker: Principal): Promise<void> {
  const { Database = DATABASE } = group.offline?.DataCatalogConfig ?? {};
  try {
    await call.invoke('glue', 'CreateDatabase', { DatabaseInput: { Name: Database } }, maker);
  } catch (error) {
    if (!(error instanceof ServiceError && error.code === 'AlreadyExistsException')) throw error;
  }
  await call.invoke('glue', 'CreateTable', { DatabaseName: Database, TableInput: tableInput(group) }, maker);
}
