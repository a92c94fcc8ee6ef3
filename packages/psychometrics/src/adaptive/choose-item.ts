import type { Rng } from '@cairn/kernel';
import type { AdaptiveLog, ItemChoice, Pace } from './adaptive-test.ts';
import { type BankStructure, NONE } from './bank-structure.ts';
import { criterionValues } from './criteria.ts';
import { blendedValues, draw, eligibleItems, stepRng } from './exposure.ts';
import type { PreparedTest } from './prepare.ts';
import type { Progress } from './progress.ts';
import { assembleShadow, type ShadowTest } from './shadow-test.ts';

/** A chosen item with all that led to it, for `explainChoice`. */
export type Choice = {
  readonly index: number;
  /** Worth of each item by the criterion, before any blend with chance. */
  readonly values: Float64Array;
  readonly eligible: Uint8Array;
  readonly shadow: ShadowTest;
  /** The items that the draw was among or could have been among, best first. */
  readonly ranked: readonly number[];
  readonly drawnFrom: number;
  readonly relaxed: ItemChoice['relaxed'];
};

type Found = { readonly shadow: ShadowTest; readonly relaxed: ItemChoice['relaxed'] };

/** The same bank without limits, for a log that no test of this definition can hold. */
function withoutLimits(structure: BankStructure, usedSets: readonly number[]): BankStructure {
  const limits = structure.limits.map(() => ({ minimum: 0, maximum: Number.POSITIVE_INFINITY }));
  return { ...structure, limits, setChoices: [usedSets] };
}

function findShadow(
  test: PreparedTest,
  progress: Progress,
  values: Float64Array,
  eligible: Uint8Array,
): Found | undefined {
  const { structure } = test;
  const { usedFamilies, usedSets, held, isGiven, answers, pending } = progress;
  const remaining = Math.max(0, test.fullLength - answers.length - pending.length);
  const assembly = { structure, values, usedFamilies, usedSets, held, remaining };
  const shadow = assembleShadow({ ...assembly, isFree: eligible });
  if (shadow) return { shadow, relaxed: 'nothing' };
  const isFree = isGiven.map((given) => 1 - given);
  const exposed = assembleShadow({ ...assembly, isFree });
  if (exposed) return { shadow: exposed, relaxed: 'exposure' };
  const unlimited = { ...assembly, structure: withoutLimits(structure, usedSets), isFree, remaining: 1 };
  const any =
    assembleShadow(unlimited) ?? (pending.length > 0 ? assembleShadow({ ...unlimited, remaining: 0 }) : undefined);
  return any && { shadow: any, relaxed: 'blueprint' };
}

const paceOf = ({ definition }: PreparedTest): Pace =>
  definition.pace ?? ((definition.domains?.length ?? 0) > 0 ? 'not-ahead' : 'free');

/** A hair, so that a share of 3 that rounds to 3.0000000000000004 does not open its domain. */
const ROUNDING = 1e-9;

/** The domains that an item may come from now, of those that have a single item in the shadow test. */
export function openDomains(pace: Pace, given: readonly number[], { planned, singles }: ShadowTest): readonly number[] {
  const stocked = singles.flatMap((items, d) => (items.length > 0 ? [d] : []));
  if (pace === 'free') return stocked;
  const total = planned.reduce((sum, n) => sum + n, 0);
  const step = given.reduce((sum, n) => sum + n, 0) + 1;
  const lag = (d: number) => ((planned[d] ?? 0) / total) * step - (given[d] ?? 0);
  const furthest = Math.max(...stocked.map(lag));
  const open = stocked.filter((d) => lag(d) > (pace === 'most-behind' ? furthest - ROUNDING : ROUNDING));
  return open.length > 0 ? open : stocked;
}

/** The set of the shadow test that is worth more an item than the best single one, or must come since none is left. */
function dueSet({ structure }: PreparedTest, { sets }: ShadowTest, values: Float64Array, best: number | undefined) {
  const mean = (members: readonly number[]) =>
    members.reduce((sum, j) => sum + (values[j] ?? 0), 0) / Math.max(1, members.length);
  const candidates = sets.map((set) => structure.sets[set]?.members ?? []).sort((x, y) => mean(y) - mean(x));
  const members = candidates[0];
  if (members === undefined) return undefined;
  return best === undefined || mean(members) >= (values[best] ?? 0) ? members[0] : undefined;
}

/** Several lists, each best first, as one; equal items in the order of the bank. */
function merged(lists: readonly (readonly number[])[], worth: Float64Array): readonly number[] {
  if (lists.length === 1) return lists[0] ?? [];
  return lists.flat().sort((x, y) => (worth[y] ?? 0) - (worth[x] ?? 0) || x - y);
}

function fromShadow(test: PreparedTest, progress: Progress, shadow: ShadowTest, worth: Float64Array, rng: Rng) {
  const [next] = progress.pending;
  if (next !== undefined) return { index: next, ranked: [next], drawnFrom: 1 };
  const open = openDomains(paceOf(test), progress.given, shadow);
  const ranked = merged(
    open.map((d) => shadow.singles[d] ?? []),
    worth,
  );
  const set = dueSet(test, shadow, worth, ranked[0]);
  if (set !== undefined) return { index: set, ranked: [set], drawnFrom: 1 };
  const { place, drawnFrom } = draw(test, progress, ranked, worth, rng);
  return { index: ranked[place] ?? NONE, ranked, drawnFrom };
}

/** The next item, or undefined if the bank holds none. */
export function chooseItem(test: PreparedTest, progress: Progress, seed: AdaptiveLog['seed']): Choice | undefined {
  const { tables, calibrations, prior, definition } = test;
  const situation = { tables, calibrations, prior, belief: progress.belief };
  const values = criterionValues(definition.criterion ?? 'information', situation);
  const eligible = eligibleItems(test, progress, seed);
  const rng = stepRng(seed, progress);
  const worth = blendedValues(test, progress, values, eligible, rng);
  const found = findShadow(test, progress, worth, eligible);
  if (found === undefined) return undefined;
  const { index, ranked, drawnFrom } = fromShadow(test, progress, found.shadow, worth, rng);
  return index === NONE ? undefined : { index, values, eligible, ...found, ranked, drawnFrom };
}
