/** One answer of a person, who may stand for many. */
export type GradedAnswer = { readonly ability: number; readonly score: number; readonly weight: number };

/** Persons of similar ability. */
export type EqualGroup = {
  /** Mean ability. */
  readonly ability: number;
  readonly persons: number;
  /** How many of them got each score, 0 first. */
  readonly counts: readonly number[];
};

/** Persons `first` to `last` − 1 in order of ability; each belongs to the group by this share of himself. */
type Stretch = { readonly first: number; last: number; readonly share: number };

/** One group of equal size: who is in it, whatever they scored. */
export type AbilityGroup = { ability: number; persons: number; readonly stretches: Stretch[] };

/** Smaller parts of a group are rounding. */
const SLIVER = 1e-9;

/** Persons of one and the same ability, who share all cuts alike, and where they begin on the line of all persons. */
type Tie = { readonly first: number; readonly last: number; readonly start: number; readonly weight: number };

function tiesOf(abilities: Float64Array, weights: Float64Array): Tie[] {
  const ties: Tie[] = [];
  let start = 0;
  for (let first = 0, last = 0; first < abilities.length; first = last) {
    let weight = 0;
    for (; last < abilities.length && abilities[last] === abilities[first]; last += 1) weight += Number(weights[last]);
    ties.push({ first, last, start, weight });
    start += weight;
  }
  return ties;
}

function take(group: AbilityGroup, { first, last, weight }: Tie, part: number, ability: number): void {
  group.ability += part * ability; // a sum for now
  group.persons += part;
  const share = part / weight;
  const before = group.stretches.at(-1);
  if (share === 1 && before?.share === 1 && before.last === first) before.last = last;
  else group.stretches.push({ first, last, share });
}

/** Weight of a tie that falls into the g-th of `groups` stretches of `size`; the last one is open, as sums are rounded. */
function overlap({ start, weight }: Tie, g: number, size: number, groups: number): number {
  const end = start + weight;
  const [lower, upper] = [g * size, g === groups - 1 ? Number.POSITIVE_INFINITY : (g + 1) * size];
  return lower <= start && end <= upper ? weight : Math.min(end, upper) - Math.max(start, lower);
}

/**
 * Cuts persons into groups of equal size. Where a cut falls among persons of equal ability, each side gets its share of
 * every one of them, so that their order changes nothing.
 *
 * @param abilities rising
 * @returns         low to high; fewer than `groups` only if nobody is there
 * @throws          RangeError for groups below 1
 */
export function cutByAbility(abilities: Float64Array, weights: Float64Array, groups: number): AbilityGroup[] {
  if (!(Number.isInteger(groups) && groups >= 1)) throw new RangeError(`${groups} groups; give a whole number from 1`);
  const size = weights.reduce((sum, weight) => sum + weight, 0) / groups;
  const cut = Array.from({ length: groups }, (): AbilityGroup => ({ ability: 0, persons: 0, stretches: [] }));
  for (const tie of tiesOf(abilities, weights)) {
    for (let g = Math.min(groups - 1, Math.floor(tie.start / size)); g * size < tie.start + tie.weight; g += 1) {
      const group = cut[g];
      if (group === undefined) break;
      const part = overlap(tie, g, size, groups);
      if (part > SLIVER * size) take(group, tie, part, Number(abilities[tie.first]));
    }
  }
  return cut
    .filter(({ persons }) => persons > 0)
    .map((group) => ({ ...group, ability: group.ability / group.persons }));
}

/**
 * How many persons of a group got each score.
 *
 * @param scores  of the persons in order of ability, each 0 … `width` − 1
 * @param weights of the same persons
 */
export function countsIn(
  { stretches }: AbilityGroup,
  scores: ArrayLike<number>,
  weights: Float64Array,
  width: number,
): number[] {
  const counts = new Array<number>(width).fill(0);
  for (const { first, last, share } of stretches) {
    for (let i = first; i < last; i += 1) {
      const score = scores[i] as number; // in range: stretches lie within the persons
      counts[score] = (counts[score] as number) + share * (weights[i] as number);
    }
  }
  return counts;
}

/**
 * Cuts persons, in order of ability, into groups of equal size, and counts their scores on one item.
 *
 * @param scores how many scores there are: 0 … scores − 1
 * @returns      low to high; fewer than `groups` only if nobody answered
 */
export function equalGroups(answers: readonly GradedAnswer[], groups: number, scores: number): EqualGroup[] {
  const sorted = [...answers].sort((x, y) => x.ability - y.ability);
  const weights = Float64Array.from(sorted, ({ weight }) => weight);
  const column = sorted.map(({ score }) => score);
  return cutByAbility(
    Float64Array.from(sorted, ({ ability }) => ability),
    weights,
    groups,
  ).map((group) => ({
    ability: group.ability,
    persons: group.persons,
    counts: countsIn(group, column, weights, scores),
  }));
}
