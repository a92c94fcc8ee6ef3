import type { DeleteFeatureGroupRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { featureGroupArn, getFeatureGroup } from '../features/groups.ts';
import { endStorage } from '../features/storage-bill.ts';
import { needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { forgetTags } from '../tags.ts';

/** What the offline store has written stays in S3, as in SageMaker. */
export const deleteFeatureGroup = operation<SageMakerState, Sent<DeleteFeatureGroupRequest>, Record<string, never>>({
  fidelity: 'real',
  needs: ({ FeatureGroupName }, call) => needOn(call, 'DeleteFeatureGroup', featureGroupArn(call, FeatureGroupName)),
  handle: ({ FeatureGroupName }, call) => {
    const group = getFeatureGroup(call, FeatureGroupName);
    endStorage(call, group);
    call.state.featureGroups.delete(group.name);
    forgetTags(call, group.arn);
    return {};
  },
});
