import { visibleLength } from '../tokens.ts';
import { type Bank, type BankRule, bankFault, type OptionGroup, type QuestionRule, singleKeyGroups } from './lint.ts';

/** No single key may exceed this multiple of its distractors' mean length. */
const LONGEST_RATIO = 1.6;

/** Short names ("Amazon S3" beside "AWS Glue") differ in length by nature; below this many letters it is no cue. */
const CUE_LETTERS = 28;

/** Over a bank the key may be the longest option by chance and this much more. */
const ALLOWED_EXCESS = 0.05;

export const keyNotMuchLonger: QuestionRule = ({ groups }) =>
  groups.flatMap(({ options }) => {
    const distractors = options.filter((option) => !option.isKey).map((option) => visibleLength(option.text));
    if (distractors.length === 0) return [];
    const mean = distractors.reduce((sum, length) => sum + length, 0) / distractors.length;
    return options
      .filter(
        (option) =>
          option.isKey && visibleLength(option.text) > CUE_LETTERS && visibleLength(option.text) > LONGEST_RATIO * mean,
      )
      .map(
        (option) =>
          `The key "${option.id}" has ${visibleLength(option.text)} characters, ${(visibleLength(option.text) / mean).toFixed(1)} times its distractors' mean; cut it or fill them.`,
      );
  });

/** 1 if the key alone is longest, a share of 1 if it ties, else 0. */
function longestShare({ options }: OptionGroup): number {
  const lengths = options.map((option) => visibleLength(option.text));
  const longest = Math.max(...lengths);
  const tied = options.filter((_, index) => lengths[index] === longest);
  return tied.some((option) => option.isKey) ? 1 / tied.length : 0;
}

/** Share of single-key choices whose key is the longest option, beside the share that chance gives. */
export function keyLongestShare(bank: Bank): { share: number; chance: number; groups: number } {
  const groups = singleKeyGroups(bank.questions);
  if (groups.length === 0) return { share: 0, chance: 0, groups: 0 };
  const share = groups.reduce((sum, { group }) => sum + longestShare(group), 0) / groups.length;
  const chance = groups.reduce((sum, { group }) => sum + 1 / group.options.length, 0) / groups.length;
  return { share, chance, groups: groups.length };
}

export const keyNotLongestByHabit: BankRule = (bank) => {
  const { share, chance, groups } = keyLongestShare(bank);
  if (groups < 20 || share <= chance + ALLOWED_EXCESS) return [];
  return [
    bankFault(
      bank,
      `The key is the longest option in ${(share * 100).toFixed(0)} % of ${groups} choices; chance gives ${(chance * 100).toFixed(0)} % and 5 points more are allowed.`,
    ),
  ];
};
