import { type GridPoint, normalGrid } from '../grid.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import { checkResponses } from './answered.ts';
import { codedLikelihood } from './coded-likelihood.ts';
import { type AnswerRow, limitsOf, peakStandardError, peakTheta } from './peak-score.ts';
import { posteriorRows } from './posterior-rows.ts';
import type { PeakMethod, PersonScores, ScoringMethod } from './scoring-method.ts';
import { type SumScoreRow, sumScoreTable } from './sum-score.ts';

const emptyScores = (persons: number): PersonScores => ({
  thetas: new Float64Array(persons),
  standardErrors: new Float64Array(persons),
});

function scoreByMean(responses: Responses, items: readonly CalibratedItem[], prior: readonly GridPoint[]) {
  const out = emptyScores(responses.persons);
  posteriorRows(responses, items, prior, (person, mass, total, nodes) => {
    let mean = 0;
    for (let q = 0; q < nodes.length; q += 1) mean += (mass[q] as number) * (nodes[q] as number); // q < nodes
    mean /= total;
    let variance = 0;
    for (let q = 0; q < nodes.length; q += 1) variance += (mass[q] as number) * ((nodes[q] as number) - mean) ** 2;
    out.thetas[person] = mean;
    out.standardErrors[person] = Math.sqrt(variance / total);
  });
  return out;
}

function scoreBySum(responses: Responses, items: readonly CalibratedItem[], prior: readonly GridPoint[]) {
  const out = emptyScores(responses.persons);
  const tables = new Map<string, readonly SumScoreRow[]>();
  for (let person = 0; person < responses.persons; person += 1) {
    const row = responses.scores.subarray(person * items.length, (person + 1) * items.length);
    const form = row.reduce((key, score) => key + (score === NOT_PRESENTED ? '0' : '1'), '');
    const table =
      tables.get(form) ??
      sumScoreTable(
        items.filter((_, i) => form[i] === '1'),
        prior,
      );
    tables.set(form, table);
    const sum = row.reduce((total, score) => (score === NOT_PRESENTED ? total : total + score), 0);
    out.thetas[person] = table[sum]?.theta ?? Number.NaN;
    out.standardErrors[person] = table[sum]?.standardError ?? Number.NaN;
  }
  return out.thetas.some(Number.isNaN) ? withPatterns(out, scoreByMean(responses, items, prior)) : out;
}

/** A sum that the items hold for impossible says nothing; the pattern, however unlikely, says where it is least so. */
function withPatterns({ thetas, standardErrors }: PersonScores, byPattern: PersonScores): PersonScores {
  const own = (values: Float64Array, others: Float64Array) =>
    values.map((value, person) => (Number.isNaN(thetas[person]) ? (others[person] ?? value) : value));
  return { thetas: own(thetas, byPattern.thetas), standardErrors: own(standardErrors, byPattern.standardErrors) };
}

function checkMethod(method: PeakMethod): void {
  const { bounds } = method;
  if (bounds !== undefined && !(bounds.low < bounds.high)) {
    throw new RangeError(`bounds from ${bounds.low} to ${bounds.high} hold no ability`);
  }
  if (method.kind === 'map' && method.spread !== undefined && !(method.spread > 0)) {
    throw new RangeError(`a prior with a spread of ${method.spread}`);
  }
}

const clamp = (theta: number, { bounds }: PeakMethod): number =>
  bounds === undefined ? theta : Math.min(bounds.high, Math.max(bounds.low, theta));

function hasAnswers({ scores, from }: AnswerRow, items: number): boolean {
  for (let i = 0; i < items; i += 1) if (scores[from + i] !== NOT_PRESENTED) return true;
  return false;
}

/** The log-prior at each node under MAP, zeros otherwise: where the search starts. */
function searchGrid(method: PeakMethod): { nodes: Float64Array; logPrior: Float64Array } {
  if (method.kind !== 'map') {
    const nodes = Float64Array.from(normalGrid(), ({ theta }) => theta);
    return { nodes, logPrior: new Float64Array(nodes.length) };
  }
  const grid = normalGrid({ mean: method.mean ?? 0, spread: method.spread ?? 1 });
  return {
    nodes: Float64Array.from(grid, ({ theta }) => theta),
    logPrior: Float64Array.from(grid, ({ weight }) => Math.log(weight)),
  };
}

/** The highest node and, between it and its neighbours, the top of the parabola through the three. */
function highest(values: Float64Array, offsets: Float64Array, nodes: Float64Array): { theta: number; height: number } {
  const heightAt = (q: number) => (values[q] ?? Number.NaN) + (offsets[q] ?? 0);
  let [best, height] = [0, heightAt(0)];
  for (let q = 1; q < nodes.length; q += 1) {
    const next = (values[q] as number) + (offsets[q] as number); // both as long as the grid
    if (next > height) [best, height] = [q, next];
  }
  const [left, right] = [heightAt(best - 1), heightAt(best + 1)];
  const step = (nodes[1] as number) - (nodes[0] as number); // a grid has two nodes or more
  const shift = (left - right) / (2 * (left - 2 * height + right));
  return { theta: (nodes[best] as number) + (Number.isFinite(shift) ? shift * step : 0), height };
}

function scoreByPeak(responses: Responses, items: readonly CalibratedItem[], method: PeakMethod): PersonScores {
  checkMethod(method);
  const out = emptyScores(responses.persons);
  const { nodes, logPrior } = searchGrid(method);
  const likelihood = codedLikelihood(items, nodes);
  const limits = limitsOf(items);
  const logs = new Float64Array(nodes.length);
  for (let person = 0; person < responses.persons; person += 1) {
    const row = { scores: responses.scores, from: person * items.length };
    if (method.kind !== 'map' && !hasAnswers(row, items.length)) {
      out.thetas[person] = Number.NaN;
      out.standardErrors[person] = Number.NaN;
      continue;
    }
    likelihood.fill(responses.scores, row.from, logs);
    const theta = clamp(peakTheta(items, row, method, limits, highest(logs, logPrior, nodes)), method);
    out.thetas[person] = theta;
    out.standardErrors[person] = Number.isFinite(theta)
      ? peakStandardError(theta, items, row, method)
      : Number.POSITIVE_INFINITY;
  }
  return out;
}

/**
 * Scores every row. Not presented answers are left out; row weights are ignored, since they change no person's score.
 *
 * @param responses persons × items, scores 0 … maximum of the item
 * @param items     in the order of the columns
 * @param method    see `ScoringMethod`; EAP under N(0, 1) by default
 * @returns         abilities and standard errors in logits, in the order of the rows
 * @throws          RangeError for responses to other items than these, empty bounds, or a spread that is not positive
 */
export function scorePersons(
  responses: Responses,
  items: readonly CalibratedItem[],
  method: ScoringMethod = { kind: 'eap' },
): PersonScores {
  checkResponses(responses, items);
  switch (method.kind) {
    case 'eap':
      return scoreByMean(responses, items, method.prior ?? normalGrid());
    case 'eap-sum':
      return scoreBySum(responses, items, method.prior ?? normalGrid());
    default:
      return scoreByPeak(responses, items, method);
  }
}
