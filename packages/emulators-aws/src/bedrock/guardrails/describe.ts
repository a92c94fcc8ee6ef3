import type { GetGuardrailResponse, GuardrailSummary } from '@aws-sdk/client-bedrock';
import type { Guardrail, GuardrailRules, GuardrailVersion } from './guardrail.ts';

/** A version as GetGuardrail shows it. */
export function describeGuardrail({ id, arn, kmsKeyArn }: Guardrail, version: GuardrailVersion): GetGuardrailResponse {
  const { name, description, rules, createdAt, updatedAt } = version;
  return {
    name,
    ...(description === undefined ? {} : { description }),
    guardrailId: id,
    guardrailArn: arn,
    version: version.version,
    status: 'READY',
    ...policiesOf(rules),
    createdAt,
    updatedAt,
    blockedInputMessaging: rules.blockedInputMessaging,
    blockedOutputsMessaging: rules.blockedOutputsMessaging,
    ...(kmsKeyArn === undefined ? {} : { kmsKeyArn }),
  };
}

function policiesOf(rules: GuardrailRules): Partial<GetGuardrailResponse> {
  const { topicPolicyConfig: topics, contentPolicyConfig: content, wordPolicyConfig: words } = rules;
  const { sensitiveInformationPolicyConfig: sensitive, contextualGroundingPolicyConfig: grounding } = rules;
  return {
    ...(topics ? { topicPolicy: { topics: topics.topicsConfig ?? [], tier: { tierName: 'CLASSIC' } } } : {}),
    ...(content ? { contentPolicy: { filters: content.filtersConfig ?? [], tier: { tierName: 'CLASSIC' } } } : {}),
    ...(words
      ? { wordPolicy: { words: words.wordsConfig ?? [], managedWordLists: words.managedWordListsConfig ?? [] } }
      : {}),
    ...(sensitive
      ? {
          sensitiveInformationPolicy: {
            piiEntities: sensitive.piiEntitiesConfig ?? [],
            regexes: sensitive.regexesConfig ?? [],
          },
        }
      : {}),
    ...(grounding ? { contextualGroundingPolicy: { filters: grounding.filtersConfig ?? [] } } : {}),
  };
}

/** A version as ListGuardrails shows it. */
export function summarizeGuardrail({ id, arn }: Guardrail, version: GuardrailVersion): GuardrailSummary {
  const { name, description, createdAt, updatedAt } = version;
  const shown = { id, arn, status: 'READY', name, version: version.version, createdAt, updatedAt } as const;
  return description === undefined ? shown : { ...shown, description };
}
