import type { GuardrailContextualGroundingPolicyAssessment } from '@aws-sdk/client-bedrock-runtime';
import { areRelated } from '../../local-model/concepts.ts';
import { similarity } from '../../local-model/embedding.ts';
import { sentencesOf, termsOf, weightOfStem } from '../../local-model/words.ts';
import type { GuardrailRules } from './guardrail.ts';

type Rules = NonNullable<GuardrailRules['contextualGroundingPolicyConfig']>;

export interface GroundingFindings {
  readonly assessment: GuardrailContextualGroundingPolicyAssessment;
  readonly isBlocked: boolean;
}

export interface Grounding {
  readonly sources: readonly string[];
  readonly query: string;
  readonly response: string;
}

/** Scores a response against its source and its query. */
export function checkGrounding(
  { filtersConfig = [] }: Rules,
  { sources, query, response }: Grounding,
): GroundingFindings {
  const filters = filtersConfig
    .filter(({ enabled = true }) => enabled)
    .map(({ type, threshold = 0, action = 'BLOCK' }) => {
      const score = type === 'GROUNDING' ? groundedness(response, sources.join('\n')) : relevance(response, query);
      const isDetected = score < threshold;
      return {
        type,
        threshold,
        score: Math.round(100 * score) / 100,
        action: isDetected && action === 'BLOCK' ? ('BLOCKED' as const) : ('NONE' as const),
        detected: isDetected,
      };
    });
  return { assessment: { filters }, isBlocked: filters.some(({ action }) => action === 'BLOCKED') };
}

/** Who says that they do not know claims nothing. */
const DISCLAIMER =
  /\b(?:i (?:don't|don’t|do not) know|cannot answer|can't answer|no information|not (?:mentioned|stated|given) in)\b/i;
const RELATED_CREDIT = 0.6;
const WRONG_NUMBER = 0.35;

/** How far the source bears a response out, in [0, 1]: its words are there, and its numbers above all. */
export function groundedness(response: string, source: string): number {
  const claims = sentencesOf(response.replace(/\[[^\]]*\]/g, '')).filter((sentence) => !DISCLAIMER.test(sentence));
  if (claims.length === 0) return 1;
  const stems = new Set(termsOf(source));
  const numbers = new Set(numbersIn(source));
  const scores = claims.map((claim) => {
    const isWrong = numbersIn(claim).some((number) => !numbers.has(number));
    return credit(claim, stems) * (isWrong ? WRONG_NUMBER : 1);
  });
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return 0.5 * mean + 0.5 * Math.min(...scores); // one invented sentence spoils the answer
}

/** How far a response is about the query, in [0, 1]. */
export function relevance(response: string, query: string): number {
  if (DISCLAIMER.test(response)) return 1;
  const about = 0.65 * credit(query, new Set(termsOf(response))) + 0.35 * Math.max(0, similarity(query, response));
  return 1 - (1 - about) ** 2;
}

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Share of a text's telling words that are among `stems`, or near one of them. */
function credit(text: string, stems: ReadonlySet<string>): number {
  const all = [...new Set(termsOf(text))];
  const telling = all.filter((term) => weightOfStem(term) === 1);
  const terms = telling.length > 0 ? telling : all;
  if (terms.length === 0) return 1;
  const credits = terms.map((term) => {
    if (stems.has(term)) return 1;
    return [...stems].some((stem) => areRelated(stem, term)) ? RELATED_CREDIT : 0;
  });
  return credits.reduce((sum: number, one) => sum + one, 0) / terms.length;
}
