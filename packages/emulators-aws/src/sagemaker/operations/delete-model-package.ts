import type { DeleteModelPackageInput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { needOn } from '../needs.ts';
import { getPackage, packageArn } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteModelPackage = operation<SageMakerState, Sent<DeleteModelPackageInput>, Record<string, never>>({
  fidelity: 'real',
  needs: ({ ModelPackageName }, call) => needOn(call, 'DeleteModelPackage', packageArn(call, ModelPackageName)),
  handle: ({ ModelPackageName }, call) => {
    const { ModelPackageArn } = getPackage(call, ModelPackageName);
    call.state.modelPackages.delete(ModelPackageArn);
    forgetTags(call, ModelPackageArn);
    return {};
  },
});
