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

/** A rated question whose error and slope are not known: its chance averaged over both. */
function averagedTable({ rating, c }) {
  const deviates = [-1.9, -1.2, -0.7, -0.25, 0.25, 0.7, 1.2, 1.9];
  const weights = deviates.map((z) => Math.exp((-z * z) / 2));
  const total = weights.reduce((a, b) => a + b, 0) ** 2;
  const core = (rating - c) / (1 - WORLD.slip - c);
  return tableOf((theta) => {
    let sum = 0;
    deviates.forEach((za, i) => {
      const a = Math.exp(WORLD.slopeLogSd * za);
      deviates.forEach((zb, j) => {
        const b = Math.log(1 / core - 1) / a + WORLD.itemErrorSd * zb;
        sum += weights[i] * weights[j] * trueChance({ a, b, c, loading: 0 }, theta, 0);
      });
    });
    return sum / total;
  });
}

const averaged = new Map();
function averagedFor(item) {
  const name = `${item.c}:${item.rating.toFixed(2)}`;
  if (!averaged.has(name)) averaged.set(name, averagedTable({ c: item.c, rating: Number(item.rating.toFixed(2)) }));
  return averaged.get(name);
}

const exact = new WeakMap();
function exactFor(item) {
  if (!exact.has(item)) exact.set(item, tableOf((theta) => trueChance({ ...item, loading: 0 }, theta, 0)));
  return exact.get(item);
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

function logLikelihoodOf(person, tables, shiftOf) {
  const { schedule, answers } = person;
  const groups = new Map();
  answers.forEach(({ session, item, idle, known, right }, i) => {
    const name = `${session}:${item.domain}:${idle}`;
    if (!groups.has(name)) {
      const learned = learnedBy(schedule, schedule.sessions[session].day);
      groups.set(name, { domain: item.domain, learned, idle, answers: [] });
    }
    groups.get(name).answers.push({ table: tables[i], loading: item.loading, known, right });
  });
  return (z) => {
    const candidate = candidateOf(z);
    const shift = shiftOf(z);
    let sum = 0;
    for (const group of groups.values()) {
      const theta = abilityAt(candidate, group.domain, group.learned, group.idle) - shift;
      const plain = cellOf(theta);
      const loaded = cellOf(theta + WORLD.traitLoading * candidate.trait);
      for (const { table, loading, known, right } of group.answers) {
        const cell = loading === 0 ? plain : loaded;
        if (known === 0) sum += right ? table.right[cell] : table.wrong[cell];
        else if (right) sum += Math.log(known + (1 - known) * table.p[cell]);
        else sum += Math.log(1 - known) + table.wrong[cell];
      }
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
function posteriorOf(rng, logLikelihood) {
  let points = Array.from({ length: PARTICLES }, () => Array.from({ length: LATENTS }, () => rng.normal()));
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
    const thetas = DOMAINS.map((_, d) =>
      abilityAt(candidate, d, learnedBy(schedule, schedule.examDay), schedule.studiesOn ? 0 : idleAtExam[d]),
    );
    return sum + weights[k] * margin(thetas, candidate.trait);
  }, 0);
}

const logSumExp = (values) => {
  const peak = Math.max(...values);
  return peak + Math.log(values.reduce((sum, value) => sum + Math.exp(value - peak), 0));
};

/** Knows the process of the world and the ratings; neither the errors of the ratings nor the shift of the bank. */
export function ratingsOracle(person, margin, seed) {
  const tables = person.answers.map(({ item }) => averagedFor(item));
  const given = WORLD.bankShifts.map((shift) => logLikelihoodOf(person, tables, () => shift));
  // The shift takes one of a few values, each as likely: a mixture, the last latent number unused.
  const byShift = given.map((logLikelihood, k) => {
    const rng = seededRng(`${seed}:shift-${k}`);
    const posterior = posteriorOf(rng, logLikelihood);
    return { chance: chanceFrom(posterior, person, margin), evidence: posterior.logEvidence };
  });
  const total = logSumExp(byShift.map(({ evidence }) => evidence));
  return byShift.reduce((sum, { chance, evidence }) => sum + Math.exp(evidence - total) * chance, 0);
}

/** Knows each question's true curve and the shift of the bank as well. */
export function allKnowingOracle(person, margin, seed) {
  const tables = person.answers.map(({ item }) => exactFor(item));
  const posterior = posteriorOf(seededRng(`${seed}:all`), logLikelihoodOf(person, tables, () => 0));
  return chanceFrom(posterior, person, margin);
}
