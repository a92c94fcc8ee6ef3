import type {
  CreateFeatureGroupRequest,
  DescribeFeatureGroupResponse,
  FeatureDefinition,
} from '@aws-sdk/client-sagemaker';
import { ServiceError } from '@cairn/emulator-kit';
import { wake } from '../../messaging/waiting.ts';
import { notFound, notSupported, validation } from '../errors.ts';
import type { FeatureGroup } from '../hosting-state.ts';
import { joinUri } from '../jobs/s3-data.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { s3Location } from '../storage.ts';
import { catalogTable } from './glue-table.ts';

/** Columns that the offline store adds. */
const RESERVED = ['is_deleted', 'write_time', 'api_invocation_time'];

export const featureGroupArn = (call: SageMakerCall, nameOrArn: string): string =>
  nameOrArn.startsWith('arn:') ? nameOrArn : arnOf(call, 'feature-group', nameOrArn);

export function findFeatureGroup(call: SageMakerCall, nameOrArn: string): FeatureGroup | undefined {
  const arn = featureGroupArn(call, nameOrArn);
  return [...call.state.featureGroups.values()].find((group) => group.arn === arn);
}

export function getFeatureGroup(call: SageMakerCall, nameOrArn: string): FeatureGroup {
  const group = findFeatureGroup(call, nameOrArn);
  if (!group) throw notFound(`Resource Not Found: Amazon SageMaker can't find a FeatureGroup with name ${nameOrArn}`);
  return group;
}

export function checkDefinitions(definitions: readonly FeatureDefinition[]): void {
  const names = definitions.map(({ FeatureName = '' }) => FeatureName);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw validation(`Validation Error: feature ${twice} is defined twice.`);
  const reserved = names.find((name) => RESERVED.includes(name.toLowerCase()));
  if (reserved) throw validation(`Validation Error: the feature name ${reserved} is reserved for the offline store.`);
}

function checkStores({
  OnlineStoreConfig: online,
  OfflineStoreConfig: offline,
  RoleArn,
}: CreateFeatureGroupRequest): void {
  if (!online?.EnableOnlineStore && !offline) {
    throw validation('Validation Error: enable the online store, or configure the offline store.');
  }
  if (!offline) return;
  s3Location(offline.S3StorageConfig?.S3Uri ?? '');
  if (!RoleArn) throw validation('Validation Error: an offline store needs a RoleArn that may write to S3.');
  if (offline.TableFormat === 'Iceberg') throw notSupported('TableFormat Iceberg');
  if (offline.S3StorageConfig?.KmsKeyId) throw notSupported('A KmsKeyId for the offline store');
}

/** Refuses a feature group that could not work. */
export function checkFeatureGroup(input: CreateFeatureGroupRequest): void {
  const definitions = input.FeatureDefinitions ?? [];
  const typeOf = (name: string | undefined) => definitions.find(({ FeatureName }) => FeatureName === name)?.FeatureType;
  checkDefinitions(definitions);
  if (!typeOf(input.RecordIdentifierFeatureName)) {
    throw validation('Validation Error: RecordIdentifierFeatureName must be one of the FeatureDefinitions.');
  }
  const eventType = typeOf(input.EventTimeFeatureName);
  if (eventType !== 'String' && eventType !== 'Fractional') {
    throw validation(
      'Validation Error: EventTimeFeatureName must be one of the FeatureDefinitions, of type String or Fractional.',
    );
  }
  checkStores(input);
}

export function newFeatureGroup(call: SageMakerCall, input: CreateFeatureGroupRequest): FeatureGroup {
  const name = input.FeatureGroupName ?? '';
  const { OfflineStoreConfig: offline } = input;
  const seconds = Math.floor(call.now() / 1000);
  const folder = `${call.accountId}/sagemaker/${call.region}/offline-store/${name}-${seconds}/data`;
  const S3Uri = offline?.S3StorageConfig?.S3Uri ?? '';
  return {
    name,
    arn: arnOf(call, 'feature-group', name),
    createdAt: call.date(),
    modifiedAt: call.date(),
    status: 'Creating',
    failureReason: undefined,
    description: input.Description,
    recordIdentifier: input.RecordIdentifierFeatureName ?? '',
    eventTime: input.EventTimeFeatureName ?? '',
    definitions: [...(input.FeatureDefinitions ?? [])],
    roleArn: input.RoleArn,
    online: input.OnlineStoreConfig?.EnableOnlineStore
      ? { StorageType: 'Standard', ...input.OnlineStoreConfig }
      : undefined,
    offline: offline && {
      TableFormat: 'Glue',
      ...offline,
      S3StorageConfig: { S3Uri, ResolvedOutputS3Uri: joinUri(S3Uri, folder) },
      ...(offline.DisableGlueTableCreation ? {} : { DataCatalogConfig: catalogTable(name, seconds, offline) }),
    },
    offlineBlockedReason: undefined,
    throughput: { ThroughputMode: 'OnDemand', ...input.ThroughputConfig },
    metadata: new Map(),
    records: new Map(),
    onlineBytes: 0,
    waiting: [],
    writeTimerId: undefined,
  };
}

/** Ends the making of a feature group, well or with the reason why not. */
export function concludeCreation(call: SageMakerCall, group: FeatureGroup, trouble: unknown): void {
  if (trouble !== undefined && !(trouble instanceof ServiceError)) throw trouble;
  group.status = trouble === undefined ? 'Created' : 'CreateFailed';
  group.failureReason = trouble?.message;
  group.modifiedAt = call.date();
  wake(group);
}

export function describeFeatureGroup(group: FeatureGroup): DescribeFeatureGroupResponse {
  const { offlineBlockedReason: BlockedReason } = group;
  return {
    FeatureGroupArn: group.arn,
    FeatureGroupName: group.name,
    RecordIdentifierFeatureName: group.recordIdentifier,
    EventTimeFeatureName: group.eventTime,
    FeatureDefinitions: group.definitions,
    CreationTime: group.createdAt,
    LastModifiedTime: group.modifiedAt,
    OnlineStoreConfig: group.online,
    OfflineStoreConfig: group.offline,
    ThroughputConfig: group.throughput,
    RoleArn: group.roleArn,
    FeatureGroupStatus: group.status,
    OfflineStoreStatus: offlineStatus(group, BlockedReason),
    FailureReason: group.failureReason,
    OnlineStoreTotalSizeBytes: group.online && group.onlineBytes,
    Description: group.description,
    NextToken: '',
  };
}

export function offlineStatus({ offline }: FeatureGroup, BlockedReason: string | undefined) {
  if (!offline) return { Status: 'Disabled' as const };
  return BlockedReason === undefined ? { Status: 'Active' as const } : { Status: 'Blocked' as const, BlockedReason };
}
