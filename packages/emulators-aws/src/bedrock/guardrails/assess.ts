import type { GuardrailAssessment, GuardrailCoverage, GuardrailUsage } from '@aws-sdk/client-bedrock-runtime';
import { GUARDRAIL_UNITS } from '../../prices.ts';
import type { BedrockCall } from '../state.ts';
import { findWords } from './banned-words.ts';
import { findTopics } from './denied-topics.ts';
import type { Direction } from './direction.ts';
import type { Found } from './find.ts';
import { checkGrounding } from './grounding.ts';
import { findHarm } from './harm.ts';
import { findSensitive } from './sensitive.ts';

/** A text and what it is for; without qualifiers it is content to guard. */
export interface GuardedText {
  readonly text: string;
  readonly qualifiers: readonly ('guard_content' | 'grounding_source' | 'query')[];
}

export interface Assessed {
  readonly outcome: 'none' | 'masked' | 'blocked';
  readonly reason: string;
  /** The texts that were guarded, with masks. */
  readonly texts: readonly string[];
  readonly assessment: GuardrailAssessment;
  readonly usage: GuardrailUsage;
  readonly coverage: GuardrailCoverage;
}

const CHARACTERS_PER_UNIT = 1000;
const PROCESSING_MILLISECONDS = 95;

/** Runs all policies of a guardrail's version over texts that go one way. */
export function assess(
  call: BedrockCall,
  { guardrail, version, isFull }: Found & { readonly isFull: boolean },
  direction: Direction,
  given: readonly GuardedText[],
): Assessed {
  const texts = given.filter(({ qualifiers }) => qualifiers.includes('guard_content')).map(({ text }) => text);
  const found = findAll(version.rules, direction, { given, texts, isFull });
  const usage = usageOf(version.rules, texts, found.grounding === undefined ? [] : given.map(({ text }) => text));
  charge(call, usage);
  const coverage = coverageOf(given, texts);
  const assessment: GuardrailAssessment = {
    ...policiesOf(found),
    invocationMetrics: { guardrailProcessingLatency: PROCESSING_MILLISECONDS, usage, guardrailCoverage: coverage },
    appliedGuardrailDetails: {
      guardrailId: guardrail.id,
      guardrailVersion: version.version,
      guardrailArn: guardrail.arn,
      guardrailOrigin: ['REQUEST'],
      guardrailOwnership: 'SELF',
    },
  };
  const outcome = outcomeOf(found);
  return { outcome, reason: REASONS[outcome], texts: found.sensitive?.texts ?? texts, assessment, usage, coverage };
}

const REASONS = { none: 'No action.', masked: 'Guardrail masked.', blocked: 'Guardrail blocked.' } as const;

interface Looked {
  readonly given: readonly GuardedText[];
  readonly texts: readonly string[];
  readonly isFull: boolean;
}

type Findings = ReturnType<typeof findAll>;

function findAll(rules: Found['version']['rules'], direction: Direction, { given, texts, isFull }: Looked) {
  const { topicPolicyConfig: topics, contentPolicyConfig: content, wordPolicyConfig: words } = rules;
  const { sensitiveInformationPolicyConfig: sensitive, contextualGroundingPolicyConfig: grounding } = rules;
  return {
    topics: topics && findTopics(topics, direction, texts, isFull),
    harm: content && findHarm(content, direction, texts, isFull),
    words: words && findWords(words, direction, texts),
    sensitive: sensitive && findSensitive(sensitive, direction, texts),
    grounding: groundingOf(grounding, direction, given, texts),
  };
}

function outcomeOf(found: Findings): Assessed['outcome'] {
  if (Object.values(found).some((one) => one?.isBlocked)) return 'blocked';
  return found.sensitive?.isMasked ? 'masked' : 'none';
}

/** The policies that found something. */
function policiesOf({ topics, harm, words, sensitive, grounding }: Findings): GuardrailAssessment {
  return {
    ...(topics && hasAny(topics.assessment) ? { topicPolicy: topics.assessment } : {}),
    ...(harm && hasAny(harm.assessment) ? { contentPolicy: harm.assessment } : {}),
    ...(words && hasAny(words.assessment) ? { wordPolicy: words.assessment } : {}),
    ...(sensitive && hasAny(sensitive.assessment) ? { sensitiveInformationPolicy: sensitive.assessment } : {}),
    ...(grounding ? { contextualGroundingPolicy: grounding.assessment } : {}),
  };
}

const hasAny = (lists: object): boolean => Object.values(lists).some((list) => Array.isArray(list) && list.length > 0);

/** Only what a model says can be checked against a source. */
function groundingOf(
  rules: Found['version']['rules']['contextualGroundingPolicyConfig'],
  direction: Direction,
  given: readonly GuardedText[],
  texts: readonly string[],
) {
  const textsFor = (qualifier: GuardedText['qualifiers'][number]) =>
    given.filter(({ qualifiers }) => qualifiers.includes(qualifier)).map(({ text }) => text);
  const sources = textsFor('grounding_source');
  if (!rules || direction === 'INPUT' || sources.length === 0) return undefined;
  return checkGrounding(rules, { sources, query: textsFor('query').join('\n'), response: texts.join('\n') });
}

function unitsOf(texts: readonly string[]): number {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return Math.ceil(characters / CHARACTERS_PER_UNIT);
}

function usageOf(
  rules: Found['version']['rules'],
  texts: readonly string[],
  grounded: readonly string[],
): GuardrailUsage {
  const units = unitsOf(texts);
  const { piiEntitiesConfig = [], regexesConfig = [] } = rules.sensitiveInformationPolicyConfig ?? {};
  return {
    topicPolicyUnits: rules.topicPolicyConfig ? units : 0,
    contentPolicyUnits: rules.contentPolicyConfig ? units : 0,
    wordPolicyUnits: rules.wordPolicyConfig ? units : 0,
    sensitiveInformationPolicyUnits: piiEntitiesConfig.length > 0 ? units : 0,
    sensitiveInformationPolicyFreeUnits: regexesConfig.length > 0 ? units : 0,
    contextualGroundingPolicyUnits: unitsOf(grounded),
  };
}

function charge(call: BedrockCall, usage: GuardrailUsage): void {
  const units = [
    [GUARDRAIL_UNITS.topics, usage.topicPolicyUnits],
    [GUARDRAIL_UNITS.content, usage.contentPolicyUnits],
    [GUARDRAIL_UNITS.sensitive, usage.sensitiveInformationPolicyUnits],
    [GUARDRAIL_UNITS.grounding, usage.contextualGroundingPolicyUnits],
  ] as const;
  for (const [price, quantity = 0] of units) if (quantity > 0) call.charge(price, quantity / 1000);
}

function coverageOf(given: readonly GuardedText[], texts: readonly string[]): GuardrailCoverage {
  const count = (all: readonly string[]) => all.reduce((sum, text) => sum + text.length, 0);
  return { textCharacters: { guarded: count(texts), total: count(given.map(({ text }) => text)) } };
}
