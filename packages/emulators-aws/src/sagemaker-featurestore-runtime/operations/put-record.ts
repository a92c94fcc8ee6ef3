import type { PutRecordRequest } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { FEATURE_STORE_WRITE } from '../../prices.ts';
import { appendOffline } from '../../sagemaker/features/offline-store.ts';
import {
  eventInstant,
  expiryOf,
  readValues,
  requiredValue,
  servingGroup,
  validationError,
} from '../../sagemaker/features/records.ts';
import { keepOnline } from '../../sagemaker/features/storage-bill.ts';
import type { SageMakerState } from '../../sagemaker/state.ts';
import { groupNeed } from '../record-needs.ts';

export const putRecord = operation<SageMakerState, Sent<PutRecordRequest>, Record<string, never>>({
  fidelity: 'real',
  needs: groupNeed('PutRecord'),
  handle: ({ FeatureGroupName, Record: record, TargetStores, TtlDuration }, call) => {
    const group = servingGroup(call, FeatureGroupName);
    const stores = TargetStores ?? ['OnlineStore', 'OfflineStore'];
    if (TargetStores?.includes('OnlineStore') && !group.online)
      throw validationError('The OnlineStore is not enabled.');
    if (TargetStores?.includes('OfflineStore') && !group.offline)
      throw validationError('The OfflineStore is not enabled.');
    const values = readValues(group, record);
    const id = requiredValue(values, group.recordIdentifier);
    const eventTime = requiredValue(values, group.eventTime);
    const eventAt = eventInstant(group, eventTime);
    const before = group.records.get(id);
    // The online store keeps the latest by event time: what comes late goes to the history alone.
    if (group.online && stores.includes('OnlineStore') && (!before || eventAt >= before.eventAt)) {
      const expiresAt = expiryOf(group, TtlDuration, eventAt);
      keepOnline(call, group, id, { values, eventTime, eventAt, isDeleted: false, expiresAt });
    }
    if (stores.includes('OfflineStore')) appendOffline(call, group, { values, eventAt, isDeleted: false });
    call.charge(FEATURE_STORE_WRITE, Math.ceil(JSON.stringify(record).length / 1024));
    return {};
  },
});
