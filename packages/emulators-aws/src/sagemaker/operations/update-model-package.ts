import type { UpdateModelPackageInput, UpdateModelPackageOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { notSupported, validation } from '../errors.ts';
import type { ModelPackage } from '../hosting-state.ts';
import { needOn, type SageMakerCall } from '../needs.ts';
import { getPackage, userContext } from '../registry/packages.ts';
import { tellPackageChange } from '../registry/register.ts';
import type { SageMakerState } from '../state.ts';

const UNSUPPORTED = ['AdditionalInferenceSpecificationsToAdd', 'ModelPackageRegistrationType'] as const;

function checkUpdate(input: UpdateModelPackageInput, model: ModelPackage): void {
  const odd = UNSUPPORTED.find((member) => input[member] !== undefined);
  if (odd) throw notSupported(odd);
  if (input.ModelApprovalStatus && model.ModelPackageVersion === undefined) {
    throw validation('ModelApprovalStatus can only be set on a version of a model package group.');
  }
  if (input.InferenceSpecification && model.InferenceSpecification) {
    throw validation('InferenceSpecification can only be added to a model package that has none.');
  }
}

function updated(call: SageMakerCall, model: ModelPackage, input: UpdateModelPackageInput): ModelPackage {
  const { ModelPackageArn: _, CustomerMetadataPropertiesToRemove: removed = [], ...changes } = input;
  const properties = { ...model.CustomerMetadataProperties, ...changes.CustomerMetadataProperties };
  const left = Object.entries(properties).filter(([key]) => !removed.includes(key));
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return {
    ...model,
    ...given,
    ...(left.length > 0 || model.CustomerMetadataProperties
      ? { CustomerMetadataProperties: Object.fromEntries(left) }
      : {}),
    LastModifiedTime: call.date(),
    LastModifiedBy: userContext(call),
  };
}

export const updateModelPackage = operation<SageMakerState, Sent<UpdateModelPackageInput>, UpdateModelPackageOutput>({
  fidelity: 'real',
  needs: ({ ModelPackageArn, ModelApprovalStatus }, call) =>
    needOn(call, 'UpdateModelPackage', ModelPackageArn, {
      context: ModelApprovalStatus ? { 'sagemaker:ModelApprovalStatus': ModelApprovalStatus } : {},
    }),
  handle: (input, call) => {
    const model = getPackage(call, input.ModelPackageArn);
    checkUpdate(input, model);
    const next = updated(call, model, input);
    call.state.modelPackages.set(model.ModelPackageArn, next);
    tellPackageChange(call, next);
    return { ModelPackageArn: model.ModelPackageArn };
  },
});
