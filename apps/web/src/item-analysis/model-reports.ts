import {
  type CalibratedItem,
  type CalibrationProblem,
  calibrate,
  empiricalReliability,
  type GridPoint,
  type ItemTest,
  itemResidualFit,
  normalGrid,
  type ObservedProportion,
  observedProportions,
  type Responses,
  scorePersons,
  standardErrors,
} from '@cairn/psychometrics';
import type { ModelName, ModelReport } from './analysis.ts';
import { type ColumnFacts, columnsOf, curvePersons, rowsOf } from './columns.ts';
import { fitReports } from './fit-reports.ts';
import type { ModelChoice } from './messages.ts';

/** With fewer answers to the middle one of the questions, a slope of each question's own is mostly noise. */
const ANSWERS_FOR_SLOPES = 200;
/** With fewer persons no model is fitted at all. */
const FEWEST_PERSONS = 10;
/** Above that the exact information takes longer than a reader waits, and the cheaper one is as good. */
const PERSONS_FOR_EXACT_ERRORS = 20_000;

/** What the model says of one item; by the item's place in the file. */
export type ModelledItem = {
  readonly parameters: CalibratedItem;
  readonly errors: { readonly a: number | undefined; readonly b: number | undefined };
  readonly fit: ItemTest | undefined;
  readonly infit: number;
  readonly outfit: number;
  readonly observed: readonly ObservedProportion[];
};

export type Modelled =
  | { readonly outcome: 'none'; readonly sentence: string; readonly blocks: readonly (readonly number[])[] }
  | {
      readonly outcome: 'fitted';
      readonly model: ModelReport;
      readonly reliability: number | undefined;
      /** How many persons the tests of fit rest on; 0 if no question could be tested. */
      readonly fitPersons: number;
      readonly items: ReadonlyMap<number, ModelledItem>;
    };

type Tell = (step: string, share?: number) => void;

/** Answers, not persons: of many persons who were asked a question each, no slope can be learned. */
function nameOf(choice: ModelChoice, answers: readonly number[]): ModelName {
  if (choice !== 'automatic') return choice;
  const median = [...answers].sort((one, other) => one - other)[Math.floor(answers.length / 2)] ?? 0;
  return median >= ANSWERS_FOR_SLOPES ? '2pl' : 'rasch';
}

/** Part scores need a model of several steps, with slopes or without. */
const engineName = (name: ModelName, maximum: number) =>
  maximum === 1 ? name : name === 'rasch' ? ('pcm' as const) : ('gpcm' as const);

const none = (sentence: string, blocks: readonly (readonly number[])[] = []): Modelled => ({
  outcome: 'none',
  sentence,
  blocks,
});

export function modelled(
  responses: Responses,
  facts: readonly ColumnFacts[],
  choice: ModelChoice,
  tell: Tell,
): Modelled {
  const usable = facts.flatMap(({ answers, isConstant }, j) => (answers > 0 && !isConstant ? [j] : []));
  if (responses.persons < FEWEST_PERSONS) {
    return none(
      `No model is fitted to ${responses.persons === 1 ? 'one person' : `${responses.persons} persons`}: at least ${FEWEST_PERSONS} are needed.`,
    );
  }
  if (usable.length < 2) return none('No model can be fitted: at least two questions must tell people apart.');
  tell('Fitting the model');
  const name = nameOf(
    choice,
    usable.map((j) => facts[j]?.answers ?? 0),
  );
  const some = columnsOf(responses, usable);
  const model = usable.map((j) => engineName(name, facts[j]?.maximum ?? 1));
  const found = calibrate(some, { model });
  if (found.outcome === 'impossible') return impossible(found.problems, usable);
  const errors = errorsOf(some, found, tell);
  const kept = found.items.flatMap(({ item }, at) => (item ? [{ item, at }] : []));
  if (kept.length < 2) return none('No model can be fitted: at least two questions must tell people apart.');
  const calibrated = columnsOf(
    some,
    kept.map(({ at }) => at),
  );
  const parameters = kept.map(({ item }) => item);
  const { mean, sd } = found.latent[0] ?? { mean: 0, sd: 1 };
  const described = describe(calibrated, parameters, name, normalGrid({ mean, spread: Math.max(0.05, sd) }), tell);
  return {
    outcome: 'fitted',
    model: { name, converged: found.isConverged, iterations: found.iterations, logLikelihood: found.logLikelihood },
    reliability: described.reliability,
    fitPersons: described.fitPersons,
    items: new Map(
      kept.map(({ item, at }, i) => [
        usable[at] ?? at,
        { parameters: item, errors: errors[at] ?? { a: undefined, b: undefined }, ...described.of(i) },
      ]),
    ),
  };
}

function impossible(problems: readonly CalibrationProblem[], usable: readonly number[]): Modelled {
  const blocks = problems.flatMap((problem) =>
    problem.kind === 'disconnected' ? problem.blocks.map((block) => block.map((at) => usable[at] ?? at)) : [],
  );
  const [first] = problems;
  return none(first ? first.message : 'No model can be fitted to these answers.', blocks);
}

type Calibrated = Extract<ReturnType<typeof calibrate>, { outcome: 'calibrated' }>;

function errorsOf(responses: Responses, found: Calibrated, tell: Tell): ModelledItem['errors'][] {
  tell('Computing standard errors');
  const kind = responses.persons > PERSONS_FOR_EXACT_ERRORS ? 'cross-product' : 'observed';
  const errors = standardErrors(responses, found, { kind });
  if (errors.outcome !== 'computed') return [];
  return errors.items.map((one) => {
    const named = (name: string) => {
      const at = one?.names.indexOf(name) ?? -1;
      return one?.standardErrors[at] || undefined; // a slope that the model holds has an error of 0
    };
    return { a: named('a'), b: named('b') };
  });
}

function describe(
  responses: Responses,
  items: readonly CalibratedItem[],
  name: ModelName,
  prior: readonly GridPoint[],
  tell: Tell,
) {
  tell('Estimating abilities');
  const scores = scorePersons(responses, items, { kind: 'eap', prior });
  const reliability = empiricalReliability(scores, 'shrunken');
  tell('Testing the fit');
  const fits = fitReports(responses, items, name, prior);
  const rows = curvePersons(responses.persons);
  const some = rowsOf(responses, rows);
  const thetas = Float64Array.from(rows, (row) => scores.thetas[row] ?? Number.NaN);
  const residuals = itemResidualFit(responses, items, scores.thetas);
  return {
    reliability: Number.isFinite(reliability) ? reliability : undefined,
    fitPersons: fits.tests.some(({ outcome }) => outcome === 'tested') ? fits.persons : 0,
    of: (i: number) => ({
      fit: fits.tests[i],
      infit: residuals[i]?.infit ?? Number.NaN,
      outfit: residuals[i]?.outfit ?? Number.NaN,
      observed: observedProportions(some, items, i, thetas),
    }),
  };
}
