import type { ResultConfiguration, WorkGroup, WorkGroupConfiguration } from '@aws-sdk/client-athena';
import type { Need } from '@cairn/emulator-kit';
import { executionNotFound, invalidRequest, notSupported, workGroupNotFound } from './errors.ts';
import { type AthenaCall, ENGINE_VERSION, type Execution, PRIMARY } from './state.ts';

export function getWorkGroupEntry({ state }: AthenaCall, name: string | undefined): WorkGroup {
  const group = state.workGroups.get(name ?? PRIMARY);
  if (!group) throw workGroupNotFound();
  return group;
}

export function getExecution({ state }: AthenaCall, id: string | undefined): Execution {
  const execution = state.executions.get(id ?? '');
  if (!execution) throw executionNotFound(id ?? '');
  return execution;
}

/** Permission for `athena:<action>` on a workgroup. */
export const workGroupNeed = (call: AthenaCall, action: string, name: string = PRIMARY): Need => ({
  action: `athena:${action}`,
  resource: call.arn(`workgroup/${name}`),
});

export const onWorkGroup =
  (action: string) =>
  ({ WorkGroup: name }: { readonly WorkGroup?: string | undefined }, call: AthenaCall): Need =>
    workGroupNeed(call, action, name);

/** Permission on the workgroup in which a query ran. */
export const onExecution =
  (action: string) =>
  ({ QueryExecutionId: id }: { readonly QueryExecutionId?: string | undefined }, call: AthenaCall): Need =>
    workGroupNeed(call, action, call.state.executions.get(id ?? '')?.entry.WorkGroup);

export const onCatalog =
  (action: string) =>
  ({ CatalogName: name = CATALOG }: { readonly CatalogName?: string | undefined }, call: AthenaCall): Need => ({
    action: `athena:${action}`,
    resource: call.arn(`datacatalog/${name}`),
  });

export const CATALOG = 'AwsDataCatalog';

/** Throws InvalidRequestException for any catalog but the account's own. */
export function demandCatalog(name: string | undefined): void {
  if (name !== undefined && name.toLowerCase() !== CATALOG.toLowerCase())
    throw notSupported(`The data catalog ${name}`);
}

const UNSUPPORTED: readonly (keyof WorkGroupConfiguration)[] = [
  'AdditionalConfiguration',
  'CustomerContentEncryptionConfiguration',
  'EngineConfiguration',
  'ExecutionRole',
  'IdentityCenterConfiguration',
  'ManagedQueryResultsConfiguration',
  'QueryResultsS3AccessGrantsConfiguration',
];
const LEAST_CUTOFF_BYTES = 10_000_000;

/** A workgroup's settings as they are kept. Throws InvalidRequestException for what has no effect here. */
export function checkedConfiguration(given: WorkGroupConfiguration): WorkGroupConfiguration {
  const unsupported = UNSUPPORTED.find((name) => given[name] !== undefined);
  if (unsupported) throw notSupported(`The workgroup setting ${unsupported}`);
  const cutoff = given.BytesScannedCutoffPerQuery;
  if (cutoff !== undefined && cutoff < LEAST_CUTOFF_BYTES) {
    throw invalidRequest(`BytesScannedCutoffPerQuery must be at least ${LEAST_CUTOFF_BYTES}.`);
  }
  demandResultSettings(given.ResultConfiguration);
  return {
    ...given,
    EnforceWorkGroupConfiguration: given.EnforceWorkGroupConfiguration ?? true,
    PublishCloudWatchMetricsEnabled: given.PublishCloudWatchMetricsEnabled ?? false,
    RequesterPaysEnabled: given.RequesterPaysEnabled ?? false,
    EngineVersion: { ...ENGINE_VERSION },
  };
}

export function demandResultSettings(settings: ResultConfiguration | undefined): void {
  if (settings?.EncryptionConfiguration?.EncryptionOption === 'CSE_KMS')
    throw notSupported('Client-side encryption of results');
  if (settings?.AclConfiguration) throw notSupported('An ACL on results');
  const location = settings?.OutputLocation;
  if (location !== undefined && !/^s3:\/\/[^/]+/.test(location)) {
    throw invalidRequest(`OutputLocation ${location} is not a valid S3 path: write s3://bucket/folder/.`);
  }
}
