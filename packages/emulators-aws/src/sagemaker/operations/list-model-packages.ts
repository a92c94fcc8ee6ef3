import type { ListModelPackagesInput, ListModelPackagesOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { ModelPackage } from '../hosting-state.ts';
import { listPage } from '../listing.ts';
import { needOn, type SageMakerCall } from '../needs.ts';
import { getPackageGroup, packageGroupArn } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';

/** Versions of a group; without one, packages of the kind that is asked for, unversioned ones where nothing is said. */
function packagesFor(call: SageMakerCall, input: ListModelPackagesInput): ModelPackage[] {
  const all = [...call.state.modelPackages.values()].filter(
    ({ ModelApprovalStatus }) => !input.ModelApprovalStatus || ModelApprovalStatus === input.ModelApprovalStatus,
  );
  if (input.ModelPackageGroupName) {
    const { ModelPackageGroupName: name } = getPackageGroup(call, input.ModelPackageGroupName);
    return all.filter(({ ModelPackageGroupName }) => ModelPackageGroupName === name);
  }
  const type = input.ModelPackageType ?? 'Unversioned';
  if (type === 'Both') return all;
  return all.filter(({ ModelPackageVersion }) => (ModelPackageVersion !== undefined) === (type === 'Versioned'));
}

export const listModelPackages = operation<SageMakerState, ListModelPackagesInput, ListModelPackagesOutput>({
  fidelity: 'real',
  needs: ({ ModelPackageGroupName: group }, call) =>
    needOn(call, 'ListModelPackages', group ? packageGroupArn(call, group) : '*'),
  handle: (input, call) => {
    const { items, NextToken } = listPage(
      packagesFor(call, input),
      ({ ModelPackageName, CreationTime, ModelPackageVersion = 0 }) => ({
        name: `${ModelPackageName}/${String(ModelPackageVersion).padStart(6, '0')}`, // versions in their order
        createdAt: CreationTime,
      }),
      input,
    );
    const ModelPackageSummaryList = items.map((model) => ({
      ...(model.ModelPackageVersion === undefined ? { ModelPackageName: model.ModelPackageName } : {}),
      ModelPackageGroupName: model.ModelPackageGroupName,
      ModelPackageVersion: model.ModelPackageVersion,
      ModelPackageArn: model.ModelPackageArn,
      ModelPackageDescription: model.ModelPackageDescription,
      CreationTime: model.CreationTime,
      ModelPackageStatus: model.ModelPackageStatus,
      ModelApprovalStatus: model.ModelApprovalStatus,
    }));
    return { ModelPackageSummaryList, NextToken };
  },
});
