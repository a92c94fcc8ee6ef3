import type { DescribeModelPackageGroupInput, DescribeModelPackageGroupOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { needOn } from '../needs.ts';
import { getPackageGroup, packageGroupArn } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';

export const describeModelPackageGroup = operation<
  SageMakerState,
  Sent<DescribeModelPackageGroupInput>,
  DescribeModelPackageGroupOutput
>({
  fidelity: 'real',
  needs: ({ ModelPackageGroupName }, call) =>
    needOn(call, 'DescribeModelPackageGroup', packageGroupArn(call, ModelPackageGroupName)),
  handle: ({ ModelPackageGroupName }, call) => {
    const { lastVersion: _, ...description } = getPackageGroup(call, ModelPackageGroupName);
    return description;
  },
});
