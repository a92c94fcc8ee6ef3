import type { Tag } from '@aws-sdk/client-sagemaker';
import type { Call, Need } from '@cairn/emulator-kit';
import { requestTags, resourceTags } from '../messaging/needs.ts';
import type { SageMakerState } from './state.ts';

export type SageMakerCall = Call<SageMakerState>;

/** `arn:aws:sagemaker:…:training-job/name`. Names are lower-cased in ARNs, as SageMaker does. */
export const arnOf = (call: Pick<SageMakerCall, 'arn'>, kind: string, name: string): string =>
  call.arn(`${kind}/${name.toLowerCase()}`);

const pairs = (tags: readonly Tag[]) => tags.map(({ Key = '', Value }) => [Key, Value] as const);

export interface NeedDetails {
  /** Tags that the request brings. */
  readonly tags?: readonly Tag[] | undefined;
  /** `sagemaker:InstanceTypes`. */
  readonly instanceTypes?: readonly (string | undefined)[];
  /** Further condition keys of the request. */
  readonly context?: Need['context'];
}

/** Permission for `sagemaker:<action>` on a resource, whose own tags count too. */
export function needOn(call: SageMakerCall, action: string, resource: string, details: NeedDetails = {}): Need {
  const types = details.instanceTypes?.filter((type) => type !== undefined) ?? [];
  const tagged = call.state.tags.get(resource);
  const context = {
    ...(details.tags ? requestTags(pairs(details.tags)) : {}),
    ...(tagged ? resourceTags(pairs(tagged)) : {}),
    ...(types.length > 0 ? { 'sagemaker:InstanceTypes': types } : {}),
    ...details.context,
  };
  return { action: `sagemaker:${action}`, resource, context };
}

/** The right to hand a role to SageMaker, asked in every operation that takes one. */
export function demandPassRole(call: SageMakerCall, roleArn: string | undefined): void {
  if (roleArn === undefined) return;
  const context = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
  call.demand({ action: 'iam:PassRole', resource: roleArn, context });
}
