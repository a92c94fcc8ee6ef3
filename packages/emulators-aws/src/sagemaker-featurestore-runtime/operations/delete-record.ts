import type { DeleteRecordRequest } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { FEATURE_STORE_WRITE } from '../../prices.ts';
import { appendOffline } from '../../sagemaker/features/offline-store.ts';
import { eventInstant, servingGroup } from '../../sagemaker/features/records.ts';
import { keepOnline } from '../../sagemaker/features/storage-bill.ts';
import type { FeatureGroup } from '../../sagemaker/hosting-state.ts';
import type { SageMakerCall } from '../../sagemaker/needs.ts';
import type { SageMakerState } from '../../sagemaker/state.ts';
import { groupNeed } from '../record-needs.ts';

/** A soft deletion leaves its event time behind, so that what is older does not come back; a hard one nothing. */
function deleteOnline(
  call: SageMakerCall,
  group: FeatureGroup,
  id: string,
  { eventTime, eventAt, isHard }: Deletion,
): void {
  const before = group.records.get(id);
  if (before && eventAt < before.eventAt) return;
  const tombstone = { values: new Map(), eventTime, eventAt, isDeleted: true, expiresAt: undefined };
  keepOnline(call, group, id, isHard ? undefined : tombstone);
}

interface Deletion {
  readonly eventTime: string;
  readonly eventAt: number;
  readonly isHard: boolean;
}

export const deleteRecord = operation<SageMakerState, Sent<DeleteRecordRequest>, Record<string, never>>({
  fidelity: 'real',
  needs: groupNeed('DeleteRecord'),
  handle: ({ FeatureGroupName, RecordIdentifierValueAsString: id, EventTime, TargetStores, DeletionMode }, call) => {
    const group = servingGroup(call, FeatureGroupName);
    const stores = TargetStores ?? ['OnlineStore', 'OfflineStore'];
    const eventAt = eventInstant(group, EventTime);
    const deletion = { eventTime: EventTime, eventAt, isHard: DeletionMode === 'HardDelete' };
    if (stores.includes('OnlineStore')) deleteOnline(call, group, id, deletion);
    if (stores.includes('OfflineStore')) {
      const values = new Map([
        [group.recordIdentifier, id],
        [group.eventTime, EventTime],
      ]);
      appendOffline(call, group, { values, eventAt, isDeleted: true });
    }
    call.charge(FEATURE_STORE_WRITE, 1);
    return {};
  },
});
