import type { MetricDataQuery, MetricStat } from '@aws-sdk/client-cloudwatch';
import { invalidCombination, invalidValue, missingParameter, notSupported, validation } from './errors.ts';
import { calculate } from './math/calculate.ts';
import { type Expression, parseExpression, referencesOf } from './math/parse.ts';
import type { TimeSeries, Value } from './math/value.ts';
import { checkPeriod, startsOf } from './periods.ts';
import { metricName, read, type Stretch } from './series.ts';
import type { CloudWatchState } from './state.ts';
import { statisticReader } from './statistics.ts';

const ID = /^[a-z][a-zA-Z0-9_]*$/;
const MOST_QUERIES = 500;

/** Checked queries of a request or an alarm. */
export interface QueryPlan {
  readonly queries: readonly PlannedQuery[];
  /** The longest period named: what expressions are calculated by. */
  readonly periodSeconds: number;
}

export type PlannedQuery = Planned &
  (
    | { readonly kind: 'metric'; readonly stat: MetricStat; readonly periodSeconds: number }
    | { readonly kind: 'expression'; readonly text: string; readonly tree: Expression }
  );

interface Planned {
  readonly id: string;
  readonly label: string | undefined;
  readonly isReturned: boolean;
}

/** Checks queries and reads their expressions. Throws ValidationError and its kin; `place` names the list in errors. */
export function planQueries(queries: readonly MetricDataQuery[], place: string): QueryPlan {
  if (queries.length > MOST_QUERIES) {
    throw invalidValue(`The collection ${place} must not have a size greater than ${MOST_QUERIES}.`);
  }
  const planned = queries.map((query, index) => plannedQuery(query, `${place}.member.${index + 1}`));
  const ids = new Set<string>();
  for (const { id } of planned) {
    if (ids.has(id)) throw validation(`The values for parameter id in ${place} are not unique: ${id}.`);
    ids.add(id);
  }
  checkReferences(planned);
  const periods = planned.flatMap((query) => (query.kind === 'metric' ? [query.periodSeconds] : []));
  const given = queries.flatMap(({ Period }) => Period ?? []);
  return { queries: planned, periodSeconds: Math.max(...periods, ...given, 1) };
}

function plannedQuery(query: MetricDataQuery, place: string): PlannedQuery {
  const { Id: id = '', Expression: text, MetricStat: stat, Label: label, ReturnData: isReturned = true } = query;
  if (!ID.test(id)) {
    throw validation(`The value ${id} for parameter ${place}.Id is not matching the expected pattern ${ID.source}.`);
  }
  if (query.AccountId !== undefined) throw notSupported('AccountId in a metric data query');
  const common = { id, label, isReturned };
  if (text !== undefined && stat !== undefined) {
    throw invalidCombination(
      `The parameters ${place}.Expression and ${place}.MetricStat are mutually exclusive and you have specified both.`,
    );
  }
  if (stat) return { ...common, kind: 'metric', ...metricPart(stat, place) };
  if (text === undefined) {
    throw missingParameter(`Either ${place}.Expression or ${place}.MetricStat must be specified.`);
  }
  if (/^\s*SELECT\b/i.test(text)) throw notSupported('A Metrics Insights query (SELECT)');
  return { ...common, kind: 'expression', text, tree: parseExpression(text) };
}

function metricPart(stat: MetricStat, place: string): { readonly stat: MetricStat; readonly periodSeconds: number } {
  const { Period: periodSeconds = 0, Stat = '', Metric: metric } = stat;
  checkPeriod(periodSeconds, `${place}.MetricStat.Period`);
  statisticReader(Stat);
  if (!metric?.MetricName || !metric.Namespace) {
    throw missingParameter(`The parameters ${place}.MetricStat.Metric.Namespace and MetricName are required.`);
  }
  return { stat, periodSeconds };
}

/** Throws ValidationError when an expression names an id that is not there, or depends on itself. */
function checkReferences(queries: readonly PlannedQuery[]): void {
  const byId = new Map(queries.map((query) => [query.id, query]));
  for (const query of queries) visit(query, byId, new Set(), []);
}

