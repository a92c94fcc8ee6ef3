import type { ModelPackageContainerDefinition, UserContext } from '@aws-sdk/client-sagemaker';
import type { ServiceError } from '@cairn/emulator-kit';
import { validation } from '../errors.ts';
import type { ModelPackage, ModelPackageGroup } from '../hosting-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';

/** Who did it, as the registry keeps it. */
export const userContext = ({ principal }: SageMakerCall): UserContext => ({
  IamIdentity: { Arn: principal.arn, PrincipalId: principal.userId },
});

/** Requests name a group or a package by its name or its ARN. */
const arnFor = (call: SageMakerCall, kind: string, nameOrArn: string): string =>
  nameOrArn.startsWith('arn:') ? nameOrArn : arnOf(call, kind, nameOrArn);

export const packageGroupArn = (call: SageMakerCall, nameOrArn: string): string =>
  arnFor(call, 'model-package-group', nameOrArn);

/** Of a name, an ARN, or `group/version`. */
export const packageArn = (call: SageMakerCall, nameOrArn: string): string => arnFor(call, 'model-package', nameOrArn);

export function getPackageGroup(call: SageMakerCall, nameOrArn: string): ModelPackageGroup {
  const arn = packageGroupArn(call, nameOrArn);
  const group = [...call.state.modelPackageGroups.values()].find((one) => one.ModelPackageGroupArn === arn);
  if (!group) throw validation(`ModelPackageGroup ${arn} does not exist.`);
  return group;
}

export const noPackage = (arn: string): ServiceError => validation(`ModelPackage ${arn} does not exist.`);

export function getPackage(call: SageMakerCall, nameOrArn: string): ModelPackage {
  const arn = packageArn(call, nameOrArn);
  const found = call.state.modelPackages.get(arn);
  if (!found) throw noPackage(arn);
  return found;
}

export const versionsIn = (call: SageMakerCall, groupName: string): ModelPackage[] =>
  [...call.state.modelPackages.values()].filter(({ ModelPackageGroupName }) => ModelPackageGroupName === groupName);

/** The container of a package that may be deployed: a version of a group must be approved first. */
export function deployableContainer(call: SageMakerCall, nameOrArn: string): ModelPackageContainerDefinition {
  const { ModelPackageArn, ModelPackageGroupName, ModelApprovalStatus, InferenceSpecification } = getPackage(
    call,
    nameOrArn,
  );
  if (ModelPackageGroupName !== undefined && ModelApprovalStatus !== 'Approved') {
    throw validation(
      `Model package ${ModelPackageArn} cannot be deployed: its ModelApprovalStatus is ${ModelApprovalStatus}, but must be Approved.`,
    );
  }
  const [container] = InferenceSpecification?.Containers ?? [];
  if (!container) throw validation(`Model package ${ModelPackageArn} has no InferenceSpecification to deploy.`);
  return container;
}
