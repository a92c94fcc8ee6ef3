import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { HOSTING_OPERATIONS, HOSTING_TIMERS } from './hosting-operations.ts';
import { JOB_OPERATIONS } from './job-operations.ts';
import { emptyState, type SageMakerState } from './state.ts';

/** SageMaker: trains and serves for real, with the learning algorithms of this project. */
export const sagemaker = defineService<SageMakerState>({
  name: 'sagemaker',
  get model() {
    return modelOf('sagemaker');
  },
  actionPrefix: 'sagemaker',
  scope: 'regional',
  emptyState,
  operations: { ...JOB_OPERATIONS, ...HOSTING_OPERATIONS },
  timers: HOSTING_TIMERS,
});
