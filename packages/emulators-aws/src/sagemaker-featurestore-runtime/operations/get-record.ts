import type { GetRecordRequest, GetRecordResponse } from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { FEATURE_STORE_READ } from '../../prices.ts';
import {
  checkWanted,
  findRecord,
  servingGroup,
  shownExpiry,
  shownValues,
  validationError,
} from '../../sagemaker/features/records.ts';
import type { SageMakerState } from '../../sagemaker/state.ts';
import { groupNeed } from '../record-needs.ts';

export const getRecord = operation<SageMakerState, Sent<GetRecordRequest>, GetRecordResponse>({
  fidelity: 'real',
  needs: groupNeed('GetRecord'),
  handle: ({ FeatureGroupName, RecordIdentifierValueAsString: id, FeatureNames, ExpirationTimeResponse }, call) => {
    const group = servingGroup(call, FeatureGroupName);
    if (!group.online) throw validationError('The OnlineStore is not enabled: read the offline store from S3.');
    checkWanted(group, FeatureNames);
    call.charge(FEATURE_STORE_READ, 1);
    const record = findRecord(call, group, id);
    if (!record) return {};
    return {
      Record: shownValues(group, record, FeatureNames),
      ...(ExpirationTimeResponse === 'Enabled' ? { ExpiresAt: shownExpiry(record.expiresAt) } : {}),
    };
  },
});
