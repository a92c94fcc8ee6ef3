import { maximumScore } from '../items/calibrated-item.ts';
import type { CalibrationProblem } from './calibration.ts';
import { blocksOf, join } from './connected-blocks.ts';
import type { CodingPlan } from './e-step/share.ts';
import type { Tallies } from './e-step/tallies.ts';
import { type FitItem, type FitProblem, type ItemRole, latentOffset, parametersOf } from './fit-problem.ts';
import { isDichotomous, isRaschLike, itemModel } from './item-models/item-models.ts';
import { type ItemTally, itemTallies } from './item-tallies.ts';
import { checkedOptions } from './option-checks.ts';
import type { CalibrationOptions, ModelName } from './options.ts';
import type { ItemPrior } from './priors.ts';

/** All that is decided before the first iteration. */
export type FitPlan = {
  readonly problem: FitProblem;
  readonly start: Float64Array;
  readonly coding: CodingPlan;
  readonly tallies: readonly ItemTally[];
  readonly models: readonly ModelName[];
  /** By item, as given. */
  readonly fixedItems: NonNullable<CalibrationOptions['fixedItems']>;
  /** The slope was shared on a scale of spread 1 and is to be reported as slope 1 on a scale of its own. */
  readonly isReportedAsRasch: boolean;
};

/** Above this many persons a sample is fitted first: most iterations then cost little. */
const SAMPLE_FROM = 40_000;
const SAMPLE_SIZE = 6_000;

const priorOf = ({ priors }: CalibrationOptions, item: number): ItemPrior =>
  (Array.isArray(priors) ? priors[item] : (priors as ItemPrior | undefined)) ?? {}; // isArray does not narrow readonly arrays

const modelOf = ({ model }: CalibrationOptions, item: number): ModelName =>
  typeof model === 'string' ? model : (model[item] as ModelName); // as long as the items, which was checked

function categoriesOf(name: ModelName, tally: ItemTally, options: CalibrationOptions, item: number): number {
  if (isDichotomous(name)) return 2;
  const fixed = options.fixedItems?.[item];
  return Math.max(tally.observed.length, fixed ? maximumScore(fixed) + 1 : 0);
}

function roleOf(tally: ItemTally, options: CalibrationOptions, item: number): ItemRole {
  if (options.fixedItems?.[item]) return 'fixed';
  if (tally.answers === 0) return 'left-out';
  const isConstant = tally.observed.some((weight) => weight === tally.answers);
  return isConstant && !priorOf(options, item).difficulty ? 'left-out' : 'free';
}

function fitItems(tallies: readonly ItemTally[], options: CalibrationOptions): FitItem[] {
  let offset = 0;
  let row = 1;
  return tallies.map((tally, item) => {
    const name = modelOf(options, item);
    const model = itemModel(name, categoriesOf(name, tally, options, item));
    const fitItem = { model, role: roleOf(tally, options, item), offset, row, prior: priorOf(options, item) };
    offset += model.parameterNames.length;
    row += model.categories;
    return fitItem;
  });
}

function slopesOf(models: readonly ModelName[], isTied: boolean): FitProblem['slopes'] {
  if (models.every(isRaschLike)) return isTied ? 'held' : 'shared';
  return models.every((name) => name === '1pl') ? 'shared' : 'each';
}

function problemOf(items: readonly FitItem[], options: CalibrationOptions, groupWeights: Float64Array): FitProblem {
  const models = items.map((_, j) => modelOf(options, j));
  const isEstimated =
    (options.scale ?? (options.fixedItems?.some(Boolean) ? 'estimated' : 'reference-group')) === 'estimated';
  const hasScalePriors = items.some(({ role, prior }) => role === 'free' && (prior.slope || prior.difficulty));
  const isRasch = models.every(isRaschLike);
  const isTied = isEstimated || hasScalePriors || items.some(({ role }) => role === 'fixed');
  const last = items.at(-1);
  return {
    items,
    slopes: slopesOf(models, isTied),
    groups: groupWeights.length,
    reference: { isMeanFree: isEstimated, isSdFree: isEstimated || (isRasch && isTied) },
    isExpanded: !isTied,
    length: (last?.offset ?? 0) + (last?.model.parameterNames.length ?? 0) + 2 * groupWeights.length,
    groupWeights,
  };
}

/** The slope that all free items start with where slopes are tied: an M-step moves them together, or not at all. */
function tiedSlope({ items, slopes }: FitProblem, { startItems = [] }: CalibrationOptions): number | undefined {
  if (slopes === 'each') return undefined;
  const given =
    slopes === 'shared' ? items.flatMap(({ role }, j) => (role === 'free' ? (startItems[j]?.a ?? 1) : [])) : [];
  return given.length === 0 ? 1 : given.reduce((sum, a) => sum + a, 0) / given.length;
}

