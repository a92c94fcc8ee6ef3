import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { CalibrationOptions, ModelName } from './options.ts';
import type { ItemPrior } from './priors.ts';

const MODELS: readonly ModelName[] = ['rasch', '1pl', '2pl', '3pl', 'grm', 'gpcm', 'pcm'];

function checkLength(list: { readonly length: number } | undefined, items: number, what: string): void {
  if (list === undefined || list.length === items) return;
  throw new RangeError(`${list.length} ${what} for ${items} items; give one for each item`);
}

function checkModels(models: readonly ModelName[]): void {
  const unknown = models.find((name) => !MODELS.includes(name));
  if (unknown !== undefined) throw new RangeError(`there is no model "${unknown}"; there are ${MODELS.join(', ')}`);
  const tied = models.filter((name) => name === 'rasch' || name === 'pcm' || name === '1pl');
  const isRasch = models.every((name) => name === 'rasch' || name === 'pcm');
  if (tied.length === 0 || isRasch || models.every((name) => name === '1pl')) return;
  throw new RangeError(`${tied[0]} ties the slopes of all items, so it cannot be mixed with other models`);
}

function checkNumbers({ tolerance = 1, maximumIterations = 1, quadrature }: CalibrationOptions): void {
  if (!(tolerance > 0)) throw new RangeError(`a tolerance of ${tolerance} is never met; give one above 0`);
  if (!(Number.isInteger(maximumIterations) && maximumIterations > 0)) {
    throw new RangeError(`${maximumIterations} iterations cannot be made; give a whole number from 1`);
  }
  if (!quadrature) return;
  const { nodes, from, to } = quadrature;
  if (Number.isInteger(nodes) && nodes >= 4 && nodes <= 1000 && from < to) return;
  throw new RangeError(`${nodes} nodes from ${from} to ${to} are no grid; give 4 to 1000 nodes and from < to`);
}

const isSpread = ({ mean, sd }: { readonly mean: number; readonly sd: number }): boolean =>
  Number.isFinite(mean) && sd > 0 && sd < Number.POSITIVE_INFINITY;

/** Without a spread above 0 a prior has no density, and no estimate would move. */
function checkPrior({ slope, difficulty, guessing }: ItemPrior): void {
  for (const prior of [slope, difficulty, guessing]) {
    if (prior === undefined || prior.kind === 'beta' || isSpread(prior)) continue;
    const { kind, mean, sd } = prior;
    throw new RangeError(`a ${kind} prior of mean ${mean} and sd ${sd}; give finite numbers, the sd above 0`);
  }
  if (guessing?.kind !== 'beta') return;
  const { alpha, beta } = guessing;
  if (alpha > 0 && beta > 0 && alpha + beta < Number.POSITIVE_INFINITY) return;
  throw new RangeError(`a beta prior of alpha ${alpha} and beta ${beta}; give finite numbers above 0`);
}

/** One NaN makes every answer impossible. */
function checkItem(item: CalibratedItem | undefined, index: number, what: string): void {
  if (item === undefined) return;
  const places = item.kind === 'dichotomous' ? [item.b] : item.thresholds;
  const isGuessable = item.kind !== 'dichotomous' || (item.c >= 0 && item.c < 1);
  if ([item.a, ...places].every(Number.isFinite) && isGuessable) return;
  const rest = 'its slope and difficulties must be finite, its guessing chance from 0 to below 1';
  throw new RangeError(`${what} item ${index + 1} has no usable parameters; ${rest}`);
}

/** @throws RangeError with what is wrong with the options, and what to give instead */
export function checkedOptions(options: CalibrationOptions, items: number): void {
  const models = typeof options.model === 'string' ? [options.model] : options.model;
  if (typeof options.model !== 'string') checkLength(options.model, items, 'models');
  checkModels(models);
  checkNumbers(options);
  if (Array.isArray(options.priors)) checkLength(options.priors, items, 'priors');
  checkLength(options.fixedItems, items, 'fixed items');
  checkLength(options.startItems, items, 'start items');
  for (const prior of [options.priors].flat()) if (prior) checkPrior(prior);
  options.fixedItems?.forEach((item, j) => {
    checkItem(item, j, 'fixed');
  });
  options.startItems?.forEach((item, j) => {
    checkItem(item, j, 'start');
  });
}
