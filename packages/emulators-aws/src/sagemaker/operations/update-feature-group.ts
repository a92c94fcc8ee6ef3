import type { UpdateFeatureGroupRequest, UpdateFeatureGroupResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { notSupported, validation } from '../errors.ts';
import { checkDefinitions, featureGroupArn, getFeatureGroup } from '../features/groups.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';

export const updateFeatureGroup = operation<
  SageMakerState,
  Sent<UpdateFeatureGroupRequest>,
  UpdateFeatureGroupResponse
>({
  fidelity: 'simplified',
  differs: 'Adds features and changes how long records live; the table in the Glue catalog keeps its columns.',
  needs: ({ FeatureGroupName }, call) => needOn(call, 'UpdateFeatureGroup', featureGroupArn(call, FeatureGroupName)),
  handle: ({ FeatureGroupName, FeatureAdditions = [], OnlineStoreConfig, ThroughputConfig }, call) => {
    const group = getFeatureGroup(call, FeatureGroupName);
    if (ThroughputConfig) throw notSupported('A change of ThroughputConfig');
    if (OnlineStoreConfig && !group.online) throw validation('The feature group has no online store.');
    checkDefinitions([...group.definitions, ...FeatureAdditions]);
    group.definitions.push(...FeatureAdditions);
    if (OnlineStoreConfig?.TtlDuration) group.online = { ...group.online, TtlDuration: OnlineStoreConfig.TtlDuration };
    group.modifiedAt = call.date();
    return { FeatureGroupArn: group.arn };
  },
});
