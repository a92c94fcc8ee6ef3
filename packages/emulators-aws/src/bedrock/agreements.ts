import { invalidModel, validation } from './errors.ts';
import { type FoundationModel, findModel } from './models.ts';

/** A model that is sold through the AWS Marketplace. */
export function onMarketplace(modelId: string): FoundationModel {
  const model = findModel(modelId);
  if (!model) throw invalidModel();
  if (!model.isOnMarketplace)
    throw validation(`${modelId} needs no agreement: it is not sold through the AWS Marketplace.`);
  return model;
}

export const offerToken = (modelId: string): string => Buffer.from(`offer/${modelId}`).toString('base64url');
