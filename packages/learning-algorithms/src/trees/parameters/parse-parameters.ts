import { nearestName } from '@cairn/kernel';
import { METRICS, type MetricName } from '../evaluation/metrics.ts';
import {
  type BoostingParameters,
  isMulticlass,
  type Monotonicity,
  OBJECTIVES,
  type Objective,
} from './boosting-parameters.ts';

export type ParsedParameters =
  | { readonly outcome: 'parameters'; readonly parameters: BoostingParameters }
  /** One sentence each. */
  | { readonly outcome: 'faults'; readonly messages: readonly string[] };

type Range = {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: true;
  /** `least` itself is too little. */
  readonly isOpen?: true;
};

const INF = Number.POSITIVE_INFINITY;
const SHARE: Range = { least: 0, most: 1, isOpen: true };
const AMOUNT: Range = { least: 0, most: INF };

const NUMBERS = {
  num_class: { least: 2, most: 1000, isWhole: true },
  num_round: { least: 1, most: 100_000, isWhole: true },
  max_depth: { least: 1, most: 24, isWhole: true },
  eta: SHARE,
  gamma: AMOUNT,
  lambda: AMOUNT,
  alpha: AMOUNT,
  min_child_weight: AMOUNT,
  max_delta_step: AMOUNT,
  subsample: SHARE,
  colsample_bytree: SHARE,
  colsample_bylevel: SHARE,
  scale_pos_weight: { least: 0, most: INF, isOpen: true },
  max_bin: { least: 2, most: 256, isWhole: true },
  base_score: { least: -INF, most: INF },
  early_stopping_rounds: { least: 1, most: 100_000, isWhole: true },
  seed: { least: 0, most: 2 ** 32 - 1, isWhole: true },
} as const satisfies Record<string, Range>;

type NumberName = keyof typeof NUMBERS;

/** Other names that XGBoost itself accepts. */
const ALIASES: Readonly<Record<string, string>> = {
  learning_rate: 'eta',
  min_split_loss: 'gamma',
  reg_lambda: 'lambda',
  reg_alpha: 'alpha',
  num_boost_round: 'num_round',
  random_state: 'seed',
};

