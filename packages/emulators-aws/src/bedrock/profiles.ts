import type { InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import { MODELS, modelArn } from './models.ts';
import type { BedrockCall } from './state.ts';

/** Regions that a profile spreads requests over, as of 2026-11; from memory. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  eu: ['eu-central-1', 'eu-west-1', 'eu-west-3'],
  apac: ['ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2'],
  global: ['us-east-1', 'eu-west-1', 'ap-northeast-1'],
};
const SINCE = new Date('2024-08-26T00:00:00Z');

/** The system-defined inference profiles, in the order of their ids. */
export function profilesOf(call: BedrockCall): readonly InferenceProfileSummary[] {
  const all = MODELS.flatMap((model) =>
    model.profiles.map((group): InferenceProfileSummary => {
      const id = `${group}.${model.id}`;
      return {
        inferenceProfileName: `${group.toUpperCase()} ${model.provider} ${model.name}`,
        description: `Routes requests to ${model.provider} ${model.name} in ${(REGIONS[group] ?? []).join(', ')}.`,
        inferenceProfileArn: call.arn(`inference-profile/${id}`),
        inferenceProfileId: id,
        models: (REGIONS[group] ?? []).map((region) => ({ modelArn: modelArn(region, model.id) })),
        status: 'ACTIVE',
        type: 'SYSTEM_DEFINED',
        createdAt: SINCE,
        updatedAt: SINCE,
      };
    }),
  );
  return all.sort((a, b) => ((a.inferenceProfileId ?? '') < (b.inferenceProfileId ?? '') ? -1 : 1));
}
