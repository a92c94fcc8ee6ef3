import type { ListFeatureGroupsRequest, ListFeatureGroupsResponse } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { offlineStatus } from '../features/groups.ts';
import { listPage } from '../listing.ts';
import type { SageMakerState } from '../state.ts';

export const listFeatureGroups = operation<SageMakerState, ListFeatureGroupsRequest, ListFeatureGroupsResponse>({
  fidelity: 'real',
  handle: ({ FeatureGroupStatusEquals, OfflineStoreStatusEquals: offline, ...input }, call) => {
    const all = [...call.state.featureGroups.values()].map((group) => ({
      FeatureGroupName: group.name,
      FeatureGroupArn: group.arn,
      CreationTime: group.createdAt,
      FeatureGroupStatus: group.status,
      OfflineStoreStatus: offlineStatus(group, group.offlineBlockedReason),
    }));
    const { items, NextToken } = listPage(
      all.filter(({ OfflineStoreStatus }) => offline === undefined || OfflineStoreStatus.Status === offline),
      (group) => ({
        name: group.FeatureGroupName,
        createdAt: group.CreationTime,
        status: group.FeatureGroupStatus,
        keys: { FeatureGroupStatus: group.FeatureGroupStatus, OfflineStoreStatus: group.OfflineStoreStatus.Status },
      }),
      { ...input, StatusEquals: FeatureGroupStatusEquals },
    );
    return { FeatureGroupSummaries: items, NextToken };
  },
});
