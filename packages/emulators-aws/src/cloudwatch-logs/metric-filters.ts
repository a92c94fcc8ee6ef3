import type { MetricTransformation } from '@aws-sdk/client-cloudwatch-logs';
import type { LogMeasure } from '../cloudwatch/log-measure.ts';
import { type Matched, matchPattern, parsePattern } from './patterns/pattern.ts';
import type { LogEvent, LogGroup, LogsCall, MetricFilter } from './state.ts';

/**
 * Measures what metric filters find in new events; a filter with a default value reports it for batches without a
 * match.
 */
export function feedMetrics(call: LogsCall, group: LogGroup, events: readonly LogEvent[]): void {
  const measures = [...group.metricFilters.values()].flatMap((filter) => measuresOf(filter, events));
  if (measures.length > 0) call.emit('cloudwatch:log-measures', measures);
}

function measuresOf({ pattern: text, transformations }: MetricFilter, events: readonly LogEvent[]): LogMeasure[] {
  const pattern = parsePattern(text);
  const matches = events.flatMap((event) => {
    const matched = matchPattern(pattern, event.message);
    return matched ? [{ event, matched }] : [];
  });
  const [first] = events;
  return transformations.flatMap((transformation) => {
    const { defaultValue } = transformation;
    if (matches.length > 0) return matches.flatMap(({ event, matched }) => measureOf(transformation, event, matched));
    return first && defaultValue !== undefined ? [measure(transformation, first.at, defaultValue, {})] : [];
  });
}

/** Nothing when a field is missing or is no number. */
function measureOf(transformation: MetricTransformation, event: LogEvent, matched: Matched): readonly LogMeasure[] {
  const { metricValue = '', dimensions: selectors = {} } = transformation;
  const value = Number(metricValue.startsWith('$') ? (matched.valueOf(metricValue) ?? Number.NaN) : metricValue);
  if (!Number.isFinite(value)) return [];
  const dimensions: Record<string, string> = {};
  for (const [name, selector] of Object.entries(selectors)) {
    const found = matched.valueOf(selector);
    if (found === undefined) return [];
    dimensions[name] = found;
  }
  return [measure(transformation, event.at, value, dimensions)];
}

const measure = (
  { metricNamespace = '', metricName = '', unit = 'None' }: MetricTransformation,
  at: number,
  value: number,
  dimensions: Readonly<Record<string, string>>,
): LogMeasure => ({ namespace: metricNamespace, metricName, dimensions, value, unit, at });
