import type { Need } from '@cairn/emulator-kit';
import { featureGroupArn } from '../sagemaker/features/groups.ts';
import { needOn, type SageMakerCall } from '../sagemaker/needs.ts';

/** Permission for `action` on the feature group of the request. */
export const groupNeed =
  (action: string) =>
  ({ FeatureGroupName }: { readonly FeatureGroupName: string }, call: SageMakerCall): Need =>
    needOn(call, action, featureGroupArn(call, FeatureGroupName));
