import type { DescribeModelPackageInput, DescribeModelPackageOutput } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { needOn } from '../needs.ts';
import { getPackage, packageArn } from '../registry/packages.ts';
import type { SageMakerState } from '../state.ts';

export const describeModelPackage = operation<
  SageMakerState,
  Sent<DescribeModelPackageInput>,
  DescribeModelPackageOutput
>({
  fidelity: 'real',
  needs: ({ ModelPackageName }, call) => needOn(call, 'DescribeModelPackage', packageArn(call, ModelPackageName)),
  handle: ({ ModelPackageName }, call) => getPackage(call, ModelPackageName),
});
