import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { OFFLINE_TIMER, writeOffline } from '../sagemaker/features/offline-store.ts';
import { emptyState, type SageMakerState } from '../sagemaker/state.ts';
import { batchGetRecord } from './operations/batch-get-record.ts';
import { deleteRecord } from './operations/delete-record.ts';
import { getRecord } from './operations/get-record.ts';
import { putRecord } from './operations/put-record.ts';

/** Records of feature groups: written by pipelines, read at prediction time. */
export const sagemakerFeatureStoreRuntime = defineService<SageMakerState>({
  name: 'sagemaker-featurestore-runtime',
  get model() {
    return modelOf('sagemaker-featurestore-runtime');
  },
  actionPrefix: 'sagemaker',
  scope: 'regional',
  sharesStateOf: 'sagemaker',
  emptyState,
  operations: {
    BatchGetRecord: batchGetRecord,
    DeleteRecord: deleteRecord,
    GetRecord: getRecord,
    PutRecord: putRecord,
  },
  timers: { [OFFLINE_TIMER]: writeOffline },
});
