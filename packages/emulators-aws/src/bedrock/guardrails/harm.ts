import type { GuardrailContentFilter, GuardrailContentPolicyAssessment } from '@aws-sdk/client-bedrock-runtime';
import { actionOf, type Direction, isEnabled } from './direction.ts';
import type { GuardrailRules } from './guardrail.ts';
import { HARM_PATTERNS } from './harm-patterns.ts';

type Rules = NonNullable<GuardrailRules['contentPolicyConfig']>;
type Rule = NonNullable<Rules['filtersConfig']>[number];
type Confidence = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH';

/** A weak filter stops only what is sure; a strong one stops what is likely too. */
const STOPPED: Readonly<Record<Confidence, readonly Confidence[]>> = {
  NONE: [],
  LOW: ['HIGH'],
  MEDIUM: ['HIGH', 'MEDIUM'],
  HIGH: ['HIGH', 'MEDIUM', 'LOW'],
};

export interface HarmFindings {
  readonly assessment: GuardrailContentPolicyAssessment;
  readonly isBlocked: boolean;
}

/** Looks for harmful content and attacks on the prompt. @param isFull lists filters that found nothing too */
export function findHarm(
  { filtersConfig = [] }: Rules,
  direction: Direction,
  texts: readonly string[],
  isFull: boolean,
): HarmFindings {
  const filters = filtersConfig.flatMap((rule): readonly GuardrailContentFilter[] => {
    const filterStrength = (direction === 'INPUT' ? rule.inputStrength : rule.outputStrength) ?? 'NONE';
    if (!isEnabled(rule, direction) || filterStrength === 'NONE') return [];
    const confidence = confidenceIn(rule, texts);
    const isDetected = STOPPED[filterStrength].includes(confidence);
    if (!isDetected && !isFull) return [];
    const isStopped = isDetected && actionOf(rule, direction, 'BLOCK') === 'BLOCK';
    return [
      { type: rule.type, confidence, filterStrength, action: isStopped ? 'BLOCKED' : 'NONE', detected: isDetected },
    ];
  });
  return { assessment: { filters }, isBlocked: filters.some(({ action }) => action === 'BLOCKED') };
}

function confidenceIn({ type = 'HATE' }: Rule, texts: readonly string[]): Confidence {
  const patterns = HARM_PATTERNS[type] ?? [];
  return patterns.find(({ looks }) => texts.some((text) => looks.test(text)))?.confidence ?? 'NONE';
}
