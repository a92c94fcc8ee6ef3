import type { OperationModel, Shape } from '@cairn/emulator-kit/schema';
import type { Argument } from './argument.ts';
import { dashed } from './spelling.ts';

/** Parameters whose own name is an option of every command, and what the AWS CLI calls them. */
export const RENAMED: Readonly<Record<string, string>> = {
  'SNS.Subscribe.Endpoint': 'notification-endpoint',
  'SFN.SendTaskSuccess.output': 'task-output',
  'SageMaker.DeleteImageVersion.Version': 'version-number',
  'SageMaker.DescribeImageVersion.Version': 'version-number',
  'SageMaker.ListAliases.Version': 'version-number',
  'SageMaker.UpdateImageVersion.Version': 'version-number',
};

const METRIC_PARTS = ['MetricName', 'Timestamp', 'Unit', 'Value', 'Dimensions', 'StatisticValues', 'StorageResolution'];
const ZIP_PLACES: Readonly<Record<string, string>> = {
  'Lambda.CreateFunction': 'Code',
  'Lambda.PublishLayerVersion': 'Content',
};

/** Whether the member may be left out because its parts have options of their own. */
export function isCoveredByParts(operation: OperationModel, member: string): boolean {
  const name = `${operation.service.id}.${operation.name}`;
  return ZIP_PLACES[name] === member || (name === 'CloudWatch.PutMetricData' && member === 'MetricData');
}

/** Options for parts of a member: `lambda create-function --zip-file`, `cloudwatch put-metric-data --value`. */
export function hoistedArguments(operation: OperationModel): Argument[] {
  const name = `${operation.service.id}.${operation.name}`;
  const place = ZIP_PLACES[name];
  if (place !== undefined) return partsOf(operation, place, ['ZipFile'], 'inside');
  if (name === 'CloudWatch.PutMetricData') return partsOf(operation, 'MetricData', METRIC_PARTS, 'metric');
  return [];
}

function partsOf(operation: OperationModel, member: string, parts: readonly string[], place: 'inside' | 'metric') {
  const { input } = operation;
  const found = input.kind === 'structure' ? input.memberByName.get(member)?.shape : undefined;
  const holder = found?.kind === 'list' ? found.member : found;
  if (holder?.kind !== 'structure') return [];
  return parts.flatMap((part): Argument[] => {
    const shape = holder.memberByName.get(part)?.shape;
    if (shape === undefined) return [];
    return [hoisted(member, part, shape, place)];
  });
}

function hoisted(member: string, part: string, shape: Shape, place: 'inside' | 'metric'): Argument {
  return {
    option: `--${dashed(part)}`,
    takes: 'one',
    isRequired: false,
    meaning: { kind: 'hoisted', hoist: { member, part, shape, place } },
  };
}
