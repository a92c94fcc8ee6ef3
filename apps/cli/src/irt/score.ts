import {
  type CalibratedItem,
  maximumScore,
  NOT_PRESENTED,
  normalGrid,
  type ScoringMethod,
  scorePersons,
} from '@cairn/psychometrics';
import { Command, Option } from 'commander';
import { UsageError } from '../failure.ts';
import { print } from '../output.ts';
import { type Parameters, readParameters } from './parameters-file.ts';
import { readResponses } from './response-file.ts';

type Options = { readonly parameters: string; readonly method: ScoringMethod['kind']; readonly json?: true };

const METHODS: readonly ScoringMethod['kind'][] = ['eap', 'map', 'ml', 'wle', 'eap-sum'];

/** The parameters of each column. @throws UsageError for a column without, or a score that its item cannot give */
function itemsOf(
  table: Awaited<ReturnType<typeof readResponses>>,
  known: ReadonlyMap<string, CalibratedItem>,
  file: string,
) {
  const { itemIds, responses } = table;
  const unknown = itemIds.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    throw new UsageError(
      `The parameters name no item ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? ` (and ${unknown.length - 5} more)` : ''}; drop these columns of ${file} or calibrate them.`,
    );
  }
  const items = itemIds.flatMap((id) => known.get(id) ?? []);
  const highest = items.map(maximumScore);
  const wrong = responses.scores.findIndex(
    (score, i) => score !== NOT_PRESENTED && score > (highest[i % items.length] ?? 0),
  );
  if (wrong >= 0) {
    const item = wrong % items.length;
    throw new UsageError(
      `${file}: person ${Math.floor(wrong / items.length) + 1} has ${responses.scores[wrong]} on "${itemIds[item]}", whose highest score is ${highest[item]}.`,
    );
  }
  return items;
}

/** The prior of a Bayesian estimator is the population that was calibrated: under Rasch its spread is not 1. */
function methodFor(kind: ScoringMethod['kind'], { mean, sd }: Parameters['population']): ScoringMethod {
  if (kind === 'eap' || kind === 'eap-sum') return { kind, prior: normalGrid({ mean, spread: sd }) };
  return kind === 'map' ? { kind, mean, spread: sd } : { kind };
}

/** JSON knows no infinity: an unbounded estimate is null, with the side it lies on. */
function printed(theta: number, se: number) {
  if (Number.isFinite(theta)) return { theta, se };
  if (Number.isNaN(theta)) return { theta: null, se: null, outcome: 'no-answers' };
  return { theta: null, se: null, outcome: theta > 0 ? 'unbounded-high' : 'unbounded-low' };
}

export const score = new Command('score')
  .description('Estimate each person’s ability, with its standard error, from known item parameters.')
  .argument('<file>', 'CSV of scores, as for calibrate')
  .requiredOption('--parameters <file>', 'what irt calibrate --json printed')
  .addOption(new Option('--method <name>', 'estimator').choices(METHODS).default('eap'))
  .option('--json', 'print the abilities as JSON')
  .action(async (file: string, { parameters, method, json }: Options) => {
    const { items, population } = await readParameters(parameters);
    const known = new Map(items.map(({ id, item }) => [id, item]));
    const table = await readResponses(file);
    const { thetas, standardErrors } = scorePersons(
      table.responses,
      itemsOf(table, known, file),
      methodFor(method, population),
    );
    const persons = Array.from(thetas, (theta, i) => printed(theta, standardErrors[i] ?? Number.NaN));
    if (json) {
      print(JSON.stringify({ persons }));
      return;
    }
    persons.forEach(({ theta, se, ...rest }, i) => {
      const said =
        theta === null || se === null
          ? 'outcome' in rest
            ? rest.outcome
            : 'none'
          : `${theta.toFixed(3)} ± ${se.toFixed(3)}`;
      print(`person ${i + 1}: ${said}`);
    });
  });
