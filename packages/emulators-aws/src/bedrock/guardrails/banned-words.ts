import type { GuardrailWordPolicyAssessment } from '@aws-sdk/client-bedrock-runtime';
import { actionOf, type Direction, isEnabled } from './direction.ts';
import type { GuardrailRules } from './guardrail.ts';
import { PROFANITY } from './harm-patterns.ts';

type Rules = NonNullable<GuardrailRules['wordPolicyConfig']>;

export interface WordFindings {
  readonly assessment: GuardrailWordPolicyAssessment;
  readonly isBlocked: boolean;
}

/** Looks for words and phrases, whole and in any case. */
export function findWords(
  { wordsConfig = [], managedWordListsConfig = [] }: Rules,
  direction: Direction,
  texts: readonly string[],
): WordFindings {
  const customWords = wordsConfig
    .filter((rule) => isEnabled(rule, direction))
    .flatMap((rule) => {
      const match = matchIn(rule.text ?? '', texts);
      return match === undefined ? [] : [{ match, action: done(actionOf(rule, direction, 'BLOCK')), detected: true }];
    });
  const managedWordLists = managedWordListsConfig
    .filter((rule) => isEnabled(rule, direction))
    .flatMap((rule) =>
      PROFANITY.flatMap((word) => {
        const match = matchIn(word, texts);
        if (match === undefined) return [];
        return [
          { match, type: 'PROFANITY' as const, action: done(actionOf(rule, direction, 'BLOCK')), detected: true },
        ];
      }),
    );
  const isBlocked = [...customWords, ...managedWordLists].some(({ action }) => action === 'BLOCKED');
  return { assessment: { customWords, managedWordLists }, isBlocked };
}

const done = (action: 'BLOCK' | 'NONE') => (action === 'BLOCK' ? ('BLOCKED' as const) : ('NONE' as const));

function matchIn(word: string, texts: readonly string[]): string | undefined {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])${plain}(?![\p{L}\p{N}])`, 'iu');
  return texts.map((text) => whole.exec(text)?.[0]).find((match) => match !== undefined);
}
