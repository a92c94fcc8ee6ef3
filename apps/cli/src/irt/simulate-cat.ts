import { seededRng } from '@cairn/kernel';
import {
  type AdaptiveDefinition,
  calibrateExposure,
  normalAbilities,
  normalGrid,
  prepareAdaptive,
  type SimulationReport,
  simulateAdaptive,
} from '@cairn/psychometrics';
import { Command } from 'commander';
import { UsageError } from '../failure.ts';
import { print, remark } from '../output.ts';
import { type NamedItem, readParameters } from './parameters-file.ts';

type Options = {
  readonly parameters: string;
  readonly persons: string;
  readonly seed: string;
  readonly standardError: string;
  readonly minimumItems: string;
  readonly maximumItems: string;
  readonly exposureLimit: string;
  readonly json?: true;
};

const MAX_PERSONS = 1_000_000;

/** Persons simulated to find the prices of the items, and in each of the rounds that cut what is left. */
const CALIBRATION = { persons: 1000, rounds: 3 };

/**
 * Aim below the limit: an item that a share of 0.21 of all persons would see is seen by up to 0.25 of a sample of 1,000,
 * since there are some fifty such items and one of them is always three standard errors up.
 */
const AIM = 0.84;

function parseNumber(text: string, option: string, low: number, high: number, isWhole: boolean): number {
  const value = Number(text);
  const isInRange = text.trim() !== '' && value >= low && value <= high && (!isWhole || Number.isInteger(value));
  if (isInRange) return value;
  throw new UsageError(`--${option} ${text} is not ${isWhole ? 'a whole number' : 'a number'} from ${low} to ${high}.`);
}

/** Items that tell the wrong way round cannot be in an adaptive test. */
function usable(items: readonly NamedItem[]): readonly NamedItem[] {
  const reversed = items.filter(({ item }) => !(item.a > 0));
  if (reversed.length > 0) {
    const names = reversed.slice(0, 5).map(({ id }) => id);
    remark(`left out items whose discrimination is not above 0 (${reversed.length}): ${names.join(', ')}.`);
  }
  return items.filter(({ item }) => item.a > 0);
}

function definitionOf(items: readonly NamedItem[], options: Options): AdaptiveDefinition {
  const maximumItems = parseNumber(options.maximumItems, 'maximum-items', 1, 500, true);
  const minimumItems = parseNumber(options.minimumItems, 'minimum-items', 1, maximumItems, true);
  return {
    items: items.map(({ id, item }) => ({ id, calibration: item, domain: 'all' })),
    prior: normalGrid(),
    stopping: {
      minimumItems: Math.min(minimumItems, items.length),
      maximumItems,
      standardError: parseNumber(options.standardError, 'standard-error', 0.05, 2, false),
    },
  };
}

/** The same test under exposure control, if the bank is large enough for the limit. */
function controlled(definition: AdaptiveDefinition, limit: number, seed: string): AdaptiveDefinition {
  if (limit === 1) return definition;
  const needed = Math.ceil(definition.stopping.maximumItems / limit);
  if (definition.items.length < needed) {
    remark(
      `exposure is not controlled: tests of up to ${definition.stopping.maximumItems} items with none seen by more than ${limit} of the persons need ${needed} items, there are ${definition.items.length}.`,
    );
    return definition;
  }
  const rng = seededRng(`${seed}:exposure`);
  return { ...definition, exposure: calibrateExposure(definition, { ...CALIBRATION, limit: AIM * limit, rng }) };
}

function simulated(definition: AdaptiveDefinition, persons: number, limit: number, seed: string): SimulationReport {
  const preparation = prepareAdaptive(definition);
  if (preparation.outcome === 'impossible') throw new UsageError(preparation.reasons.slice(0, 3).join(' '));
  const abilities = normalAbilities(persons, seededRng(`${seed}:abilities`));
  return simulateAdaptive(preparation.test, { abilities, rng: seededRng(`${seed}:sittings`), limit });
}

/** JSON knows no infinity: the outer cells of ability have no end. */
const printable = (report: SimulationReport) => ({
  ...report,
  byAbility: report.byAbility.map(({ from, to, ...cell }) => ({
    from: Number.isFinite(from) ? from : null,
    to: Number.isFinite(to) ? to : null,
    ...cell,
  })),
});

function describe({ persons, meanItems, meanSe, bias, rmse, exposure }: SimulationReport): string {
  return [
    `${persons} persons, ${meanItems.toFixed(1)} items each, standard error ${meanSe.toFixed(3)}`,
    `bias ${bias.toFixed(3)}, root mean square error ${rmse.toFixed(3)} logits`,
    `the item seen most was seen by ${(100 * exposure.maximum).toFixed(1)} % of the persons; ${(100 * exposure.unused).toFixed(0)} % of the bank by nobody`,
  ].join('\n');
}

export const simulateCat = new Command('simulate-cat')
  .description('Give an adaptive test to simulated persons: how long it takes, how far off it is, who sees what.')
  .requiredOption('--parameters <file>', 'what irt calibrate --json printed')
  .option('--persons <number>', 'simulated persons, abilities standard normal', '1000')
  .option('--seed <seed>', 'repeats the same run', '1')
  .option('--standard-error <logits>', 'stop at this standard error', '0.3')
  .option('--minimum-items <number>', 'never stop before', '1')
  .option('--maximum-items <number>', 'always stop after', '60')
  .option('--exposure-limit <share>', 'largest share of persons that may see an item; 1 for no control', '0.25')
  .option('--json', 'print the report as JSON')
  .action(async (options: Options) => {
    const persons = parseNumber(options.persons, 'persons', 1, MAX_PERSONS, true);
    const limit = parseNumber(options.exposureLimit, 'exposure-limit', 0.01, 1, false);
    const definition = definitionOf(usable((await readParameters(options.parameters)).items), options);
    const impossible = prepareAdaptive(definition);
    if (impossible.outcome === 'impossible') throw new UsageError(impossible.reasons.slice(0, 3).join(' '));
    const report = simulated(controlled(definition, limit, options.seed), persons, limit, options.seed);
    print(options.json ? JSON.stringify(printable(report)) : describe(report));
  });
