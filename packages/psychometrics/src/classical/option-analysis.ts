import { type AbilityGroup, countsIn, cutByAbility } from '../fit/equal-groups.ts';
import { correlation } from '../numbers/correlation.ts';
import { dotProduct } from '../numbers/vectors.ts';
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

/** The persons who were asked, by rising ability: the same for every option, so sorted once. */
type Asked = {
  readonly chosen: readonly (readonly string[])[];
  readonly abilities: Float64Array;
  readonly weights: Float64Array;
  readonly groups: readonly AbilityGroup[];
};

function askedOf({ chosen }: OptionChoices, abilities: ArrayLike<number>, groups: number): Asked {
  const asked = chosen.flatMap((ids, person) => {
    const ability = abilities[person] ?? Number.NaN;
    return ids === undefined || !Number.isFinite(ability) ? [] : [{ ids, ability }];
  });
  asked.sort((x, y) => x.ability - y.ability);
  const sorted = Float64Array.from(asked, ({ ability }) => ability);
  const weights = new Float64Array(asked.length).fill(1);
  return {
    chosen: asked.map(({ ids }) => ids),
    abilities: sorted,
    weights,
    groups: cutByAbility(sorted, weights, groups),
  };
}

function optionStatistics(option: string, isKey: boolean, asked: Asked): OptionStatistics {
  const { abilities, weights, groups } = asked;
  const choices = Float64Array.from(asked.chosen, (ids) => (ids.includes(option) ? 1 : 0));
  const count = choices.reduce((sum, choice) => sum + choice, 0);
  return {
    option,
    isKey,
    count,
    share: choices.length > 0 ? count / choices.length : 0,
    meanAbility: count > 0 ? dotProduct(choices, abilities) / count : undefined,
    correlation: correlation(choices, abilities, weights).r,
    curve: groups.map((group) => {
      const { ability, persons } = group;
      const [, choosers = 0] = countsIn(group, choices, weights, 2);
      return { ability, persons, ...wilsonInterval(Math.min(choosers, persons), persons) };
    }),
  };
}

/**
 * Distractor analysis: who chooses which option.
 *
 * @param abilities one a person: θ or a score on the other items; a person without a finite one is left out
 * @param groups    points of each curve: fifths by default
 * @returns         one entry an option, in the order shown
 * @throws          RangeError for abilities of other persons, groups below 1, or a choice or key that is no option
 */
export function optionAnalysis(
  choices: OptionChoices,
  abilities: ArrayLike<number>,
  { groups = 5 }: { readonly groups?: number } = {},
): OptionStatistics[] {
  checkChoices(choices, abilities);
  const asked = askedOf(choices, abilities, groups);
  return choices.options.map((option) => optionStatistics(option, choices.key.includes(option), asked));
}
