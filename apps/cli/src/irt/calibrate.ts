import {
  type Calibrated,
  type CalibrationFlag,
  type CalibrationOptions,
  calibrateInParts,
  calibrate as calibrateResponses,
  type ItemErrors,
  type ModelName,
  type ResponseTable,
  standardErrors,
} from '@cairn/psychometrics';
import { Command, Option } from 'commander';
import { UsageError } from '../failure.ts';
import { print, remark } from '../output.ts';
import { readRatingPriors } from './ratings-file.ts';
import { readResponses } from './response-file.ts';
import { irtWorkers } from './workers.ts';

const MODELS: readonly ModelName[] = ['rasch', '1pl', '2pl', '3pl', 'pcm', 'grm', 'gpcm'];

/** Without one, guessing is hardly identified: mirt's manual advises such a prior. Centre 0.18, 95 % in 0.08 … 0.37. */
const GUESSING_PRIOR = { guessing: { kind: 'logit-normal', mean: -1.5, sd: 0.5 } } as const;

type Errors = 'observed' | 'cross-product' | 'none';
type Options = {
  readonly model: ModelName;
  readonly prior: boolean;
  readonly ratings?: string;
  readonly standardErrors: Errors;
  readonly workers: string;
  readonly json?: true;
};

const FLAG_WORDS: Readonly<Record<CalibrationFlag, string>> = {
  constant: 'all answers are the same; left out',
  'no-answers': 'nobody was shown it; left out',
  'too-few-answers': 'fewer than 30 answers',
  'empty-category': 'a score between 0 and the highest does not occur',
  'negative-discrimination': 'better persons fail more often; look at the key',
  'extreme-discrimination': 'sorts persons as if without error; its slope has no bound',
};

const RATED_MODELS: readonly ModelName[] = ['rasch', '1pl', '2pl', '3pl'];
/** The middle of `GUESSING_PRIOR`. */
const TYPICAL_GUESS = 0.18;

/** Difficulties alone hardly fix the unit of a scale whose slopes are free. */
const SLOPE_PRIOR = { slope: { kind: 'log-normal', mean: 0, sd: 0.5 } } as const;

/** Priors by item, and the scale that ratings fix: θ = 0 is the just-passing candidate. */
async function priorsFor({ model, prior, ratings }: Options, { itemIds }: ResponseTable) {
  const guessing = model === '3pl' && prior ? GUESSING_PRIOR : {};
  if (ratings === undefined) return model === '3pl' && prior ? { priors: GUESSING_PRIOR } : {};
  if (!RATED_MODELS.includes(model)) {
    throw new UsageError(
      `--ratings goes with ${RATED_MODELS.join(', ')}; a rating says nothing of ${model}'s thresholds.`,
    );
  }
  const rated = await readRatingPriors(ratings, itemIds, model === '3pl' ? TYPICAL_GUESS : 0);
  const slope = model === '2pl' || model === '3pl' ? SLOPE_PRIOR : {};
  return { priors: rated.map((own) => ({ ...slope, ...guessing, ...own })), scale: 'estimated' } as const;
}

const optionsFor = async (options: Options, table: ResponseTable): Promise<CalibrationOptions> => ({
  model: options.model,
  ...(await priorsFor(options, table)),
  ...(table.groups ? { groups: table.groups.ofPerson } : {}),
});

const MOST_WORKERS = 64;

/** @throws UsageError unless `text` is a number of threads */
function parseWorkers(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_WORKERS) return count;
  throw new UsageError(`--workers ${text} is no number of threads; give one from 1 to ${MOST_WORKERS}.`);
}

async function fit({ responses, groups }: ResponseTable, options: CalibrationOptions, count: number) {
  if (count === 1) return calibrateResponses(responses, options);
  const workers = irtWorkers(count);
  try {
    const latent = groups ? { count: groups.names.length, ofPerson: groups.ofPerson } : { count: 1 };
    return await calibrateInParts(workers.parts(responses, latent), options);
  } finally {
    await workers.close();
  }
}

