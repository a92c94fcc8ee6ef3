import type { InvokeEndpointAsyncInput, InvokeEndpointAsyncOutput } from '@aws-sdk/client-sagemaker-runtime';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { type AsyncRequest, answerLater, resultLocations } from '../../sagemaker/hosting/async-inference.ts';
import { validationError } from '../../sagemaker/hosting/invocation-errors.ts';
import { demandKind, servingEndpoint } from '../../sagemaker/hosting/invoke.ts';
import { joinUri, parseS3Uri } from '../../sagemaker/jobs/s3-data.ts';
import type { SageMakerCall } from '../../sagemaker/needs.ts';
import type { SageMakerState } from '../../sagemaker/state.ts';
import { endpointNeed } from '../invocation.ts';

type Input = Sent<InvokeEndpointAsyncInput>;

function inputOf({ InputLocation, Body }: Input): AsyncRequest['input'] {
  if (InputLocation !== undefined && Body !== undefined) {
    throw validationError('Specify either InputLocation or a body, not both.');
  }
  if (Body !== undefined) return { bytes: Body };
  if (InputLocation === undefined || !parseS3Uri(InputLocation)) {
    throw validationError('InputLocation must be the S3 URI of the request payload, such as s3://bucket/input.csv.');
  }
  return { location: InputLocation };
}

function locationsOf(call: SageMakerCall, input: Input, inferenceId: string) {
  const { asyncInference } = servingEndpoint(call, input.EndpointName).fleet;
  const { S3OutputPath, S3FailurePath } = asyncInference?.OutputConfig ?? {};
  if (S3OutputPath === undefined) {
    throw validationError(`The AsyncInferenceConfig of endpoint ${input.EndpointName} has no S3OutputPath.`);
  }
  const { S3OutputPathExtension: extension, Filename } = input;
  const output = extension === undefined ? S3OutputPath : joinUri(S3OutputPath, extension);
  return resultLocations({ output, failure: S3FailurePath }, Filename ?? inferenceId);
}

export const invokeEndpointAsync = operation<SageMakerState, Input, InvokeEndpointAsyncOutput>({
  fidelity: 'simplified',
  differs: 'Requests do not queue: each is answered as soon as it is read.',
  needs: endpointNeed('InvokeEndpointAsync'),
  handle: (input, call) => {
    demandKind(servingEndpoint(call, input.EndpointName), true);
    const inferenceId = input.InferenceId ?? call.ids.uuid();
    const locations = locationsOf(call, input, call.ids.uuid());
    const request: AsyncRequest = {
      endpointName: input.EndpointName,
      inferenceId,
      input: inputOf(input),
      contentType: input.ContentType ?? 'text/csv',
      accept: input.Accept,
      customAttributes: input.CustomAttributes,
      receivedAt: call.date(),
      ...locations,
    };
    call.background((later) => answerLater(later, request));
    const { outputLocation, failureLocation } = locations;
    return { InferenceId: inferenceId, OutputLocation: outputLocation, FailureLocation: failureLocation };
  },
});
