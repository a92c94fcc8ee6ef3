import type { AdaptiveDefinition, AdaptiveItem } from './adaptive-test.ts';

/** Stands in a column of the structure for "none". */
export const NONE = -1;

/** A case study: its questions by their place in the bank, and how many of them count for each domain. */
export type ItemSet = {
  readonly id: string;
  readonly members: readonly number[];
  readonly perDomain: readonly number[];
};

/** The constraints of a definition by number, so that a shadow test is assembled without looking anything up. */
export type BankStructure = {
  readonly domains: readonly string[];
  /** How many items of each domain a full-length test holds. */
  readonly limits: readonly { readonly minimum: number; readonly maximum: number }[];
  readonly domainOf: Int32Array;
  /** The family of an item or NONE. */
  readonly familyOf: Int32Array;
  readonly families: number;
  /** The set of an item or NONE. */
  readonly setOf: Int32Array;
  readonly sets: readonly ItemSet[];
  /** Every choice of sets that a full-length test may hold, as sorted set numbers. */
  readonly setChoices: readonly (readonly number[])[];
};

/** Numbers names in the order of their first appearance. */
function numbered(names: readonly (string | undefined)[]): { readonly names: string[]; readonly column: Int32Array } {
  const numbers = new Map<string, number>();
  const column = Int32Array.from(names, (name) => {
    if (name === undefined) return NONE;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  });
  return { names: [...numbers.keys()], column };
}

/** How many choices of sets are gone through for each item: beyond this a test is not assembled in time. */
export const SET_CHOICE_LIMIT = 2000;

/** All subsets of `count` sets with `minimum` to `maximum` members, the smallest first; stops beyond the limit. */
export function subsets(count: number, minimum: number, maximum: number): number[][] {
  const found: number[][] = [];
  let layer: number[][] = [[]];
  for (let size = 0; size <= Math.min(maximum, count) && found.length <= SET_CHOICE_LIMIT; size += 1) {
    if (size > 0) layer = layer.flatMap((subset) => extensions(subset, count));
    if (size >= minimum) found.push(...layer);
    if (layer.length > SET_CHOICE_LIMIT) return layer;
  }
  return found;
}

function extensions(subset: readonly number[], count: number): number[][] {
  const next = (subset.at(-1) ?? -1) + 1;
  return Array.from({ length: count - next }, (_, i) => [...subset, next + i]);
}

function itemSets(names: readonly string[], setOf: Int32Array, domainOf: Int32Array, domains: number): ItemSet[] {
  return names.map((id, set) => {
    const members: number[] = [];
    setOf.forEach((owner, index) => {
      if (owner === set) members.push(index);
    });
    const perDomain = Array.from({ length: domains }, (_, d) => members.filter((j) => domainOf[j] === d).length);
    return { id, members, perDomain };
  });
}

/** How many case studies a full-length test holds. */
export const setLimits = (definition: AdaptiveDefinition) => definition.sets ?? { minimum: 0, maximum: 1 };

export function bankStructure(definition: AdaptiveDefinition): BankStructure {
  const column = (of: (item: AdaptiveItem) => string | undefined) => numbered(definition.items.map(of));
  const domains = column(({ domain }) => domain);
  const families = column(({ family }) => family);
  const owners = column(({ set }) => set);
  const rules = new Map(definition.domains?.map((rule) => [rule.domain, rule]));
  const { minimum, maximum } = setLimits(definition);
  return {
    domains: domains.names,
    limits: domains.names.map((domain) => rules.get(domain) ?? { minimum: 0, maximum: Number.POSITIVE_INFINITY }),
    domainOf: domains.column,
    familyOf: families.column,
    families: families.names.length,
    setOf: owners.column,
    sets: itemSets(owners.names, owners.column, domains.column, domains.names.length),
    setChoices: subsets(owners.names.length, minimum, maximum),
  };
}

/** How many single items of each domain one test can hold, with one item a family. */
export function capacities({ domains, domainOf, familyOf, families, setOf }: BankStructure): number[] {
  const capacity = domains.map(() => 0);
  const isCounted = new Uint8Array(families);
  domainOf.forEach((domain, j) => {
    if (setOf[j] !== NONE) return;
    const family = familyOf[j] ?? NONE;
    if (family !== NONE && isCounted[family] === 1) return;
    if (family !== NONE) isCounted[family] = 1;
    capacity[domain] = (capacity[domain] ?? 0) + 1;
  });
  return capacity;
}

/** The longest test of at most `maximumItems` that meets every limit, or undefined if there is none. */
export function fullLength(structure: BankStructure, maximumItems: number): number | undefined {
  const capacity = capacities(structure);
  const lengths = structure.setChoices.flatMap((choice) => {
    const held = structure.domains.map((_, d) =>
      choice.reduce((sum, set) => sum + (structure.sets[set]?.perDomain[d] ?? 0), 0),
    );
    const upper = structure.limits.map(({ maximum }, d) => Math.min(maximum, (held[d] ?? 0) + (capacity[d] ?? 0)));
    const lower = structure.limits.map(({ minimum }, d) => Math.max(minimum, held[d] ?? 0));
    if (lower.some((least, d) => least > (upper[d] ?? 0))) return [];
    const longest = Math.min(
      maximumItems,
      upper.reduce((sum, most) => sum + most, 0),
    );
    return longest >= lower.reduce((sum, least) => sum + least, 0) ? [longest] : [];
  });
  return lengths.length > 0 ? Math.max(...lengths) : undefined;
}
