import type { CreateModelPackageGroupInput, CreateModelPackageGroupOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { validation } from '../errors.ts';
import { arnOf, needOn } from '../needs.ts';
import { userContext } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';
import { keepTags } from '../tags.ts';

export const createModelPackageGroup = operation<
  SageMakerState,
  Sent<CreateModelPackageGroupInput>,
  CreateModelPackageGroupOutput
>({
  fidelity: 'real',
  needs: ({ ModelPackageGroupName, Tags }, call) =>
    needOn(call, 'CreateModelPackageGroup', arnOf(call, 'model-package-group', ModelPackageGroupName), { tags: Tags }),
  handle: ({ ModelPackageGroupName: name, ModelPackageGroupDescription, Tags }, call) => {
    const ModelPackageGroupArn = arnOf(call, 'model-package-group', name);
    if (call.state.modelPackageGroups.has(name)) {
      throw validation(`Model Package Group already exists: ${ModelPackageGroupArn}`);
    }
    call.state.modelPackageGroups.set(name, {
      ModelPackageGroupName: name,
      ModelPackageGroupArn,
      ModelPackageGroupDescription,
      CreationTime: call.date(),
      CreatedBy: userContext(call),
      ModelPackageGroupStatus: 'Completed',
      lastVersion: 0,
    });
    keepTags(call, ModelPackageGroupArn, Tags);
    return { ModelPackageGroupArn };
  },
});