function visit(
  query: PlannedQuery,
  byId: ReadonlyMap<string, PlannedQuery>,
  settled: Set<string>,
  trail: readonly string[],
): void {
  if (query.kind === 'metric' || settled.has(query.id)) return;
  const path = [...trail, query.id];
  if (trail.includes(query.id)) throw validation(`Circular reference in the expressions: ${path.join(' → ')}.`);
  for (const id of referencesOf(query.tree)) {
    const named = byId.get(id);
    if (!named) throw validation(`Error in expression '${query.text}': the id ${id} is not among the queries.`);
    visit(named, byId, settled, path);
  }
  settled.add(query.id);
}

/** Calculates queries over a time; `stretchOf` says which periods a query of a given period covers. */
export class QueryRun {
  readonly #state: CloudWatchState;
  readonly #now: number;
  readonly #plan: QueryPlan;
  readonly #stretchOf: (periodSeconds: number) => Stretch;
  readonly #values = new Map<string, Value>();

  constructor(state: CloudWatchState, now: number, plan: QueryPlan, stretchOf: (periodSeconds: number) => Stretch) {
    this.#state = state;
    this.#now = now;
    this.#plan = plan;
    this.#stretchOf = stretchOf;
  }

  /** The series of a query. Throws ValidationError for an expression that gives a single number. */
  seriesOf(query: PlannedQuery): readonly TimeSeries[] {
    const value = this.#valueOf(query);
    if (value.kind === 'list') return value.entries;
    if (value.kind === 'series') return [{ ...value, label: query.label ?? labelOf(query) }];
    throw validation(
      `Error in expression '${query.id}' [The expression must return a time series or an array of time series].`,
    );
  }

  #valueOf(query: PlannedQuery): Value {
    const known = this.#values.get(query.id);
    if (known) return known;
    const value = query.kind === 'metric' ? this.#metric(query) : this.#expression(query.tree);
    this.#values.set(query.id, value);
    return value;
  }

  #metric(query: PlannedQuery & { readonly kind: 'metric' }): TimeSeries {
    const { Metric: metric, Stat = '', Unit } = query.stat;
    const name = metricName(metric?.Namespace ?? '', metric?.MetricName ?? '', metric?.Dimensions);
    const points = statisticPoints(this.#state, this.#now, { name, Unit, Stat }, this.#stretchOf(query.periodSeconds));
    return { kind: 'series', label: query.label ?? name.name, periodSeconds: query.periodSeconds, points };
  }

  #expression(tree: Expression): Value {
    const { queries, periodSeconds } = this.#plan;
    return calculate(tree, {
      grid: { starts: startsOf(this.#stretchOf(periodSeconds)), periodSeconds },
      valueOf: (id) => {
        const named = queries.find((query) => query.id === id);
        if (!named) throw validation(`The id ${id} is not among the queries.`);
        return this.#valueOf(named);
      },
      metrics: () =>
        new Map(
          queries.flatMap((query) => (query.kind === 'metric' ? [[query.id, this.#metric(query)] as const] : [])),
        ),
    });
  }
}

const labelOf = (query: PlannedQuery): string =>
  query.kind === 'metric' ? (query.stat.Metric?.MetricName ?? query.id) : query.id;

type Wanted = {
  readonly name: ReturnType<typeof metricName>;
  readonly Unit: MetricStat['Unit'];
  readonly Stat: string;
};

/** A statistic of a metric by period; periods without data are left out. */
function statisticPoints(
  state: CloudWatchState,
  now: number,
  { name, Unit, Stat }: Wanted,
  stretch: Stretch,
): ReadonlyMap<number, number> {
  const statistic = statisticReader(Stat);
  const points = new Map<number, number>();
  for (const [start, bucket] of read(state, now, name, Unit, stretch)) {
    const value = statistic(bucket);
    if (value !== undefined) points.set(start, value);
  }
  return points;
}
