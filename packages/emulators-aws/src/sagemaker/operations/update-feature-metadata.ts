import type { UpdateFeatureMetadataRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { featureGroupArn, getFeatureGroup } from '../features/groups.ts';
import { getFeature, metadataOf } from '../features/metadata.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const updateFeatureMetadata = operation<
  SageMakerState,
  Sent<UpdateFeatureMetadataRequest>,
  Record<string, never>
>({
  fidelity: 'real',
  needs: ({ FeatureGroupName }, call) => needOn(call, 'UpdateFeatureMetadata', featureGroupArn(call, FeatureGroupName)),
  handle: ({ FeatureGroupName, FeatureName, Description, ParameterAdditions = [], ParameterRemovals = [] }, call) => {
    const group = getFeatureGroup(call, FeatureGroupName);
    getFeature(group, FeatureName);
    const { description, parameters, createdAt } = metadataOf(group, FeatureName);
    const gone = new Set([...ParameterRemovals, ...ParameterAdditions.map(({ Key }) => Key)]);
    group.metadata.set(FeatureName, {
      description: Description ?? description,
      parameters: [...parameters.filter(({ Key }) => !gone.has(Key)), ...ParameterAdditions],
      createdAt,
      modifiedAt: call.date(),
    });
    return {};
  },
});
