import type { EndpointInput } from '@aws-sdk/client-sagemaker';
import { linesOf, splitCsvLine } from '../data/csv.ts';
import type { Endpoint } from '../hosting-state.ts';
import { JobFailure } from '../jobs/failure.ts';
import { type JobStorage, joinUri, requireS3Uri, s3Uri } from '../jobs/s3-data.ts';
import { hourPath } from './schedule-time.ts';

export interface Window {
  readonly start: number;
  /** Not included. */
  readonly end: number;
}

/** One captured request: a row of texts for each instance in it. */
export interface CapturedRecord {
  /** By which ground truth is found: the caller's inference id, or the event's own. */
  readonly id: string;
  readonly inputs: readonly (readonly string[])[];
  readonly outputs: readonly (readonly string[])[];
  /** Names of what `outputs` hold, where the answer was JSON. */
  readonly outputNames: readonly string[] | undefined;
}

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller leaves out what is no JSON
  }
}

const HOUR = /\/(\d{4}\/\d{2}\/\d{2}\/\d{2})\/[^/]+\.jsonl$/;

/** Keys of files that lie in the folders of the window's hours. */
export function keysInWindow(keys: readonly string[], { start, end }: Window): string[] {
  const [first, last] = [hourPath(start), hourPath(end - 1)];
  return keys.filter((key) => {
    const hour = HOUR.exec(`/${key}`)?.[1];
    return hour !== undefined && hour >= first && hour <= last;
  });
}

/** Lines of JSON in the window's files under a prefix. */
export async function linesInWindow(storage: JobStorage, uri: string, window: Window): Promise<Json[]> {
  const { bucket } = requireS3Uri(uri);
  const keys = keysInWindow(await storage.list(uri), window);
  const files = await Promise.all(keys.map((key) => storage.read(s3Uri({ bucket, key }))));
  return files.flatMap((bytes) => linesOf(new TextDecoder().decode(bytes)).map(parsed).filter(isObject));
}

interface Rows {
  readonly names: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** `{"instances": […]}`, `{"predictions": […]}`, or one flat object. */
function jsonRows(data: unknown): Rows {
  if (!isObject(data)) return { names: undefined, rows: [] };
  const list = Object.values(data).find((value): value is readonly unknown[] => Array.isArray(value));
  const items = list ?? [data];
  const rows = items.map((item) => {
    if (Array.isArray(item)) return item.map(textOf);
    const features = isObject(item) ? item.features : undefined;
    if (Array.isArray(features)) return features.map(textOf);
    return isObject(item) ? Object.values(item).flat().map(textOf) : [textOf(item)];
  });
  const [first] = items;
  const isNamed = isObject(first) && !Array.isArray(first.features) && !Object.values(first).some(Array.isArray);
  return { names: isNamed ? Object.keys(first) : undefined, rows };
}

function sideRows(side: unknown): Rows {
  if (!isObject(side)) return { names: undefined, rows: [] };
  const { data, encoding, observedContentType } = side;
  const raw = encoding === 'BASE64' ? Buffer.from(textOf(data), 'base64').toString('utf8') : textOf(data);
  if (encoding === 'JSON' || textOf(observedContentType).includes('json')) return jsonRows(parsed(raw));
  return { names: undefined, rows: linesOf(raw).map(splitCsvLine) };
}

/** XGBoost answers several rows in one line: one number a row then. */
function fitted(outputs: Rows['rows'], count: number): Rows['rows'] {
  const [only] = outputs;
  return outputs.length === 1 && only && count > 1 && only.length === count ? only.map((value) => [value]) : outputs;
}

function recordOf(line: Json): CapturedRecord {
  const data = isObject(line.captureData) ? line.captureData : {};
  const metadata = isObject(line.eventMetadata) ? line.eventMetadata : {};
  const { rows: inputs } = sideRows(data.endpointInput);
  const { rows, names } = sideRows(data.endpointOutput);
  const id = textOf(metadata.inferenceId ?? metadata.eventId);
  return { id, inputs, outputs: fitted(rows, inputs.length), outputNames: names };
}

/** What an endpoint captured in the window. Throws JobFailure when there is nothing. */
export async function capturedRecords(
  storage: JobStorage,
  endpoint: Endpoint | undefined,
  { EndpointName = '' }: EndpointInput,
  window: Window,
): Promise<CapturedRecord[]> {
  const destination = endpoint?.fleet?.capture?.DestinationS3Uri;
  if (destination === undefined) {
    throw new JobFailure(`AlgorithmError: endpoint ${EndpointName} is not there, or does not capture data.`);
  }
  const lines = await linesInWindow(storage, joinUri(destination, `${EndpointName}/`), window);
  if (lines.length === 0) throw new JobFailure('Job inputs had no data');
  return lines.map(recordOf);
}
