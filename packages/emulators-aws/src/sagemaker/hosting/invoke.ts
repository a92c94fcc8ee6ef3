import { report } from '../../messaging/metrics.ts';
import { SAGEMAKER_SERVERLESS_DATA, SAGEMAKER_SERVERLESS_SECOND } from '../../prices.ts';
import type { Predictor } from '../algorithms/algorithm.ts';
import { userMessage } from '../data/user-fault.ts';
import type { Endpoint, Fleet, Variant } from '../hosting-state.ts';
import type { Answer } from '../inference/answer.ts';
import { serveRequest } from '../inference/serve.ts';
import type { SageMakerCall } from '../needs.ts';
import { capture } from './capture.ts';
import { greenShare } from './deployment.ts';
import { findEndpoint } from './endpoints.ts';
import { modelError, noEndpoint, type Refusal, validationError } from './invocation-errors.ts';
import { type Latency, latencyOf } from './latency.ts';
import { writeEndpointLog } from './logs.ts';
import { findPredictor } from './multi-model.ts';

export interface Invocation {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly accept: string | undefined;
  readonly targetVariant?: string | undefined;
  /** Of a multi-model endpoint: the artifact's path under the prefix. */
  readonly targetModel?: string | undefined;
  readonly inferenceId?: string | undefined;
  readonly customAttributes?: string | undefined;
}

export interface Invoked {
  readonly answer: Answer;
  readonly variantName: string;
}

interface Target {
  readonly fleet: Fleet;
  readonly variant: Variant;
}

/** An endpoint that serves. One that is being made, or could not be, is as if it were not there. */
export function servingEndpoint(call: SageMakerCall, name: string): Endpoint & { readonly fleet: Fleet } {
  const endpoint = findEndpoint(call, name);
  if (!endpoint?.fleet) throw noEndpoint(name, call.accountId);
  return endpoint as Endpoint & { readonly fleet: Fleet }; // looked at in the line before
}

/** The fleet by the share of a deployment that is under way, then the variant by the weights. */
function drawTarget(call: SageMakerCall, endpoint: Endpoint & { readonly fleet: Fleet }): Target {
  const { deployment } = endpoint;
  const green = deployment?.green;
  const isGreen = green !== undefined && call.rng().next() < greenShare(deployment as NonNullable<typeof deployment>);
  const fleet = isGreen ? green : endpoint.fleet;
  const total = fleet.variants.reduce((sum, { weight }) => sum + weight, 0);
  let left = call.rng().next() * total;
  for (const variant of fleet.variants) {
    left -= variant.weight;
    if (left < 0) return { fleet, variant };
  }
  throw validationError(`All variants of endpoint ${endpoint.name} have a weight of 0: name a TargetVariant.`);
}

function targetOf(
  call: SageMakerCall,
  endpoint: Endpoint & { readonly fleet: Fleet },
  wanted: string | undefined,
): Target {
  if (wanted === undefined) return drawTarget(call, endpoint);
  for (const fleet of [endpoint.fleet, endpoint.deployment?.green]) {
    const variant = fleet?.variants.find(({ name }) => name === wanted);
    if (fleet && variant) return { fleet, variant };
  }
  throw validationError(`Variant ${wanted} not found for endpoint ${endpoint.name} of account ${call.accountId}.`);
}

/** The status that a container answers a request with that it does not take. */
function refusalOf(error: unknown): Refusal | undefined {
  const message = userMessage(error);
  if (message === undefined) return undefined;
  if (message.startsWith('Content-type')) return { status: 415, message };
  return { status: message.startsWith('Accept type') ? 406 : 400, message };
}

function serve(predictor: Predictor, { contentType, accept, body }: Invocation): Answer | Refusal {
  try {
    return serveRequest(predictor, { contentType, accept, body });
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw error;
  }
}

const lineBreaks = (text: Uint8Array): number => text.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0);

