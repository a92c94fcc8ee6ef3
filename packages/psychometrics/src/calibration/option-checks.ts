import type { CalibrationOptions, ModelName } from './options.ts';

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

/** @throws RangeError with what is wrong with the options, and what to give instead */
export function checkedOptions(options: CalibrationOptions, items: number): void {
  const models = typeof options.model === 'string' ? [options.model] : options.model;
  if (typeof options.model !== 'string') checkLength(options.model, items, 'models');
  checkModels(models);
  checkNumbers(options);
  if (Array.isArray(options.priors)) checkLength(options.priors, items, 'priors');
  checkLength(options.fixedItems, items, 'fixed items');
  checkLength(options.startItems, items, 'start items');
}
