import type { DescribeFeatureGroupRequest, DescribeFeatureGroupResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { describeFeatureGroup as described, featureGroupArn, getFeatureGroup } from '../features/groups.ts';
import { holdWhile } from '../holding.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeFeatureGroup = operation<
  SageMakerState,
  Sent<DescribeFeatureGroupRequest>,
  DescribeFeatureGroupResponse
>({
  fidelity: 'real',
  needs: ({ FeatureGroupName }, call) => needOn(call, 'DescribeFeatureGroup', featureGroupArn(call, FeatureGroupName)),
  handle: async ({ FeatureGroupName }, call) => {
    const group = getFeatureGroup(call, FeatureGroupName);
    await holdWhile(call, group, () => group.status === 'Creating');
    return described(group);
  },
});
