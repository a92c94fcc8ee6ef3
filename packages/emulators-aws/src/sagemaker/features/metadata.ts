import type { FeatureDefinition } from '@aws-sdk/client-sagemaker';
import { notFound } from '../errors.ts';
import type { FeatureGroup, FeatureMetadata } from '../hosting-state.ts';

export function getFeature({ definitions, name }: FeatureGroup, featureName: string): FeatureDefinition {
  const definition = definitions.find(({ FeatureName }) => FeatureName === featureName);
  if (!definition) throw notFound(`Resource Not Found: FeatureGroup ${name} has no feature ${featureName}.`);
  return definition;
}

/** What is told about a feature: nothing, until somebody does. */
export const metadataOf = ({ metadata, createdAt }: FeatureGroup, featureName: string): FeatureMetadata =>
  metadata.get(featureName) ?? { description: undefined, parameters: [], createdAt, modifiedAt: createdAt };