/** @throws UsageError with every reason why there is no result */
async function calibrated(table: ResponseTable, options: Options, file: string): Promise<Calibrated> {
  const result = await fit(table, await optionsFor(options, table), parseWorkers(options.workers));
  if (result.outcome === 'calibrated') return result;
  const reasons = result.problems.map((problem) =>
    problem.kind === 'disconnected'
      ? `${problem.message} ${problem.blocks.map((block, i) => `Block ${i + 1}: ${block.map((item) => table.itemIds[item]).join(', ')}.`).join(' ')}`
      : problem.message,
  );
  throw new UsageError(`${file} cannot be calibrated: ${reasons.join(' ')}`);
}

function errorsOf(table: ResponseTable, result: Calibrated, kind: Errors): readonly (ItemErrors | undefined)[] {
  if (kind === 'none') return [];
  const errors = standardErrors(table.responses, result, {
    kind,
    ...(table.groups ? { groups: table.groups.ofPerson } : {}),
  });
  if (errors.outcome === 'computed') return errors.items;
  remark(`no standard errors: ${errors.message}`);
  return [];
}

/** What `irt score` reads again; `se` names the parameters as the item does, thresholds as b1, b2, … */
function printedItems(table: ResponseTable, result: Calibrated, errors: readonly (ItemErrors | undefined)[]) {
  return result.items.map(({ item, answers, flags }, i) => {
    const own = errors[i];
    const se = own ? Object.fromEntries(own.names.map((name, n) => [name, own.standardErrors[n]])) : null;
    const parameters = item?.kind === 'dichotomous' && item.c === 0 ? { kind: item.kind, a: item.a, b: item.b } : item;
    return { id: table.itemIds[i], ...parameters, se, answers, flags };
  });
}

type PrintedItem = ReturnType<typeof printedItems>[number];

function describeItem({ id, flags, answers, se, ...item }: PrintedItem): string {
  const numbers = Object.entries(item).flatMap(([name, value]) => {
    if (typeof value === 'number')
      return [`${name} ${value.toFixed(3)}${se?.[name] ? ` ± ${se[name].toFixed(3)}` : ''}`];
    return Array.isArray(value) ? [`thresholds ${value.map((b: number) => b.toFixed(3)).join(' ')}`] : [];
  });
  const words = flags.map((flag) => FLAG_WORDS[flag]).join('; ');
  return `${id}: ${numbers.join('  ') || 'no estimate'}  (${answers} answers)${words ? `  ! ${words}` : ''}`;
}

export const calibrate = new Command('calibrate')
  .description('Estimate item parameters from a CSV of scores: a header of item ids, then one row a person.')
  .argument('<file>', 'CSV; an empty cell was not presented; columns person, group and freq have their meaning')
  .addOption(new Option('--model <name>', 'item model').choices(MODELS).default('2pl'))
  .addOption(
    new Option('--standard-errors <kind>', 'information they come from')
      .choices(['observed', 'cross-product', 'none'])
      .default('observed'),
  )
  .option('--workers <n>', 'threads that share the persons', '1')
  .option('--ratings <file>', 'Angoff ratings as priors, JSON {"item": 0.7}; 0 is then the just-passing candidate')
  .option('--no-prior', '3pl: leave guessing without its prior')
  .option('--json', 'print the result as JSON, which irt score reads')
  .action(async (file: string, options: Options) => {
    const table = await readResponses(file);
    const from = performance.now();
    const result = await calibrated(table, options, file);
    const ms = performance.now() - from;
    const items = printedItems(table, result, errorsOf(table, result, options.standardErrors));
    const { logLikelihood, iterations, isConverged: converged, persons, latent, aic, bic, freeParameters } = result;
    const summary = { model: options.model, persons, logLikelihood, iterations, converged, aic, bic, freeParameters };
    if (options.json) {
      print(JSON.stringify({ ...summary, latent, items, ms, msWithErrors: performance.now() - from }));
      return;
    }
    for (const item of items) print(describeItem(item));
    const state = converged ? `converged in ${iterations} iterations` : `not converged after ${iterations} iterations`;
    print(
      `${options.model}, ${persons} persons: log-likelihood ${logLikelihood.toFixed(4)}, ${state}, ${ms.toFixed(0)} ms.`,
    );
  });
