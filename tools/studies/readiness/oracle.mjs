import { seededRng } from '@cairn/kernel';
import { abilityAt, candidateOf, DOMAINS, LATENTS, learnedBy, SCORED, trueChance, WEIGHTS, WORLD } from './truth.mjs';

/**
 * The best that anybody could say from the same answers: Bayes' rule with the world's own process, by importance
 * sampling over the latent numbers of a candidate. Two of them: one sees of the bank what an author sees, the ratings
 * and how far they err; the other knows each question's true curve and the bank's shift.
 */
const LOW = -7;
const STEP = 0.05;
const CELLS = 281;
const PARTICLES = 2000;

const cellOf = (theta) => Math.min(CELLS - 1, Math.max(0, Math.round((theta - LOW) / STEP)));

/** A chance by ability, and the logarithms of it and of its opposite. */
function tableOf(chance) {
  const p = Float64Array.from({ length: CELLS }, (_, k) => chance(LOW + k * STEP));
  return { p, right: p.map(Math.log), wrong: p.map((value) => Math.log1p(-value)) };
}

/** Gauss–Hermite, seven points: a standard normal, and the share of each. */
const DEVIATES = [-3.750439718, -2.366759411, -1.154405395, 0, 1.154405395, 2.366759411, 3.750439718];
const SHARES = [0.000548269, 0.030757124, 0.240123179, 0.457142857, 0.240123179, 0.030757124, 0.000548269];

/** A rated question whose error and slope are not known: its chance averaged over both. */
function averagedTable({ rating, c }) {
  const core = (rating - c) / (1 - WORLD.slip - c);
  const items = DEVIATES.flatMap((slope, i) =>
    DEVIATES.map((error, j) => {
      const a = Math.exp(WORLD.slopeLogSd * slope);
      const b = Math.log(1 / core - 1) / a + WORLD.itemErrorSd * error;
      return { share: SHARES[i] * SHARES[j], item: { a, b, c, loading: 0 } };
    }),
  );
  return tableOf((theta) => items.reduce((sum, { share, item }) => sum + share * trueChance(item, theta, 0), 0));
}

const averaged = new Map();
function averagedFor(item) {
  const name = `${item.c}:${item.rating.toFixed(2)}`;
  if (!averaged.has(name)) averaged.set(name, averagedTable({ c: item.c, rating: Number(item.rating.toFixed(2)) }));
  return averaged.get(name);
}

const exact = new WeakMap();
function exactFor(item) {
  const known = exact.get(item) ?? tableOf((theta) => trueChance({ ...item, loading: 0 }, theta, 0));
  exact.set(item, known);
  return known;
}

/** Zelen & Severo's approximation (Abramowitz & Stegun 26.2.17): error below 7.5e-8. */
function normalShare(z) {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - tail : tail;
}

/** P(margin ≥ 0) on an official form, by a normal distribution, tabulated by ability a domain. */
export function officialMargin(official) {
  const moments = (items, theta, trait) => {
    const margins = items.map((item) => ({ p: trueChance(item, theta, trait), r: trueChance(item, 0, 0) }));
    const mean = margins.reduce((sum, { p, r }) => sum + p - r, 0) / items.length;
    const variance = margins.reduce((sum, { p, r }) => sum + p * (1 - p) + (p - r - mean) ** 2, 0) / items.length;
    return [mean, variance];
  };
  const total = WEIGHTS.reduce((a, b) => a + b, 0);
  const traits = Array.from({ length: 33 }, (_, k) => -4 + k * 0.25);
  const tables = official.map((items) =>
    traits.map((trait) => Array.from({ length: 113 }, (_, k) => moments(items, -7 + k * 0.125, trait))),
  );
  return (thetas, trait) => {
    let [mean, variance] = [0, 0];
    const t = Math.min(32, Math.max(0, Math.round((trait + 4) / 0.25)));
    thetas.forEach((theta, d) => {
      const place = Math.min(111.999, Math.max(0, (theta + 7) / 0.125));
      const [left, right] = [tables[d][t][Math.floor(place)], tables[d][t][Math.floor(place) + 1]];
      const share = place - Math.floor(place);
      const questions = Math.round((SCORED * WEIGHTS[d]) / total);
      mean += questions * (left[0] + share * (right[0] - left[0]));
      variance += questions * (left[1] + share * (right[1] - left[1]));
    });
    return normalShare(mean / Math.sqrt(variance));
  };
}

/** Answers that share a domain and a moment share an ability. */
function groupsOf({ schedule, answers }, tables) {
  const groups = new Map();
  answers.forEach(({ session, item, idle, known, right }, i) => {
    const name = `${session}:${item.domain}:${idle}`;
    const learned = learnedBy(schedule, schedule.sessions[session].day);
    const group = groups.get(name) ?? { domain: item.domain, learned, idle, answers: [] };
    group.answers.push({ table: tables[i], loading: item.loading, known, right });
    groups.set(name, group);
  });
  return [...groups.values()];
}

