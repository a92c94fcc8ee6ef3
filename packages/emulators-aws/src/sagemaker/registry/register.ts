import type { CreateModelPackageInput } from '@aws-sdk/client-sagemaker';
import { inUse, notSupported, validation } from '../errors.ts';
import type { ModelPackage } from '../hosting-state.ts';
import { tellStateChange } from '../jobs/events.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';
import { getPackageGroup, packageGroupArn, userContext } from './packages.ts';

const UNSUPPORTED = ['ValidationSpecification', 'SourceAlgorithmSpecification', 'SourceUri'] as const;

/** What the permission is asked for; of a version, any of its group's, since its number is not known yet. */
export function newPackageArn(call: SageMakerCall, input: CreateModelPackageInput): string {
  const { ModelPackageGroupName: group, ModelPackageName: name } = input;
  if (group === undefined) return arnOf(call, 'model-package', name ?? '*');
  return `${packageGroupArn(call, group).replace(':model-package-group/', ':model-package/')}/*`;
}

/** Refuses what could not be registered, or not deployed here. */
export function checkPackage(call: SageMakerCall, input: CreateModelPackageInput): void {
  const { ModelPackageGroupName: group, ModelPackageName: name, InferenceSpecification } = input;
  if ((group === undefined) === (name === undefined)) {
    throw validation('Specify either ModelPackageName, or ModelPackageGroupName for a new version of a group.');
  }
  const odd = UNSUPPORTED.find((member) => input[member] !== undefined);
  if (odd) throw notSupported(odd);
  if (input.CertifyForMarketplace) throw notSupported('CertifyForMarketplace');
  const containers = InferenceSpecification?.Containers ?? [];
  if (containers.length > 1) throw notSupported('A package of several containers');
  if (containers.some(({ ModelDataSource }) => ModelDataSource))
    throw notSupported('ModelDataSource (use ModelDataUrl)');
  if (name !== undefined && call.state.modelPackages.has(arnOf(call, 'model-package', name))) {
    throw inUse(`Model Package already exists: ${arnOf(call, 'model-package', name)}`);
  }
}

/** Name, version and ARN of a new package: a version of a group, or a package by itself. */
function identityOf(call: SageMakerCall, input: CreateModelPackageInput) {
  const { ModelPackageGroupName: groupName, ModelPackageName = '' } = input;
  if (groupName === undefined) {
    return { ModelPackageName, ModelPackageArn: arnOf(call, 'model-package', ModelPackageName) };
  }
  const group = getPackageGroup(call, groupName);
  group.lastVersion += 1;
  const { ModelPackageGroupName, lastVersion: ModelPackageVersion } = group;
  return {
    ModelPackageName: ModelPackageGroupName,
    ModelPackageGroupName,
    ModelPackageVersion,
    ModelPackageArn: `${arnOf(call, 'model-package', ModelPackageGroupName)}/${ModelPackageVersion}`,
    ModelApprovalStatus: input.ModelApprovalStatus ?? 'PendingManualApproval',
  };
}

export function registerPackage(call: SageMakerCall, input: CreateModelPackageInput): ModelPackage {
  const { Tags: _, ClientToken: __, ...rest } = input;
  const model: ModelPackage = {
    ...rest,
    ...identityOf(call, input),
    CreationTime: call.date(),
    CreatedBy: userContext(call),
    ModelPackageStatus: 'Completed',
    ModelPackageStatusDetails: { ValidationStatuses: [], ImageScanStatuses: [] },
  };
  call.state.modelPackages.set(model.ModelPackageArn, model);
  return model;
}

/** What EventBridge hears: pipelines deploy when a version is approved. */
export function tellPackageChange(call: SageMakerCall, model: ModelPackage): void {
  tellStateChange(call, model.ModelPackageArn, 'Model Package', {
    ModelPackageName: model.ModelPackageArn.split('/').slice(1).join('/'),
    ModelPackageGroupName: model.ModelPackageGroupName,
    ModelPackageVersion: model.ModelPackageVersion,
    ModelPackageArn: model.ModelPackageArn,
    ModelPackageDescription: model.ModelPackageDescription,
    CreationTime: model.CreationTime,
    InferenceSpecification: model.InferenceSpecification,
    ModelPackageStatus: model.ModelPackageStatus,
    ModelApprovalStatus: model.ModelApprovalStatus,
    CustomerMetadataProperties: model.CustomerMetadataProperties,
  });
}
