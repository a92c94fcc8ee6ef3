import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { HOSTING_TIMERS } from '../sagemaker/hosting-operations.ts';
import { emptyState, type SageMakerState } from '../sagemaker/state.ts';
import { invokeEndpoint } from './operations/invoke-endpoint.ts';
import { invokeEndpointAsync } from './operations/invoke-endpoint-async.ts';
import { invokeEndpointWithResponseStream } from './operations/invoke-endpoint-with-response-stream.ts';

/** What applications call: asks an endpoint for predictions. */
export const sagemakerRuntime = defineService<SageMakerState>({
  name: 'sagemaker-runtime',
  get model() {
    return modelOf('sagemaker-runtime');
  },
  actionPrefix: 'sagemaker',
  scope: 'regional',
  sharesStateOf: 'sagemaker',
  emptyState,
  operations: {
    InvokeEndpoint: invokeEndpoint,
    InvokeEndpointAsync: invokeEndpointAsync,
    InvokeEndpointWithResponseStream: invokeEndpointWithResponseStream,
  },
  // A reminder is of the service that sets it: captured data waits since an invocation.
  timers: HOSTING_TIMERS,
});
