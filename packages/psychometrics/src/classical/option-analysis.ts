import { equalGroups, type GradedAnswer } from '../fit/equal-groups.ts';
import { correlation } from '../numbers/correlation.ts';
import { type ProportionInterval, wilsonInterval } from '../proportion.ts';

/** Who chose what in one question. */
export type OptionChoices = {
  /** Ids in the order shown. */
  readonly options: readonly string[];
  /** Ids that are right. */
  readonly key: readonly string[];
  /** One entry a person: the ids chosen; empty for none, undefined for a person who was not asked. */
  readonly chosen: readonly (readonly string[] | undefined)[];
};

/** A point of an option's curve: how many persons of similar ability chose it. */
export type OptionPoint = ProportionInterval & { readonly ability: number; readonly persons: number };

/** One option of a question. */
export type OptionStatistics = {
  readonly option: string;
  readonly isKey: boolean;
  readonly count: number;
  /** Of the persons who were asked. */
  readonly share: number;
  /** Of those who chose it; undefined if nobody did. */
  readonly meanAbility: number | undefined;
  /** Point-biserial correlation of choosing it with ability; undefined if all or nobody chose it. */
  readonly correlation: number | undefined;
  /** Low ability to high, in groups of equal size. A key should rise, a distractor fall. */
  readonly curve: readonly OptionPoint[];
};

function checkChoices({ options, key, chosen }: OptionChoices, abilities: ArrayLike<number>): void {
  if (abilities.length !== chosen.length) {
    throw new RangeError(`${abilities.length} abilities for ${chosen.length} persons`);
  }
  const known = new Set(options);
  const stray = key.find((id) => !known.has(id));
  if (stray !== undefined) throw new RangeError(`the key ${stray} is no option: ${options.join(', ')}`);
  chosen.forEach((ids, person) => {
    const other = ids?.find((id) => !known.has(id));
    if (other !== undefined)
      throw new RangeError(`person ${person + 1} chose ${other}, which is no option: ${options.join(', ')}`);
  });
}

function optionStatistics(
  option: string,
  isKey: boolean,
  answers: readonly GradedAnswer[],
  groups: number,
): OptionStatistics {
  const choosers = answers.filter(({ score }) => score === 1);
  const abilities = choosers.reduce((sum, { ability }) => sum + ability, 0);
  const column = (of: (answer: GradedAnswer) => number) => Float64Array.from(answers, of);
  return {
    option,
    isKey,
    count: choosers.length,
    share: answers.length > 0 ? choosers.length / answers.length : 0,
    meanAbility: choosers.length > 0 ? abilities / choosers.length : undefined,
    correlation: correlation(
      column(({ score }) => score),
      column(({ ability }) => ability),
      column(({ weight }) => weight),
    ).r,
    curve: equalGroups(answers, groups, 2).map(({ ability, persons, counts }) => {
      return { ability, persons, ...wilsonInterval(Math.min(counts[1] ?? 0, persons), persons) };
    }),
  };
}

/**
 * Distractor analysis: who chooses which option.
 *
 * @param abilities one a person: θ or a score on the other items; a person without a finite one is left out
 * @param groups    points of each curve: fifths by default
 * @returns         one entry an option, in the order shown
 * @throws          RangeError for abilities of other persons, or for a choice or key that is no option
 */
export function optionAnalysis(
  choices: OptionChoices,
  abilities: ArrayLike<number>,
  { groups = 5 }: { readonly groups?: number } = {},
): OptionStatistics[] {
  checkChoices(choices, abilities);
  return choices.options.map((option) => {
    const answers = choices.chosen.flatMap((ids, person): GradedAnswer[] => {
      const ability = abilities[person] ?? Number.NaN;
      if (ids === undefined || !Number.isFinite(ability)) return [];
      return [{ ability, score: ids.includes(option) ? 1 : 0, weight: 1 }];
    });
    return optionStatistics(option, choices.key.includes(option), answers, groups);
  });
}
