import type { CaptureMode, DataCaptureConfig } from '@aws-sdk/client-sagemaker';
import { ServiceError } from '@cairn/emulator-kit';
import { parseContentType } from '../data/content-type.ts';
import type { CapturedLine, Endpoint, Fleet, Variant } from '../hosting-state.ts';
import { joinUri } from '../jobs/s3-data.ts';
import type { SageMakerCall } from '../needs.ts';
import { writeS3 } from '../storage.ts';
import { findEndpoint } from './endpoints.ts';

export const CAPTURE_TIMER = 'capture';

/** Captured data is written after this long, or when so many lines wait. */
const FLUSH_AFTER_MILLISECONDS = 60_000;
const FLUSH_AT_LINES = 1000;

export interface Inference {
  readonly contentType: string;
  readonly body: Uint8Array;
  readonly answerType: string;
  readonly answer: string;
  readonly inferenceId: string | undefined;
  readonly customAttributes: string | undefined;
}

/** Text of a listed media type stands as it is; all else in base64. */
function encoded(bytes: Uint8Array, contentType: string, { CaptureContentTypeHeader: header }: DataCaptureConfig) {
  const { type } = parseContentType(contentType);
  const { CsvContentTypes = ['text/csv'], JsonContentTypes = ['application/json'] } = header ?? {};
  const isListed = (types: readonly string[]) => types.some((listed) => parseContentType(listed).type === type);
  const text = Buffer.from(bytes);
  if (isListed(CsvContentTypes)) return { data: text.toString('utf8'), encoding: 'CSV' };
  if (isListed(JsonContentTypes)) return { data: text.toString('utf8'), encoding: 'JSON' };
  return { data: text.toString('base64'), encoding: 'BASE64' };
}

function side(mode: 'INPUT' | 'OUTPUT', bytes: Uint8Array, contentType: string, config: DataCaptureConfig) {
  return { observedContentType: contentType, mode, ...encoded(bytes, contentType, config) };
}

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-data-capture-endpoint.html */
function captureLine(call: SageMakerCall, config: DataCaptureConfig, inference: Inference): string {
  const { contentType, body, answerType, answer, inferenceId, customAttributes } = inference;
  const has = (mode: CaptureMode) => config.CaptureOptions?.some(({ CaptureMode }) => isOf(CaptureMode, mode));
  return JSON.stringify({
    captureData: {
      ...(has('Input') ? { endpointInput: side('INPUT', body, contentType, config) } : {}),
      ...(has('Output') ? { endpointOutput: side('OUTPUT', Buffer.from(answer), answerType, config) } : {}),
    },
    eventMetadata: {
      eventId: call.ids.uuid(),
      ...(customAttributes === undefined ? {} : { customAttributes: [customAttributes] }),
      ...(inferenceId === undefined ? {} : { inferenceId }),
      inferenceTime: `${call.date().toISOString().slice(0, 19)}Z`,
    },
    eventVersion: '0',
  });
}

const isOf = (given: CaptureMode | undefined, mode: CaptureMode): boolean =>
  given === mode || given === 'InputAndOutput';

/** Keeps a share of the inferences for the monitor, as the endpoint's configuration says. */
export function capture(
  call: SageMakerCall,
  endpoint: Endpoint,
  { fleet, variant }: { readonly fleet: Fleet; readonly variant: Variant },
  inference: Inference,
): void {
  const config = fleet.capture;
  if (!config?.EnableCapture) return;
  if (call.rng().next() * 100 >= (config.InitialSamplingPercentage ?? 0)) return;
  endpoint.captured.push({
    variantName: variant.name,
    roleArn: variant.roleArn,
    destination: config.DestinationS3Uri ?? '',
    at: call.now(),
    line: captureLine(call, config, inference),
  });
  if (endpoint.captured.length >= FLUSH_AT_LINES) flushCaptured(call, endpoint);
  else endpoint.captureTimerId ??= call.later(FLUSH_AFTER_MILLISECONDS, CAPTURE_TIMER, { endpointName: endpoint.name });
}

/** `endpoint/variant/2026/11/21/10`: captured data lies by the hour of its inference. */
export function hourFolder(endpointName: string, variantName: string, at: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  return [endpointName, variantName, ...day.split('-'), time.slice(0, 2)].join('/');
}

/** `10-05-120-<uuid>.jsonl` */
function fileName(call: SageMakerCall, at: number): string {
  const time = new Date(at).toISOString().slice(14, 23).replace(/[:.]/g, '-');
  return `${time}-${call.ids.uuid()}.jsonl`;
}

function takeWaiting(call: SageMakerCall, endpoint: Endpoint): CapturedLine[] {
  if (endpoint.captureTimerId !== undefined) call.cancel(endpoint.captureTimerId);
  endpoint.captureTimerId = undefined;
  return endpoint.captured.splice(0);
}

/** Writes what waits, one file for each variant and hour, with the rights of the model's role. */
export async function writeWaiting(call: SageMakerCall, endpoint: Endpoint): Promise<void> {
  await writeCaptured(call, endpoint.name, takeWaiting(call, endpoint));
}

/** The same behind the answer. */
export function flushCaptured(call: SageMakerCall, endpoint: Endpoint): void {
  const waiting = takeWaiting(call, endpoint);
  if (waiting.length > 0) call.background((later) => writeCaptured(later, endpoint.name, waiting));
}

function byFolder(name: string, waiting: readonly CapturedLine[]): Map<string, CapturedLine[]> {
  const folders = new Map<string, CapturedLine[]>();
  for (const line of waiting) {
    const folder = joinUri(line.destination, hourFolder(name, line.variantName, line.at));
    folders.set(folder, [...(folders.get(folder) ?? []), line]);
  }
  return folders;
}

async function writeCaptured(call: SageMakerCall, name: string, waiting: readonly CapturedLine[]): Promise<void> {
  for (const [folder, lines] of byFolder(name, waiting)) {
    const [{ at, roleArn } = { at: 0, roleArn: '' }] = lines;
    const text = lines.map(({ line }) => `${line}\n`).join('');
    try {
      const session = call.assume(roleArn, 'sagemaker.amazonaws.com', 'SageMaker');
      await writeS3(call, joinUri(folder, fileName(call, at)), text, session);
    } catch (error) {
      // A role that may not write loses the capture and nothing else; the denied PutObject is in the journal.
      if (!(error instanceof ServiceError)) throw error;
    }
  }
}

/** Timer: writes what has waited long enough. */
export function flushOnTime(call: SageMakerCall, { endpointName }: { readonly endpointName: string }): void {
  const endpoint = findEndpoint(call, endpointName);
  if (endpoint) flushCaptured(call, endpoint);
}
