import type { FoundationModelDetails } from '@aws-sdk/client-bedrock';
import { type FoundationModel, modelArn } from './models.ts';

/** A model as ListFoundationModels and GetFoundationModel show it. */
export function describeModel(region: string, model: FoundationModel): FoundationModelDetails {
  return {
    modelArn: modelArn(region, model.id),
    modelId: model.id,
    modelName: model.name,
    providerName: model.provider,
    inputModalities: ['TEXT'],
    outputModalities: [model.output],
    responseStreamingSupported: model.output === 'TEXT',
    customizationsSupported: [],
    // the client's enumeration has no name for profiles yet, the service does
    inferenceTypesSupported: model.throughput as never,
    modelLifecycle: { status: model.lifecycle },
  };
}
