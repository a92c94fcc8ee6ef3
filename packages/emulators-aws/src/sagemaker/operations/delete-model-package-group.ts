import type { DeleteModelPackageGroupInput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { conflict } from '../errors.ts';
import { needOn } from '../needs.ts';
import { getPackageGroup, packageGroupArn, versionsIn } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

export const deleteModelPackageGroup = operation<
  SageMakerState,
  Sent<DeleteModelPackageGroupInput>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: ({ ModelPackageGroupName }, call) =>
    needOn(call, 'DeleteModelPackageGroup', packageGroupArn(call, ModelPackageGroupName)),
  handle: ({ ModelPackageGroupName }, call) => {
    const { ModelPackageGroupName: name, ModelPackageGroupArn } = getPackageGroup(call, ModelPackageGroupName);
    if (versionsIn(call, name).length > 0) {
      throw conflict(`Model Package Group ${ModelPackageGroupArn} cannot be deleted: it contains model packages.`);
    }
    call.state.modelPackageGroups.delete(name);
    forgetTags(call, ModelPackageGroupArn);
    return {};
  },
});