function startOf(problem: FitProblem, tallies: readonly ItemTally[], options: CalibrationOptions): Float64Array {
  const vector = new Float64Array(problem.length);
  const tied = tiedSlope(problem, options);
  problem.items.forEach((item, j) => {
    const given = options.fixedItems?.[j] ?? options.startItems?.[j];
    const observed = new Float64Array(item.model.categories);
    observed.set(tallies[j]?.observed.subarray(0, observed.length) ?? []);
    const isTied = tied !== undefined && item.role === 'free';
    const known = given && isTied ? { ...given, a: tied } : given;
    const parameters = parametersOf(item, vector);
    parameters.set(known ? item.model.fromItem(known) : item.model.start(observed));
    if (isTied) parameters[0] = tied;
  });
  for (let g = 0; g < problem.groups; g += 1) vector[latentOffset(problem, g) + 1] = 0;
  return vector;
}

function scoreProblems(items: readonly FitItem[], tallies: readonly ItemTally[]): CalibrationProblem[] {
  return tallies.flatMap(({ observed }, item) => {
    const categories = items[item]?.model.categories ?? 0;
    if (observed.length <= categories) return [];
    const message = `Item ${item + 1} has a score of ${observed.length - 1}, but its model knows only 0 to ${categories - 1}; choose grm or gpcm for part scores, or correct the score.`;
    return [{ kind: 'score-out-of-range', item, message }];
  });
}

/** Blocks of items that nothing compares: no person, no known parameters, no priors. */
function blocksToReport(tallies: Tallies, items: readonly FitItem[], options: CalibrationOptions): number[][] {
  if (options.assumesEquivalentGroups) return [];
  const joined = tallies.joined.slice();
  const tied = items.flatMap(({ role, prior }, j) => (role === 'fixed' || prior.difficulty ? [j] : []));
  for (const item of tied) join(joined, tied[0] ?? item, item);
  return blocksOf(joined).filter((block) => block.some((item) => items[item]?.role !== 'left-out'));
}

/** Items of a block that a message names before it says how many more there are. */
const NAMED = 8;

function disconnected(blocks: readonly (readonly number[])[]): CalibrationProblem {
  const names = blocks.map((block) => {
    const named = block.slice(0, NAMED).map((item) => item + 1);
    return `items ${named.join(', ')}${block.length > NAMED ? ` and ${block.length - NAMED} more` : ''}`;
  });
  const message = `The items fall into ${blocks.length} blocks that share no person (${names.join('; ')}), so their difficulties cannot be compared; add persons who answered items of both, calibrate each block alone, or fix items of each.`;
  return { kind: 'disconnected', blocks, message };
}

const WITHOUT_REFERENCE: CalibrationProblem = {
  kind: 'no-persons',
  message:
    'Nobody of group 0, the reference group, answered any item, so nothing fixes the scale; give number 0 to a group with answers.',
};

/** What to fit, from counts over all persons; problems if the data cannot be fitted. */
export function fitPlan(tallies: Tallies, options: CalibrationOptions): FitPlan | readonly CalibrationProblem[] {
  const ofItems = itemTallies(tallies);
  if (ofItems.length === 0)
    return [{ kind: 'no-items', message: 'There is no item to calibrate; give at least one column of scores.' }];
  if (tallies.rows === 0)
    return [{ kind: 'no-persons', message: 'Nobody answered any item; give at least one row with a score.' }];
  checkedOptions(options, ofItems.length);
  const items = fitItems(ofItems, options);
  const problems = scoreProblems(items, ofItems);
  if (problems.length > 0) return problems;
  const blocks = blocksToReport(tallies, items, options);
  if (blocks.length > 1) return [disconnected(blocks)];
  const problem = problemOf(items, options, tallies.groupWeights);
  if (tallies.groupWeights[0] === 0 && !problem.reference.isMeanFree) return [WITHOUT_REFERENCE];
  const models = items.map((_, j) => modelOf(options, j));
  return {
    problem,
    start: startOf(problem, ofItems, options),
    coding: {
      digits: ofItems.map(({ hasMissing }, j) => ({ categories: items[j]?.model.categories ?? 2, hasMissing })),
      sampleEvery: tallies.rows > SAMPLE_FROM ? Math.floor(tallies.rows / SAMPLE_SIZE) : 1,
    },
    tallies: ofItems,
    models,
    fixedItems: options.fixedItems ?? [],
    isReportedAsRasch: problem.slopes === 'shared' && models.every(isRaschLike),
  };
}
