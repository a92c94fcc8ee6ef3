import type { UpdateEndpointInput, VariantPropertyType } from '@aws-sdk/client-sagemaker';
import type { Fleet } from '../hosting-state.ts';

const ALL: readonly VariantPropertyType[] = ['DesiredWeight', 'DesiredInstanceCount', 'DataCaptureConfig'];

/** Properties that an update leaves as they were set on the running endpoint. */
export function retentionOf(input: UpdateEndpointInput): VariantPropertyType[] {
  if (!input.RetainAllVariantProperties) return [];
  const excluded = (input.ExcludeRetainedVariantProperties ?? []).map(({ VariantPropertyType: type }) => type);
  return ALL.filter((property) => !excluded.includes(property));
}

/** Takes what is retained over from the old fleet; variants are the same when they have the same name. */
export function retain(blue: Fleet, green: Fleet, retention: readonly VariantPropertyType[]): void {
  if (retention.includes('DataCaptureConfig')) green.capture = blue.capture;
  for (const variant of green.variants) {
    const before = blue.variants.find(({ name }) => name === variant.name);
    if (!before) continue;
    if (retention.includes('DesiredWeight')) variant.weight = before.weight;
    const isCounted = variant.instanceType !== undefined && before.instanceCount > 0;
    if (isCounted && retention.includes('DesiredInstanceCount')) variant.instanceCount = before.instanceCount;
  }
}
