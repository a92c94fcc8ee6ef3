import type { InvokeEndpointInput, InvokeEndpointOutput } from '@aws-sdk/client-sagemaker-runtime';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandKind, invoke, servingEndpoint } from '../../sagemaker/hosting/invoke.ts';
import type { SageMakerState } from '../../sagemaker/state.ts';
import { endpointNeed, invocationOf } from '../invocation.ts';

export const invokeEndpoint = operation<SageMakerState, Sent<InvokeEndpointInput>, InvokeEndpointOutput>({
  fidelity: 'simplified',
  differs: 'The model really predicts; latencies in metrics are simulated, and the answer does not wait for them.',
  needs: endpointNeed('InvokeEndpoint'),
  handle: async (input, call) => {
    const invocation = invocationOf(input);
    demandKind(servingEndpoint(call, input.EndpointName), false);
    const { answer, variantName } = await invoke(call, input.EndpointName, invocation);
    return {
      Body: Buffer.from(answer.body),
      ContentType: answer.contentType,
      InvokedProductionVariant: variantName,
    };
  },
});
