import type { Fault } from '../fault.ts';
import { contentWords, jaccard } from '../tokens.ts';
import { faultOf, type LintQuestion } from './lint.ts';

/** Two questions that share this much of their content words test the same decision. Found by reading pairs by hand. */
export const SAME_QUESTION = 0.6;

function wordsOf({ stem, groups }: LintQuestion): Set<string> {
  const options = groups.flatMap(({ options }) => options.map(({ text }) => text));
  return new Set(contentWords([stem, ...options].join(' ')));
}

/** Pairs of near-duplicate questions, over all banks. Questions of one item may share their scenario. */
export function nearDuplicates(questions: readonly LintQuestion[]): Fault[] {
  const bags = questions.map((question) => ({ question, words: wordsOf(question) }));
  return bags.flatMap(({ question, words }, index) =>
    bags.slice(0, index).flatMap((earlier) => {
      if (earlier.question.item.id === question.item.id) return [];
      const bound = Math.min(words.size, earlier.words.size) / Math.max(words.size, earlier.words.size);
      if (bound < SAME_QUESTION) return []; // cannot reach it whatever they share
      const similarity = jaccard(words, earlier.words);
      if (similarity < SAME_QUESTION) return [];
      return [
        faultOf(
          question,
          `${Math.round(similarity * 100)} % of its words are those of ${earlier.question.item.id}; drop or rewrite one.`,
        ),
      ];
    }),
  );
}