interface Told {
  readonly variant: Variant;
  readonly latency: Latency;
  readonly status: number;
  readonly isCached: boolean | undefined;
}

function tellCloudWatch(call: SageMakerCall, { name }: Endpoint, { variant, latency, status, isCached }: Told): void {
  const dimensions = { EndpointName: name, VariantName: variant.name };
  report(call, 'AWS/SageMaker', dimensions, {
    Invocations: [1, 'Count'],
    InvocationsPerInstance: [1 / Math.max(1, variant.instanceCount), 'Count'],
    ModelLatency: [latency.model, 'Microseconds'],
    OverheadLatency: [latency.overhead + latency.setup, 'Microseconds'],
    Invocation4XXErrors: [status >= 400 && status < 500 ? 1 : 0, 'Count'],
    Invocation5XXErrors: [status >= 500 ? 1 : 0, 'Count'],
    InvocationModelErrors: [status >= 400 ? 1 : 0, 'Count'],
    ...(isCached === undefined ? {} : { ModelCacheHit: [Number(isCached), 'Count'] as const }),
    ...(latency.setup > 0 ? { ModelSetupTime: [latency.setup, 'Microseconds'] as const } : {}),
  });
}

/** Serverless variants cost by memory and time of use, and by data; instances cost by the hour, see `startMeters`. */
function chargeUse(call: SageMakerCall, { serverless }: Variant, latency: Latency, bytes: number): void {
  if (!serverless) return;
  const seconds = (latency.model + latency.setup) / 1e6;
  call.charge(SAGEMAKER_SERVERLESS_SECOND, seconds * ((serverless.MemorySizeInMB ?? 0) / 1024));
  call.charge(SAGEMAKER_SERVERLESS_DATA, bytes / 1024 ** 3);
}

/**
 * Lets one of an endpoint's variants answer: the one that is asked for, or one drawn by the weights.
 *
 * @throws ServiceError ValidationError or ModelError, as the runtime tells them
 */
export async function invoke(call: SageMakerCall, endpointName: string, invocation: Invocation): Promise<Invoked> {
  const endpoint = servingEndpoint(call, endpointName);
  const target = targetOf(call, endpoint, invocation.targetVariant);
  const { variant } = target;
  const { predictor, isCached } = await findPredictor(call, endpointName, variant, invocation.targetModel);
  const result = serve(predictor, invocation);
  const instant = { now: call.now(), noise: call.rng().next() };
  const latency = latencyOf(variant, predictor.algorithm, 1 + lineBreaks(invocation.body), instant);
  variant.lastInvokedAt = instant.now;
  const isRefused = 'status' in result;
  tellCloudWatch(call, endpoint, { variant, latency, isCached, status: isRefused ? result.status : 200 });
  chargeUse(call, variant, latency, invocation.body.length + (isRefused ? 0 : result.body.length));
  if (isRefused) {
    writeEndpointLog(call, endpoint, variant, `[ERROR] ${result.status} ${result.message}`);
    throw modelError(result, { endpointName, region: call.region, accountId: call.accountId });
  }
  capture(call, endpoint, target, {
    ...invocation,
    answer: result.body,
    answerType: result.contentType,
    inferenceId: invocation.inferenceId,
    customAttributes: invocation.customAttributes,
  });
  return { answer: result, variantName: variant.name };
}

/** The two ways of asking exclude one another. */
export function demandKind(endpoint: Endpoint & { readonly fleet: Fleet }, isAsync: boolean): void {
  const isAsyncEndpoint = endpoint.fleet.asyncInference !== undefined;
  if (isAsyncEndpoint === isAsync) return;
  throw validationError(
    isAsync
      ? `Endpoint ${endpoint.name} is not an asynchronous endpoint: its configuration has no AsyncInferenceConfig.`
      : `Endpoint ${endpoint.name} is an asynchronous endpoint: use InvokeEndpointAsync.`,
  );
}
