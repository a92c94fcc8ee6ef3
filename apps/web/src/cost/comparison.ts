import {
  breakEvenMonth,
  breakEvenUplift,
  type Catalog,
  type CostTerms,
  type PathCost,
  type PathInputs,
  pathCost,
  pathInputs,
  type Scenario,
} from '@cairn/catalog';
import type { Day } from '@cairn/kernel';
import type { CostState } from './cost-search.ts';

export type Computed = {
  readonly outcome: 'computed';
  readonly codes: readonly string[];
  /** Distinct also when two paths hold the same exams. */
  readonly name: string;
  readonly inputs: PathInputs;
  readonly cost: PathCost;
  /** Undefined: no gain could pay it back within the view. */
  readonly neededUsd: number | undefined;
  readonly atUplift: ReturnType<typeof breakEvenMonth> | undefined;
  readonly scenarioAt: (years: number) => Scenario;
};

export type Refused = {
  readonly outcome: 'refused';
  readonly codes: readonly string[];
  readonly sentence: string;
  readonly equivalents: readonly string[];
};

export type Comparison = readonly (Computed | Refused)[];

const LETTERS = 'ABCD';

/** Every path with what it costs; one that cannot be computed says why, and the others stand. */
export function compareCosts(
  catalog: Catalog,
  { paths, terms, upliftUsd, taxShare }: CostState,
  measured: CostTerms['measured'],
  today: Day,
): Comparison {
  const full: CostTerms = { ...terms, measured, today };
  return paths.map((codes, index) => {
    const found = pathInputs(catalog, codes, full);
    if (found.outcome === 'refused') return { ...found, codes };
    const { scenario } = found.inputs;
    return {
      outcome: 'computed',
      codes,
      name: paths.length === 1 ? codes.join(' → ') : `${LETTERS[index] ?? ''}: ${codes.join(' → ')}`,
      inputs: found.inputs,
      cost: pathCost(scenario),
      neededUsd: breakEvenUplift(scenario, { taxShare }),
      atUplift: upliftUsd === undefined ? undefined : breakEvenMonth(scenario, upliftUsd, { taxShare }),
      scenarioAt: (years) => {
        const other = pathInputs(catalog, codes, { ...full, years });
        return other.outcome === 'inputs' ? other.inputs.scenario : scenario;
      },
    };
  });
}

export const isComputed = (one: Computed | Refused): one is Computed => one.outcome === 'computed';
