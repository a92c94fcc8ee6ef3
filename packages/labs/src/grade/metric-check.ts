import { columnIndex, type Slice } from '../datasets/table.ts';
import type { MetricCheck } from '../lab/checks-schema.ts';
import { search } from '../query/jmespath.ts';
import type { RunContext } from '../run/context.ts';
import { batchesOf, sendCall } from '../run/run-calls.ts';
import { parseExpression, walk } from '../value/expression.ts';
import { readText, Unreadable } from './decode.ts';
import type { CheckOutcome } from './grade.ts';
import { metricOf } from './metrics.ts';

/** Asks for predictions and measures them. @throws CloudError, LabFault, Unreadable */
export async function checkMetric(
  check: MetricCheck,
  context: RunContext,
): Promise<{ outcome: CheckOutcome; observed: number }> {
  const all = context.datasets.slice(check.dataset, check.part);
  const rows = all.rows.slice(0, check.limit);
  const place = columnIndex(all, check.label);
  const truths = rows.map((row) => Number(row[place]));
  const scores = await predictions(check, { columns: all.columns, rows }, context);
  if (scores.length !== truths.length) {
    throw new Unreadable(`${scores.length} predictions came back for ${truths.length} rows`);
  }
  const value = metricOf(check.metric, scores, truths, check.threshold);
  return { outcome: verdict(check, value), observed: value };
}

function verdict({ metric, message, atLeast, atMost }: MetricCheck, value: number): CheckOutcome {
  const isGood = (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
  if (isGood) return { outcome: 'passed' };
  const wish = [
    atLeast === undefined ? '' : `at least ${atLeast}`,
    atMost === undefined ? '' : `at most ${atMost}`,
  ].filter(Boolean);
  return { outcome: 'failed', message, observed: `${metric} is ${value.toFixed(4)}, not ${wish.join(' and ')}` };
}

async function predictions(check: MetricCheck, slice: Slice, context: RunContext): Promise<number[]> {
  const isBatched = [...walk(parseExpression(check.input))].some(({ kind }) => kind === 'batch' || kind === 'rows');
  const scores: number[] = [];
  for (const batch of batchesOf(slice, isBatched ? check.batch : slice.rows.length)) {
    const output = await sendCall(check.call, check, { ...context, batch });
    scores.push(...scoresIn(output, check));
  }
  return scores;
}

function scoresIn(output: unknown, { scores: { path, format, each } }: MetricCheck): number[] {
  const body = readText(search(path, output), format, path);
  const found = each === undefined ? body : search(each, body);
  const values = [found].flat(3).map((value) => (value === null || value === '' ? Number.NaN : Number(value)));
  const odd = values.findIndex(Number.isNaN);
  if (odd !== -1) throw new Unreadable(`prediction ${odd + 1} in ${path} is not a number`);
  return values;
}
