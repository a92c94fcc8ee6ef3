import { notFound } from '../errors.ts';
import type { DataQualityDefinition, ModelQualityDefinition } from '../hosting-state.ts';
import { arnOf, type SageMakerCall } from '../needs.ts';

export const dataQualityArn = (call: SageMakerCall, name: string): string =>
  arnOf(call, 'data-quality-job-definition', name);

export const modelQualityArn = (call: SageMakerCall, name: string): string =>
  arnOf(call, 'model-quality-job-definition', name);

export function getDataQuality(call: SageMakerCall, name: string): DataQualityDefinition {
  const found = call.state.dataQualityDefinitions.get(name);
  if (!found) throw notFound(`Job Definition ${dataQualityArn(call, name)} not found`);
  return found;
}

export function getModelQuality(call: SageMakerCall, name: string): ModelQualityDefinition {
  const found = call.state.modelQualityDefinitions.get(name);
  if (!found) throw notFound(`Job Definition ${modelQualityArn(call, name)} not found`);
  return found;
}
