import { validation } from '../errors.ts';
import { functionNamed, type Grid, operate } from './functions.ts';
import { type Expression, WORDS } from './parse.ts';
import { mapValue, scalar, type TimeSeries, type Value } from './value.ts';

export interface Surroundings {
  readonly grid: Grid;
  /** The value of another query by its id. Throws ValidationError when there is none. */
  readonly valueOf: (id: string) => Value;
  /** All metrics of the request, for METRICS(). */
  readonly metrics: () => ReadonlyMap<string, TimeSeries>;
}

/** Calculates an expression. Throws ValidationError when it does not fit together. */
export function calculate(expression: Expression, around: Surroundings): Value {
  switch (expression.kind) {
    case 'number':
      return scalar(expression.value);
    case 'text':
      return { kind: 'text', text: expression.text };
    case 'reference':
      return WORDS.has(expression.id) ? { kind: 'text', text: expression.id } : around.valueOf(expression.id);
    case 'list':
      return { kind: 'list', entries: expression.entries.flatMap((entry) => listed(calculate(entry, around))) };
    case 'negation':
      return mapValue(calculate(expression.of, around), (value) => -value);
    case 'operation':
      return operate(expression.operator, calculate(expression.left, around), calculate(expression.right, around));
    case 'call':
      return applied(expression.name, expression.arguments, around);
  }
}

function applied(name: string, given: readonly Expression[], around: Surroundings): Value {
  if (name === 'METRICS') return metricsNamed(given, around);
  return functionNamed(name)(
    given.map((argument) => calculate(argument, around)),
    around.grid,
  );
}

function metricsNamed([part]: readonly Expression[], { metrics }: Surroundings): Value {
  const found = [...metrics()];
  const wanted = part?.kind === 'text' ? part.text : '';
  return { kind: 'list', entries: found.filter(([id]) => id.includes(wanted)).map(([, series]) => series) };
}

function listed(value: Value): readonly TimeSeries[] {
  if (value.kind === 'series') return [value];
  if (value.kind === 'list') return value.entries;
  throw validation('A list in a metric math expression holds time series only.');
}
