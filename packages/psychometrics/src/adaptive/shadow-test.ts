import { type BankStructure, NONE } from './bank-structure.ts';
import { emptyRanking, insert, type Ranking, thresholdOf } from './ranking.ts';

/** What a shadow test is assembled from. */
export type Assembly = {
  readonly structure: BankStructure;
  /** Worth of each item, more is better. */
  readonly values: Float64Array;
  /** 1: the item may be taken, alone or, for the first item of a set, with its set. Given items are never free. */
  readonly isFree: Uint8Array;
  /** Families and sets that the test holds already. */
  readonly usedFamilies: ReadonlySet<number>;
  readonly usedSets: readonly number[];
  /** Items of each domain that are given, or promised by a set that has begun. */
  readonly held: readonly number[];
  /** How many items are still to be chosen. */
  readonly remaining: number;
};

/** The best full-length test around the items given: what of it is free, best first in each domain. */
export type ShadowTest = {
  readonly singles: readonly (readonly number[])[];
  readonly sets: readonly number[];
  /** Items of each domain in the whole test. */
  readonly planned: readonly number[];
};

/** The best free item of each family, NONE for a family that is used up. */
function familyWinners({ structure, values, isFree, usedFamilies }: Assembly): Int32Array {
  const winners = new Int32Array(structure.families).fill(NONE);
  structure.familyOf.forEach((family, j) => {
    if (family === NONE || isFree[j] !== 1 || usedFamilies.has(family)) return;
    const winner = winners[family] ?? NONE;
    if (winner === NONE || (values[j] ?? 0) > (values[winner] ?? 0)) winners[family] = j;
  });
  return winners;
}

/** The free items that may be taken alone and are the best of their family. */
function isCandidate({ structure, isFree }: Assembly, winners: Int32Array | undefined, item: number): boolean {
  if (isFree[item] !== 1 || structure.setOf[item] !== NONE) return false;
  const family = structure.familyOf[item] ?? NONE;
  return family === NONE || winners?.[family] === item;
}

function rankings(assembly: Assembly): Ranking[] {
  const { structure, values, held, remaining } = assembly;
  const { domainOf, limits } = structure;
  const lists = limits.map(({ maximum }, d) =>
    emptyRanking(Math.max(0, Math.min(remaining, maximum - (held[d] ?? 0), values.length))),
  );
  const thresholds = Float64Array.from(lists, thresholdOf);
  const winners = structure.families > 0 ? familyWinners(assembly) : undefined;
  for (let j = 0; j < values.length; j += 1) {
    const domain = domainOf[j] ?? 0;
    const worth = values[j] ?? 0;
    const list = lists[domain];
    if (list === undefined || worth <= (thresholds[domain] ?? 0) || !isCandidate(assembly, winners, j)) continue;
    insert(list, j, worth);
    thresholds[domain] = thresholdOf(list);
  }
  return lists;
}

/** How many singles of each domain: the minima first, then the best of any domain that has room. */
function allocate(assembly: Assembly, lists: readonly Ranking[], held: readonly number[], count: number) {
  const { limits } = assembly.structure;
  const taken = limits.map(({ minimum }, d) => Math.max(0, minimum - (held[d] ?? 0)));
  const rooms = limits.map(({ maximum }, d) => Math.min(lists[d]?.count ?? 0, maximum - (held[d] ?? 0)));
  const spare = count - taken.reduce((sum, n) => sum + n, 0);
  if (spare < 0 || taken.some((n, d) => n > (rooms[d] ?? 0)) || rooms.some((room) => room < 0)) return undefined;
  for (let n = 0; n < spare; n += 1) {
    const domain = bestOpenDomain(lists, taken, rooms);
    if (domain === NONE) return undefined;
    taken[domain] = (taken[domain] ?? 0) + 1;
  }
  return taken;
}

function bestOpenDomain(lists: readonly Ranking[], taken: readonly number[], rooms: readonly number[]): number {
  let best = NONE;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (let d = 0; d < lists.length; d += 1) {
    const next = taken[d] ?? 0;
    const value = next < (rooms[d] ?? 0) ? (lists[d]?.worths[next] ?? 0) : Number.NEGATIVE_INFINITY;
    if (value > bestValue) {
      best = d;
      bestValue = value;
    }
  }
  return best;
}

/** The best test with exactly this choice of sets, or undefined if there is none within the limits. */
function completion(assembly: Assembly, lists: readonly Ranking[], choice: readonly number[]): ShadowTest | undefined {
  const { structure, held, remaining, usedSets, isFree } = assembly;
  if (usedSets.some((set) => !choice.includes(set))) return undefined;
  const sets = choice.filter((set) => !usedSets.includes(set));
  const members = sets.flatMap((set) => structure.sets[set]?.members ?? []);
  if (sets.some((set) => isFree[structure.sets[set]?.members[0] ?? 0] !== 1)) return undefined;
  const heldThen = held.map((count, d) =>
    sets.reduce((sum, set) => sum + (structure.sets[set]?.perDomain[d] ?? 0), count),
  );
  const taken = allocate(assembly, lists, heldThen, remaining - members.length);
  if (taken === undefined) return undefined;
  const singles = taken.map((count, d) => Array.from(lists[d]?.items.subarray(0, count) ?? []));
  return { singles, sets, planned: heldThen.map((count, d) => count + (taken[d] ?? 0)) };
}

/**
 * The full-length test of greatest worth that holds all items given and meets every limit (van der Linden & Reese 1998).
 * Domains are disjoint and each family lies in one, so for one choice of sets the greedy choice is exact: the limits form
 * a laminar matroid. Sets are gone through one choice after the other.
 *
 * @returns undefined if no such test exists
 */
export function assembleShadow(assembly: Assembly): ShadowTest | undefined {
  const lists = rankings(assembly);
  const { setChoices } = assembly.structure;
  const tests = setChoices.map((choice) => completion(assembly, lists, choice)).filter((test) => test !== undefined);
  if (tests.length < 2) return tests[0];
  const values = tests.map((test) => worthOf(assembly, test));
  return tests[values.indexOf(Math.max(...values))];
}

/** What the free part of a test is worth. */
export function worthOf({ structure, values }: Assembly, { singles, sets }: ShadowTest): number {
  const members = sets.flatMap((set) => structure.sets[set]?.members ?? []);
  return [...singles.flat(), ...members].reduce((sum, j) => sum + (values[j] ?? 0), 0);
}
