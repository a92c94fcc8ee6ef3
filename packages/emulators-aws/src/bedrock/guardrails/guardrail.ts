import type { CreateGuardrailRequest } from '@aws-sdk/client-bedrock';

/** What a guardrail checks, as it was configured. */
export type GuardrailRules = Pick<
  CreateGuardrailRequest,
  | 'topicPolicyConfig'
  | 'contentPolicyConfig'
  | 'wordPolicyConfig'
  | 'sensitiveInformationPolicyConfig'
  | 'contextualGroundingPolicyConfig'
> & { readonly blockedInputMessaging: string; readonly blockedOutputsMessaging: string };

export interface GuardrailVersion {
  readonly version: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly rules: GuardrailRules;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface Guardrail {
  readonly id: string;
  readonly arn: string;
  readonly kmsKeyArn: string | undefined;
  readonly tags: Map<string, string>;
  draft: GuardrailVersion;
  /** The highest number given out; numbers of deleted versions do not come back. */
  latest: number;
  /** Numbered versions by number; they never change. */
  readonly versions: Map<string, GuardrailVersion>;
}
