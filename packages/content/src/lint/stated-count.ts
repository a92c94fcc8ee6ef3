import type { QuestionRule } from './lint.ts';

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six'];

function statedCount(stem: string): number | undefined {
  const aws = /\(choose (\w+)\.?\)/i.exec(stem);
  const microsoft = /\b(?:which|what|choose|select|identify|name)\s+(?:the\s+)?(two|three|four|five)\b/i.exec(stem);
  const word = (aws?.[1] ?? microsoft?.[1])?.toLowerCase();
  if (word === undefined) return undefined;
  const index = NUMBERS.indexOf(word);
  return index >= 0 ? index : Number(word);
}

/** "Choose TWO" has two keys; a choice of several says how many. */
export const statedCountEqualsKey: QuestionRule = ({ kind, stem, groups }) => {
  if (kind !== 'multiple-response' && kind !== 'multiple-select') return [];
  const keys = groups.flatMap(({ options }) => options.filter((option) => option.isKey)).length;
  const stated = statedCount(stem);
  if (stated === undefined)
    return [`The stem does not say how many to choose; add "(Choose ${NUMBERS[keys]?.toUpperCase()}.)".`];
  return stated === keys ? [] : [`The stem asks for ${stated}, but ${keys} options are marked correct.`];
};
