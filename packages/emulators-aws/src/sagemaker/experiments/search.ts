import type { Filter, SearchExpression } from '@aws-sdk/client-sagemaker';
import { notSupported, validation } from '../errors.ts';
import type { TrainingJob, TrialComponent } from '../jobs-state.ts';

/** What can be searched, with its properties by the names that search expressions use. */
export interface Searchable {
  readonly record: object;
  /** Undefined when the record has no such property. */
  property(name: string): string | number | boolean | Date | undefined;
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

function plain(value: unknown): string | number | boolean | Date | undefined {
  if (value instanceof Date) return value;
  return ['string', 'number', 'boolean'].includes(typeof value) ? (value as string | number | boolean) : undefined;
}

/** A property by its path; names of hyperparameters and metrics may themselves hold dots and colons. */
function byPath(record: object, path: string): string | number | boolean | Date | undefined {
  return plain(path.split('.').reduce<unknown>(member, record));
}

export function searchableTraining(job: TrainingJob, tags: readonly { Key?: string; Value?: string }[]): Searchable {
  const Tags = tags.map((tag) => ({ ...tag }));
  return {
    record: { ...job, Tags },
    property: (name) => {
      const [, group, rest = ''] = /^(HyperParameters|Metrics|Tags)\.(.+)$/s.exec(name) ?? [];
      if (group === 'HyperParameters') return job.HyperParameters?.[rest];
      if (group === 'Tags') return tags.find(({ Key }) => Key === rest)?.Value;
      if (group === 'Metrics') return job.FinalMetricDataList?.find(({ MetricName }) => MetricName === rest)?.Value;
      return byPath(job, name);
    },
  };
}

export function searchableComponent(
  component: TrialComponent,
  parents: readonly { TrialName: string; ExperimentName: string }[],
): Searchable {
  return {
    record: { ...component, Parents: parents },
    property: (name) => {
      const [, parameter] = /^Parameters\.(.+)$/s.exec(name) ?? [];
      if (parameter !== undefined) {
        const value = component.Parameters?.[parameter];
        return value?.NumberValue ?? value?.StringValue;
      }
      const [, metric = '', figure = ''] = /^Metrics\.(.+)\.(\w+)$/s.exec(name) ?? [];
      const found = component.Metrics?.find(({ MetricName }) => MetricName === metric);
      if (found) return plain(Object.entries(found).find(([key]) => key.toLowerCase() === figure.toLowerCase())?.[1]);
      if (name === 'Parents.TrialName') return parents[0]?.TrialName;
      return name === 'Parents.ExperimentName' ? parents[0]?.ExperimentName : byPath(component, name);
    },
  };
}

type Property = ReturnType<Searchable['property']>;

/** Both sides as numbers where both are, as instants where one is, else as texts. */
function sides(property: Exclude<Property, undefined>, value: string): readonly [number | string, number | string] {
  if (property instanceof Date) return [property.getTime(), Date.parse(value)];
  const [left, right] = [Number(property), Number(value)];
  const areNumbers =
    String(property).trim() !== '' && !Number.isNaN(left) && value.trim() !== '' && !Number.isNaN(right);
  return areNumbers ? [left, right] : [String(property), value];
}

type Compare = (left: number | string, right: number | string) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  Equals: (a, b) => a === b,
  NotEquals: (a, b) => a !== b,
  GreaterThan: (a, b) => a > b,
  GreaterThanOrEqualTo: (a, b) => a >= b,
  LessThan: (a, b) => a < b,
  LessThanOrEqualTo: (a, b) => a <= b,
};

function filterHolds(found: Searchable, { Name = '', Operator = 'Equals', Value = '' }: Filter): boolean {
  const property = found.property(Name);
  if (Operator === 'Exists') return property !== undefined;
  if (Operator === 'NotExists') return property === undefined;
  if (property === undefined) return Operator === 'NotEquals';
  const text = property instanceof Date ? property.toISOString() : String(property);
  if (Operator === 'Contains') return text.includes(Value);
  if (Operator === 'In') return Value.split(',').includes(text);
  const compare = COMPARISONS[Operator];
  if (!compare) throw validation(`The operator ${Operator} is unknown.`);
  return compare(...sides(property, Value));
}

/** Whether a record meets an expression; one without conditions is met by all. */
export function expressionHolds(found: Searchable, expression: SearchExpression | undefined): boolean {
  const { Filters = [], SubExpressions = [], NestedFilters, Operator = 'And' } = expression ?? {};
  if (NestedFilters) throw notSupported('Search with NestedFilters');
  const results = [
    ...Filters.map((filter) => filterHolds(found, filter)),
    ...SubExpressions.map((inner) => expressionHolds(found, inner)),
  ];
  return Operator === 'Or' && results.length > 0 ? results.some(Boolean) : results.every(Boolean);
}
