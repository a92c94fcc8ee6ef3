import type { CreateModelPackageInput, CreateModelPackageOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { needOn } from '../needs.ts';
import { checkPackage, newPackageArn, registerPackage, tellPackageChange } from '../registry/register.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createModelPackage = operation<SageMakerState, Sent<CreateModelPackageInput>, CreateModelPackageOutput>({
  fidelity: 'simplified',
  differs: 'A package is Completed at once: validation jobs and the marketplace are refused.',
  needs: (input, call) =>
    needOn(call, 'CreateModelPackage', newPackageArn(call, input), {
      tags: input.Tags,
      context: input.ModelApprovalStatus ? { 'sagemaker:ModelApprovalStatus': input.ModelApprovalStatus } : {},
    }),
  handle: (input, call) => {
    checkPackage(call, input);
    const model = registerPackage(call, input);
    keepTags(call, model.ModelPackageArn, input.Tags);
    tellPackageChange(call, model);
    return { ModelPackageArn: model.ModelPackageArn };
  },
});
