import type { DescribeFeatureMetadataRequest, DescribeFeatureMetadataResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { featureGroupArn, getFeatureGroup } from '../features/groups.ts';
import { getFeature, metadataOf } from '../features/metadata.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const describeFeatureMetadata = operation<
  SageMakerState,
  Sent<DescribeFeatureMetadataRequest>,
  DescribeFeatureMetadataResponse
>({
  fidelity: 'real',
  needs: ({ FeatureGroupName }, call) =>
    needOn(call, 'DescribeFeatureMetadata', featureGroupArn(call, FeatureGroupName)),
  handle: ({ FeatureGroupName, FeatureName }, call) => {
    const group = getFeatureGroup(call, FeatureGroupName);
    const { FeatureType } = getFeature(group, FeatureName);
    const { description, parameters, createdAt, modifiedAt } = metadataOf(group, FeatureName);
    return {
      FeatureGroupArn: group.arn,
      FeatureGroupName: group.name,
      FeatureName,
      FeatureType,
      CreationTime: createdAt,
      LastModifiedTime: modifiedAt,
      Description: description,
      Parameters: parameters,
    };
  },
});