/** Parameters that change nothing here, with the values that say what is done anyway. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  booster: ['gbtree'],
  tree_method: ['auto', 'hist'],
  grow_policy: ['depthwise'],
};
const IGNORED = new Set(['nthread', 'n_jobs', 'verbosity', 'silent', 'verbose', 'csv_weights']);
const TEXTS = ['objective', 'eval_metric', 'monotone_constraints'];
const KNOWN = [...Object.keys(NUMBERS), ...Object.keys(ALIASES), ...Object.keys(GIVEN), ...TEXTS];

const DEFAULTS = {
  num_round: 10,
  max_depth: 6,
  eta: 0.3,
  gamma: 0,
  lambda: 1,
  alpha: 0,
  min_child_weight: 1,
  subsample: 1,
  colsample_bytree: 1,
  colsample_bylevel: 1,
  scale_pos_weight: 1,
  max_bin: 256,
  base_score: 0.5,
  seed: 0,
};

const DEFAULT_METRIC: Readonly<Record<Objective, MetricName>> = {
  'binary:logistic': 'logloss',
  'reg:squarederror': 'rmse',
  'count:poisson': 'poisson-nloglik',
  'multi:softprob': 'mlogloss',
  'multi:softmax': 'mlogloss',
};

const quoted = (value: unknown) => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));

/** Numbers may come as text, as SageMaker sends them. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

function describeRange({ least, most, isWhole, isOpen }: Range): string {
  const kind = isWhole ? 'a whole number' : 'a number';
  if (least === -INF) return kind;
  const low = isOpen ? `greater than ${least}` : `at least ${least}`;
  return most === INF ? `${kind} ${low}` : `${kind} ${low} and at most ${most}`;
}

function numberFault(name: NumberName, value: unknown): string | undefined {
  const range: Range = NUMBERS[name];
  const number = numberOf(value);
  const isInside = number >= range.least && number <= range.most && !(range.isOpen && number === range.least);
  if (Number.isFinite(number) && isInside && (!range.isWhole || Number.isInteger(number))) return undefined;
  return `${name} must be ${describeRange(range)}, but is ${quoted(value)}.`;
}

function unknownFault(name: string): string {
  const near = nearestName(name, KNOWN);
  return `${name} is no parameter of this algorithm${near === undefined ? '' : `; do you mean ${near}`}.`;
}

function objectiveFault(value: unknown): string | undefined {
  if (OBJECTIVES.some((objective) => objective === value)) return undefined;
  return `objective must be one of ${OBJECTIVES.join(', ')}, but is ${quoted(value)}.`;
}

/** `auc,logloss`, `["auc"]` or an array. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const text = String(value).trim();
  const inner = text.replace(/^[[(]/, '').replace(/[\])]$/, '');
  return inner.trim() === '' ? [] : inner.split(',').map((part) => part.trim().replace(/^["']|["']$/g, ''));
}

function metricFault(value: unknown): string | undefined {
  const wrong = listOf(value).find((name) => !METRICS.some((metric) => metric === name));
  if (wrong === undefined) return undefined;
  return `eval_metric must be of ${METRICS.join(', ')}, but has ${quoted(wrong)}.`;
}

function constraintFault(value: unknown): string | undefined {
  const wrong = listOf(value).find((sign) => ![-1, 0, 1].includes(numberOf(sign)));
  if (wrong === undefined) return undefined;
  return `monotone_constraints must be a list of -1, 0 and 1, one a feature, but has ${quoted(wrong)}.`;
}

function faultOf(name: string, value: unknown): string | undefined {
  if (name in NUMBERS) return numberFault(name as NumberName, value); // just looked up
  if (name === 'objective') return objectiveFault(value);
  if (name === 'eval_metric') return metricFault(value);
  if (name === 'monotone_constraints') return constraintFault(value);
  const given = GIVEN[name];
  if (given === undefined) return IGNORED.has(name) ? undefined : unknownFault(name);
  return given.includes(String(value)) ? undefined : `${name} must be ${given.join(' or ')}, but is ${quoted(value)}.`;
}

function togetherFaults(parameters: BoostingParameters, hasClasses: boolean): string[] {
  const { objective, base_score, eval_metric } = parameters;
  const faults: string[] = [];
  if (isMulticlass(objective) && !hasClasses) faults.push(`num_class is needed for ${objective}.`);
  if (objective === 'binary:logistic' && !(base_score > 0 && base_score < 1)) {
    faults.push(`base_score must lie between 0 and 1 for ${objective}, but is ${base_score}.`);
  }
  if (objective === 'count:poisson' && base_score <= 0) {
    faults.push(`base_score must be greater than 0 for ${objective}, but is ${base_score}.`);
  }
  const odd = eval_metric.find((metric) => !fitsObjective(metric, objective));
  if (odd !== undefined) faults.push(`eval_metric ${odd} does not fit ${objective}.`);
  return faults;
}

function fitsObjective(metric: MetricName, objective: Objective): boolean {
  if (metric === 'mlogloss' || metric === 'merror') return isMulticlass(objective);
  if (isMulticlass(objective)) return false;
  if (metric === 'poisson-nloglik') return objective === 'count:poisson';
  return metric === 'rmse' || metric === 'mae' || objective === 'binary:logistic';
}

function parametersOf(entries: ReadonlyMap<string, unknown>): BoostingParameters {
  const number = (name: NumberName) => (entries.has(name) ? numberOf(entries.get(name)) : undefined);
  // Each text was checked against its list before.
  const objective = (entries.get('objective') ?? 'reg:squarederror') as Objective;
  const given = Object.fromEntries(
    Object.keys(DEFAULTS).flatMap((name) => {
      const value = number(name as NumberName); // every default is a number's
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const metrics = listOf(entries.get('eval_metric') ?? []) as MetricName[];
  return {
    ...DEFAULTS,
    ...given,
    objective,
    num_class: isMulticlass(objective) ? (number('num_class') ?? 1) : 1,
    max_delta_step: number('max_delta_step') ?? (objective === 'count:poisson' ? Math.fround(0.7) : 0),
    early_stopping_rounds: number('early_stopping_rounds'),
    eval_metric: metrics.length > 0 ? metrics : [DEFAULT_METRIC[objective]],
    monotone_constraints: listOf(entries.get('monotone_constraints') ?? []).map(numberOf) as Monotonicity[],
  };
}

/**
 * Parameters from names and values as XGBoost or SageMaker take them; numbers may be text.
 *
 * @param raw as in `{ objective: 'binary:logistic', num_round: '100', max_depth: 6 }`
 */
export function parseBoostingParameters(raw: Readonly<Record<string, unknown>>): ParsedParameters {
  const entries = new Map(Object.entries(raw).map(([name, value]) => [ALIASES[name] ?? name, value]));
  const messages = [...entries].flatMap(([name, value]) => faultOf(name, value) ?? []);
  if (messages.length > 0) return { outcome: 'faults', messages };
  const parameters = parametersOf(entries);
  const together = togetherFaults(parameters, entries.has('num_class'));
  return together.length > 0 ? { outcome: 'faults', messages: together } : { outcome: 'parameters', parameters };
}
