import type { CreateGuardrailRequest, UpdateGuardrailRequest } from '@aws-sdk/client-bedrock';
import { linearPattern } from '../../linear-pattern.ts';
import { notSupported, validation } from '../errors.ts';
import type { GuardrailRules } from './guardrail.ts';

type Configured = Omit<CreateGuardrailRequest, 'tags' | 'clientRequestToken'> | UpdateGuardrailRequest;

/** Quotas of one guardrail; https://docs.aws.amazon.com/general/latest/gr/bedrock.html, from memory. */
const MOST_TOPICS = 30;
const MOST_EXAMPLES = 5;
const MOST_REGEXES = 10;
const HIGHEST_THRESHOLD = 0.99;

/** The rules of a request, once they have been found to be ones that a guardrail can have. */
export function checkedRules(input: Configured): GuardrailRules {
  refuseUnsupported(input);
  checkTopics(input);
  checkFilters(input);
  checkSensitive(input);
  const rules = {
    topicPolicyConfig: input.topicPolicyConfig,
    contentPolicyConfig: input.contentPolicyConfig,
    wordPolicyConfig: input.wordPolicyConfig,
    sensitiveInformationPolicyConfig: input.sensitiveInformationPolicyConfig,
    contextualGroundingPolicyConfig: input.contextualGroundingPolicyConfig,
  };
  if (Object.values(rules).every((policy) => policy === undefined)) {
    throw validation(
      'A guardrail must have at least one policy: topics, content, words, sensitive information or contextual grounding.',
    );
  }
  return {
    ...rules,
    blockedInputMessaging: input.blockedInputMessaging ?? '',
    blockedOutputsMessaging: input.blockedOutputsMessaging ?? '',
  };
}

function refuseUnsupported(input: Configured): void {
  if (input.automatedReasoningPolicyConfig !== undefined) throw notSupported('An automated reasoning policy');
  if (input.crossRegionConfig !== undefined) throw notSupported('Cross-Region inference of a guardrail');
  const tiers = [input.topicPolicyConfig, input.contentPolicyConfig, input.contextualGroundingPolicyConfig];
  if (tiers.some((policy) => policy?.tierConfig?.tierName === 'STANDARD'))
    throw notSupported('The tier STANDARD, which needs cross-Region inference,');
  const modalities = (input.contentPolicyConfig?.filtersConfig ?? []).flatMap((filter) => [
    ...(filter.inputModalities ?? []),
    ...(filter.outputModalities ?? []),
  ]);
  if (modalities.includes('IMAGE')) throw notSupported('The modality IMAGE of content filters');
}

function checkTopics({ topicPolicyConfig }: Configured): void {
  const topics = topicPolicyConfig?.topicsConfig ?? [];
  if (topics.length > MOST_TOPICS)
    throw validation(`A guardrail can have up to ${MOST_TOPICS} denied topics; ${topics.length} were given.`);
  checkUnique(
    'topic',
    topics.map(({ name = '' }) => name),
  );
  const wordy = topics.find(({ examples = [] }) => examples.length > MOST_EXAMPLES);
  if (wordy) throw validation(`The topic ${wordy.name} has more than ${MOST_EXAMPLES} examples.`);
}

function checkFilters({ contentPolicyConfig, contextualGroundingPolicyConfig }: Configured): void {
  const filters = contentPolicyConfig?.filtersConfig ?? [];
  checkUnique(
    'content filter',
    filters.map(({ type = '' }) => type),
  );
  const attack = filters.find(({ type }) => type === 'PROMPT_ATTACK');
  if (attack && attack.outputStrength !== 'NONE') {
    throw validation(
      'The outputStrength of the PROMPT_ATTACK filter must be NONE: only prompts are checked for attacks.',
    );
  }
  const grounding = contextualGroundingPolicyConfig?.filtersConfig ?? [];
  checkUnique(
    'contextual grounding filter',
    grounding.map(({ type = '' }) => type),
  );
  const odd = grounding.find(({ threshold = 0 }) => threshold < 0 || threshold > HIGHEST_THRESHOLD);
  if (odd) throw validation(`The threshold of the ${odd.type} filter must be between 0 and ${HIGHEST_THRESHOLD}.`);
}

function checkSensitive({ sensitiveInformationPolicyConfig }: Configured): void {
  const { piiEntitiesConfig = [], regexesConfig = [] } = sensitiveInformationPolicyConfig ?? {};
  checkUnique(
    'PII type',
    piiEntitiesConfig.map(({ type = '' }) => type),
  );
  checkUnique(
    'regex',
    regexesConfig.map(({ name = '' }) => name),
  );
  if (regexesConfig.length > MOST_REGEXES)
    throw validation(`A guardrail can have up to ${MOST_REGEXES} regexes; ${regexesConfig.length} were given.`);
  for (const { name, pattern = '' } of regexesConfig) {
    if (/\(\?[=!<]/.test(pattern)) throw validation(`The regex ${name} looks around, which guardrails do not support.`);
    if (!linearPattern(pattern))
      throw validation(`The pattern of the regex ${name} is not a valid regular expression.`);
  }
}

function checkUnique(what: string, names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw validation(`The ${what} ${twice} is given twice.`);
}
