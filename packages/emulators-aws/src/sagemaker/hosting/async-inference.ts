import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { report } from '../../messaging/metrics.ts';
import { joinUri } from '../jobs/s3-data.ts';
import type { SageMakerCall } from '../needs.ts';
import { readS3, writeS3 } from '../storage.ts';
import { findEndpoint } from './endpoints.ts';
import { type Invocation, invoke } from './invoke.ts';
import { findSession } from './session.ts';

/** One request that is answered into S3. */
export interface AsyncRequest {
  readonly endpointName: string;
  readonly inferenceId: string;
  readonly input: { readonly location: string } | { readonly bytes: Uint8Array };
  readonly contentType: string;
  readonly accept: string | undefined;
  readonly customAttributes: string | undefined;
  readonly outputLocation: string;
  readonly failureLocation: string | undefined;
  readonly receivedAt: Date;
}

/** What came of it, as the notification tells. */
interface Outcome {
  readonly status: 'Completed' | 'Failed';
  readonly response: Readonly<Record<string, string>>;
  readonly failureReason?: string;
}

async function answerInto(call: SageMakerCall, request: AsyncRequest, role: Principal): Promise<Outcome> {
  const { input, outputLocation, endpointName } = request;
  const body = 'bytes' in input ? input.bytes : await readS3(call, input.location, role);
  const invocation: Invocation = {
    body,
    contentType: request.contentType,
    accept: request.accept,
    inferenceId: request.inferenceId,
    customAttributes: request.customAttributes,
  };
  const { answer } = await invoke(call, endpointName, invocation);
  await writeS3(call, outputLocation, answer.body, role);
  return { status: 'Completed', response: { contentType: answer.contentType, outputLocation } };
}

async function failInto(
  call: SageMakerCall,
  request: AsyncRequest,
  role: Principal,
  error: ServiceError,
): Promise<Outcome> {
  const { failureLocation } = request;
  try {
    if (failureLocation !== undefined) await writeS3(call, failureLocation, error.message, role);
  } catch (denied) {
    if (!(denied instanceof ServiceError)) throw denied; // the journal holds the denied PutObject
  }
  return { status: 'Failed', response: {}, failureReason: error.message };
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference-check-predictions.html */
function notification(
  call: SageMakerCall,
  request: AsyncRequest,
  { status, response, failureReason }: Outcome,
): string {
  const { contentType, endpointName, inferenceId, input } = request;
  return JSON.stringify({
    awsRegion: call.region,
    eventTime: call.date().toISOString(),
    receivedTime: request.receivedAt.toISOString(),
    invocationStatus: status,
    ...(failureReason === undefined ? {} : { failureReason }),
    requestParameters: { contentType, endpointName, ...('location' in input ? { inputLocation: input.location } : {}) },
    responseParameters: response,
    inferenceId,
    eventVersion: '1.0',
    eventSource: 'aws:sagemaker',
    eventName: 'InferenceResult',
  });
}

async function notify(call: SageMakerCall, request: AsyncRequest, outcome: Outcome, role: Principal): Promise<void> {
  const config = findEndpoint(call, request.endpointName)?.fleet?.asyncInference?.OutputConfig?.NotificationConfig;
  const topic = outcome.status === 'Completed' ? config?.SuccessTopic : config?.ErrorTopic;
  if (topic === undefined) return;
  try {
    await call.invoke('sns', 'Publish', { TopicArn: topic, Message: notification(call, request, outcome) }, role);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error; // the journal holds the denied Publish
  }
}

/** Answers one request behind the caller's back, with the rights of the model's role. */
export async function answerLater(call: SageMakerCall, request: AsyncRequest): Promise<void> {
  const [variant] = findEndpoint(call, request.endpointName)?.fleet?.variants ?? [];
  const role = variant && findSession(call, variant.roleArn);
  if (!variant || !role) return; // the endpoint or its role went meanwhile
  let outcome: Outcome;
  try {
    outcome = await answerInto(call, request, role);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    outcome = await failInto(call, request, role, error);
  }
  const dimensions = { EndpointName: request.endpointName, VariantName: variant.name };
  report(call, 'AWS/SageMaker', dimensions, {
    [outcome.status === 'Completed' ? 'InvocationsProcessed' : 'InvocationFailures']: [1, 'Count'],
  });
  await notify(call, request, outcome, role);
}

/** `s3://bucket/prefix/<inference id>.out` and `…-error.out`. */
export function resultLocations(
  paths: { readonly output: string; readonly failure: string | undefined },
  name: string,
) {
  return {
    outputLocation: joinUri(paths.output, `${name}.out`),
    failureLocation: paths.failure === undefined ? undefined : joinUri(paths.failure, `${name}-error.out`),
  };
}
