import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { AdaptiveDefinition, ExposureControl } from './adaptive-test.ts';
import { type BankStructure, bankStructure, fullLength } from './bank-structure.ts';
import { type BankTables, bankTables } from './bank-tables.ts';
import { needsLogarithms } from './criteria.ts';
import { feasibilityFaults, valueFaults } from './definition-faults.ts';

/** A definition that was found feasible, with its tables. Make it once, use it for every step of every person. */
export type PreparedTest = {
  readonly definition: AdaptiveDefinition;
  readonly calibrations: readonly CalibratedItem[];
  readonly tables: BankTables;
  readonly prior: Float64Array;
  readonly structure: BankStructure;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly control: ControlTables | undefined;
  /** Length of the shadow tests: the maximum, or less if the bank holds no longer test within the limits. */
  readonly fullLength: number;
};

/** Eligibility control by place in the bank. */
export type ControlTables = {
  /** The items that not everybody may see, in the order of the bank, with a probability for each cell of ability. */
  readonly restricted: readonly { readonly index: number; readonly probabilities: readonly number[] }[];
  readonly prices: Float64Array;
};

export type Preparation =
  | { readonly outcome: 'ready'; readonly test: PreparedTest }
  /** Sentences: what is wrong, where, and what to do. */
  | { readonly outcome: 'impossible'; readonly reasons: readonly string[] };

function controlTables({ items, exposure }: AdaptiveDefinition): ControlTables | undefined {
  if (exposure?.kind !== 'eligibility') return undefined;
  const { probabilities, prices } = exposure;
  const restricted = items.flatMap(({ id }, index) => {
    const row = probabilities[id];
    return row?.some((probability) => probability < 1) ? [{ index, probabilities: row }] : [];
  });
  return { restricted, prices: Float64Array.from(items, ({ id }) => prices?.[id] ?? 0) };
}

/**
 * Checks a definition and computes its tables: about 20 ms for 1,000 items, then some 0.05 ms a step.
 *
 * @returns `impossible` with every reason found, for bad values as for limits that no test can meet together
 */
export function prepareAdaptive(definition: AdaptiveDefinition): Preparation {
  const bad = valueFaults(definition);
  if (bad.length > 0) return { outcome: 'impossible', reasons: bad };
  const structure = bankStructure(definition);
  const reasons = feasibilityFaults(definition, structure);
  if (reasons.length > 0) return { outcome: 'impossible', reasons };
  const calibrations = definition.items.map(({ calibration }) => calibration);
  const thetas = definition.prior.map(({ theta }) => theta);
  const test = {
    definition,
    calibrations,
    tables: bankTables(calibrations, thetas, needsLogarithms(definition.criterion ?? 'information')),
    prior: Float64Array.from(definition.prior, ({ weight }) => weight),
    structure,
    control: controlTables(definition),
    indexOf: new Map(definition.items.map(({ id }, index) => [id, index])),
    fullLength: fullLength(structure, definition.stopping.maximumItems) ?? 0,
  };
  return { outcome: 'ready', test };
}

/** The same test under another control, without computing its tables again. */
export function withExposure(test: PreparedTest, exposure: ExposureControl): PreparedTest {
  const definition = { ...test.definition, exposure };
  return { ...test, definition, control: controlTables(definition) };
}

/**
 * For definitions that a program wrote itself.
 *
 * @throws RangeError with the reasons if the definition is impossible
 */
export function getPreparedTest(definition: AdaptiveDefinition): PreparedTest {
  const preparation = prepareAdaptive(definition);
  if (preparation.outcome === 'ready') return preparation.test;
  throw new RangeError(preparation.reasons.join(' '));
}
