import type { MonitoringProblemType } from '@aws-sdk/client-sagemaker';
import type { Constraints, Statistics } from '@cairn/learning-algorithms';
import { linesOf, splitCsvLine } from '../data/csv.ts';
import type { Endpoint } from '../hosting-state.ts';
import { JobFailure } from '../jobs/failure.ts';
import { type JobStorage, jobStorage, joinUri } from '../jobs/s3-data.ts';
import type { SageMakerCall } from '../needs.ts';
import { capturedRecords, linesInWindow, type Window } from './captured-data.ts';
import { dataQuality } from './data-quality.ts';
import { type MetricDatum, publish } from './metrics.ts';
import { joinTruth, modelQuality, qualityConstraints } from './model-quality.ts';
import type { MonitoringPlan } from './plan.ts';
import { hourPath } from './schedule-time.ts';

export interface Execution {
  readonly scheduleName: string;
  readonly plan: MonitoringPlan;
  readonly scheduledAt: number;
  readonly window: Window;
}

interface Findings {
  readonly files: Readonly<Record<string, unknown>>;
  readonly violations: number;
  readonly metrics: readonly MetricDatum[];
}

async function jsonFrom(storage: JobStorage, uri: string | undefined): Promise<unknown> {
  if (uri === undefined) return undefined;
  const text = new TextDecoder().decode(await storage.read(uri));
  try {
    return JSON.parse(text);
  } catch {
    throw new JobFailure(`AlgorithmError: ${uri} is no JSON.`);
  }
}

const hasFeatures = (file: unknown): boolean =>
  typeof file === 'object' && file !== null && 'features' in file && Array.isArray(file.features);

/** A baseline file, checked for the one member on which all else hangs. */
async function baselineFile<File>(storage: JobStorage, uri: string | undefined): Promise<File | undefined> {
  const file = await jsonFrom(storage, uri);
  if (file === undefined || hasFeatures(file)) return file as File | undefined; // written by the analyzer
  throw new JobFailure(`AlgorithmError: ${uri} has no list "features": give the file that a baseline job wrote.`);
}

async function findDataQuality(
  storage: JobStorage,
  endpoint: Endpoint | undefined,
  { plan, window }: Execution,
): Promise<Findings> {
  const baseline = {
    statistics: await baselineFile<Statistics>(storage, plan.statisticsUri),
    constraints: await baselineFile<Constraints>(storage, plan.constraintsUri),
  };
  const records = await capturedRecords(storage, endpoint, plan.input, window);
  const { statistics, constraints, violations, metrics } = dataQuality(records, baseline);
  const files = { statistics, constraints, constraint_violations: { violations } };
  return { files, violations: violations.length, metrics };
}

/** `{"groundTruthData": {"data": "1", "encoding": "CSV"}, "eventMetadata": {"eventId": "…"}}` */
function truthOf(line: Readonly<Record<string, unknown>>): readonly [string, number[]] | undefined {
  const { groundTruthData: truth, eventMetadata: event } = line;
  if (typeof truth !== 'object' || truth === null || typeof event !== 'object' || event === null) return undefined;
  const [id, data]: unknown[] = [Reflect.get(event, 'eventId'), Reflect.get(truth, 'data')];
  if (typeof id !== 'string' || typeof data !== 'string') return undefined;
  return [id, linesOf(data).flatMap((text) => splitCsvLine(text).map(Number))];
}

async function findModelQuality(
  storage: JobStorage,
  endpoint: Endpoint | undefined,
  { plan, window }: Execution,
): Promise<Findings> {
  const { problem, groundTruthUri } = plan as MonitoringPlan & { problem: MonitoringProblemType }; // checked when planned
  const constraints = qualityConstraints(await jsonFrom(storage, plan.constraintsUri), problem);
  const records = await capturedRecords(storage, endpoint, plan.input, window);
  const truths = await linesInWindow(storage, joinUri(groundTruthUri ?? '', ''), window);
  const known = new Map(truths.map(truthOf).filter((pair) => pair !== undefined));
  const outcomes = joinTruth(records, known, plan.input);
  if (outcomes.length === 0) {
    throw new JobFailure('AlgorithmError: no captured inference has a ground truth of the same event id.');
  }
  const { statistics, violations, metrics } = modelQuality(outcomes, problem, constraints);
  const block = `${Object.keys(statistics)
    .at(-1)
    ?.replace(/_metrics$/, '_constraints')}`;
  const files = {
    statistics,
    constraints: { version: 0, [block]: constraints },
    constraint_violations: { violations },
  };
  return { files, violations: violations.length, metrics };
}

/** Looks at what was captured, writes the report to S3 and the figures to CloudWatch; gives the number of violations. */
export async function execute(call: SageMakerCall, execution: Execution): Promise<number> {
  const { plan, scheduleName, scheduledAt } = execution;
  const endpointName = plan.input.EndpointName ?? '';
  const storage = jobStorage(call, call.assume(plan.roleArn, 'sagemaker.amazonaws.com', 'SageMaker'));
  const find = plan.type === 'ModelQuality' ? findModelQuality : findDataQuality;
  const { files, violations, metrics } = await find(storage, call.state.endpoints.get(endpointName), execution);
  const folder = joinUri(plan.outputUri, [endpointName, scheduleName, hourPath(scheduledAt)].join('/'));
  for (const [name, content] of Object.entries(files)) {
    await storage.write(joinUri(folder, `${name}.json`), JSON.stringify(content, undefined, 2));
  }
  const kind = plan.type === 'ModelQuality' ? 'ModelQuality' : 'DataQuality';
  if (plan.publishesMetrics) publish(call, kind, { endpointName, scheduleName }, metrics);
  return violations;
}
