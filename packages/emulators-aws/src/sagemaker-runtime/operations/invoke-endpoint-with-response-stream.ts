import type {
  InvokeEndpointWithResponseStreamInput,
  InvokeEndpointWithResponseStreamOutput,
  ResponseStream,
} from '@aws-sdk/client-sagemaker-runtime';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandKind, invoke, servingEndpoint } from '../../sagemaker/hosting/invoke.ts';
import type { SageMakerState } from '../../sagemaker/state.ts';
import { endpointNeed, invocationOf } from '../invocation.ts';

const PART_BYTES = 4096;

async function* partsOf(body: Uint8Array): AsyncGenerator<ResponseStream> {
  for (let at = 0; at < body.length; at += PART_BYTES) {
    yield { PayloadPart: { Bytes: body.subarray(at, at + PART_BYTES) } };
  }
}

export const invokeEndpointWithResponseStream = operation<
  SageMakerState,
  Sent<InvokeEndpointWithResponseStreamInput>,
  InvokeEndpointWithResponseStreamOutput
>({
  fidelity: 'simplified',
  differs: 'The whole answer is there before its first part is sent.',
  needs: endpointNeed('InvokeEndpoint'),
  handle: async (input, call) => {
    const invocation = invocationOf(input);
    demandKind(servingEndpoint(call, input.EndpointName), false);
    const { answer, variantName } = await invoke(call, input.EndpointName, invocation);
    return {
      Body: partsOf(Buffer.from(answer.body)),
      ContentType: answer.contentType,
      InvokedProductionVariant: variantName,
    };
  },
});