function logChance({ table, known, right }, cell) {
  if (!right) return Math.log1p(-known) + table.wrong[cell];
  return known === 0 ? table.right[cell] : Math.log(known + (1 - known) * table.p[cell]);
}

function logLikelihoodOf(person, tables, shift) {
  const groups = groupsOf(person, tables);
  return (z) => {
    const candidate = candidateOf(z);
    let sum = 0;
    for (const { domain, learned, idle, answers } of groups) {
      const theta = abilityAt(candidate, domain, learned, idle) - shift;
      const plain = cellOf(theta);
      const loaded = cellOf(theta + WORLD.traitLoading * candidate.trait);
      for (const answer of answers) sum += logChance(answer, answer.loading === 0 ? plain : loaded);
    }
    return sum;
  };
}

const prior = (z) => z.reduce((sum, x) => sum - (x * x) / 2, 0);

/** Mean and Cholesky factor of weighted points. */
function normalOf(points, weights) {
  const size = points[0].length;
  const mean = new Array(size).fill(0);
  const products = Array.from({ length: size }, () => new Float64Array(size));
  points.forEach((z, k) => {
    for (let i = 0; i < size; i += 1) {
      mean[i] += weights[k] * z[i];
      for (let j = 0; j <= i; j += 1) products[i][j] += weights[k] * z[i] * z[j];
    }
  });
  const factor = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = WIDER * (products[i][j] - mean[i] * mean[j]) + (i === j ? 0.02 : 0);
      for (let k = 0; k < j; k += 1) sum -= factor[i][k] * factor[j][k];
      factor[i][j] = i === j ? Math.sqrt(Math.max(1e-6, sum)) : sum / factor[j][j];
    }
  }
  return { mean, factor };
}

/** The proposal is wider than the posterior, so that no weight is huge. */
const WIDER = 1.3;

function weightsOf(logs) {
  const peak = Math.max(...logs);
  const weights = logs.map((value) => Math.exp(value - peak));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

const logDeterminant = (factor) => factor.reduce((sum, row, i) => sum + Math.log(row[i]), 0);

/** Weighted candidates: three rounds, each proposing from what the round before found. */
function posteriorOf(rng, logLikelihood, particles) {
  let points = Array.from({ length: particles }, () => Array.from({ length: LATENTS }, () => rng.normal()));
  let weights = weightsOf(points.map((z) => 0.5 * logLikelihood(z))); // tempered: a first look keeps many points
  let logEvidence = 0;
  for (let round = 0; round < 2; round += 1) {
    const { mean, factor } = normalOf(points, weights);
    const deviates = points.map(() => mean.map(() => rng.normal()));
    points = deviates.map((e) => {
      const z = [...mean];
      for (let i = 0; i < z.length; i += 1) for (let j = 0; j <= i; j += 1) z[i] += factor[i][j] * e[j];
      return z;
    });
    const logs = points.map((z, k) => logLikelihood(z) + prior(z) - prior(deviates[k]));
    weights = weightsOf(logs);
    logEvidence = logSumExp(logs) + logDeterminant(factor);
  }
  return { points, weights, logEvidence };
}

function chanceFrom({ points, weights }, person, margin) {
  const { schedule, idleAtExam } = person;
  return points.reduce((sum, z, k) => {
    const candidate = candidateOf(z);
    const thetas = DOMAINS.map((_, d) => abilityAt(candidate, d, learnedBy(schedule, schedule.examDay), idleAtExam[d]));
    return sum + weights[k] * margin(thetas, candidate.trait);
  }, 0);
}

const logSumExp = (values) => {
  const peak = Math.max(...values);
  return peak + Math.log(values.reduce((sum, value) => sum + Math.exp(value - peak), 0));
};

/** Knows the process of the world and the ratings; neither the errors of the ratings nor the shift of the bank. */
export function ratingsOracle(person, margin, seed, particles = PARTICLES) {
  const tables = person.answers.map(({ item }) => averagedFor(item));
  const given = WORLD.bankShifts.map((shift) => logLikelihoodOf(person, tables, shift));
  // The shift takes one of a few values, each as likely: a mixture, the last latent number unused.
  const byShift = given.map((logLikelihood, k) => {
    const rng = seededRng(`${seed}:shift-${k}`);
    const posterior = posteriorOf(rng, logLikelihood, particles);
    return { chance: chanceFrom(posterior, person, margin), evidence: posterior.logEvidence };
  });
  const total = logSumExp(byShift.map(({ evidence }) => evidence));
  return byShift.reduce((sum, { chance, evidence }) => sum + Math.exp(evidence - total) * chance, 0);
}

/** Knows each question's true curve and the shift of the bank as well. */
export function allKnowingOracle(person, margin, seed, particles = PARTICLES) {
  const tables = person.answers.map(({ item }) => exactFor(item));
  const posterior = posteriorOf(seededRng(`${seed}:all`), logLikelihoodOf(person, tables, 0), particles);
  return chanceFrom(posterior, person, margin);
}
