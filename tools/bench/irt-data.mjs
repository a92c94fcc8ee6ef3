import { createHash } from 'node:crypto';

/** Simulated answers, the same on every machine: mulberry32 uniforms, Box–Muller normals (two uniforms each). */
function draws(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  const normal = () => {
    const first = uniform();
    const second = uniform();
    return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * second);
  };
  return { uniform, normal };
}

const logistic = (x) => 1 / (1 + Math.exp(-x));

function drawThresholds(model, categories, { normal }) {
  if (categories === 2) return [normal()];
  const middle = 0.7 * normal();
  const thresholds = [];
  for (let k = 1; k < categories; k += 1) thresholds.push(middle + (k - categories / 2) * 0.8 + 0.15 * normal());
  return model === 'grm' ? thresholds.sort((x, y) => x - y) : thresholds;
}

/** In this order for each item: slope (log a ~ N(0, 0.25²)), thresholds, guessing. */
function drawItem(model, categories, random) {
  const a = model === 'rasch' ? 1 : Math.exp(0.25 * random.normal());
  const thresholds = drawThresholds(model, categories, random);
  return { a, thresholds, c: model === '3pl' ? 0.1 + 0.2 * random.uniform() : 0 };
}

function gradedScore({ a, thresholds }, theta, u) {
  let score = 0;
  thresholds.forEach((b, k) => {
    if (u < logistic(a * (theta - b))) score = k + 1;
  });
  return score;
}

function partialCreditScore({ a, thresholds }, theta, u) {
  const exponents = [0];
  for (const b of thresholds) exponents.push(exponents.at(-1) + a * (theta - b));
  const peak = Math.max(...exponents);
  const masses = exponents.map((z) => Math.exp(z - peak));
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  let below = 0;
  for (const [score, mass] of masses.entries()) {
    below += mass / total;
    if (u < below) return score;
  }
  return thresholds.length;
}

function drawScore(model, item, theta, u) {
  if (item.thresholds.length === 1)
    return u < item.c + (1 - item.c) * logistic(item.a * (theta - item.thresholds[0])) ? 1 : 0;
  return model === 'grm' ? gradedScore(item, theta, u) : partialCreditScore(item, theta, u);
}

/** The first `count` of a partial Fisher–Yates shuffle. */
function drawSubset(order, count, { uniform }) {
  for (let j = 0; j < order.length; j += 1) order[j] = j;
  for (let j = 0; j < count; j += 1) {
    const r = j + Math.floor(uniform() * (order.length - j));
    [order[j], order[r]] = [order[r], order[j]];
  }
  return order.subarray(0, count);
}

/**
 * @param answered items a person is shown; all if not given
 * @returns packed answers (persons × items, 255 = not presented), the items behind them, abilities and a digest
 */
export function simulate({ model, persons, items, categories = 2, seed, answered }) {
  const random = draws(seed);
  const bank = Array.from({ length: items }, () => drawItem(model, categories, random));
  const thetas = new Float64Array(persons);
  const scores = new Uint8Array(persons * items).fill(255);
  const order = new Int32Array(items);
  const all = Int32Array.from({ length: items }, (_, j) => j);
  for (let i = 0; i < persons; i += 1) {
    const theta = random.normal();
    thetas[i] = theta;
    const shown = answered ? drawSubset(order, answered, random) : all;
    for (const j of shown) scores[i * items + j] = drawScore(model, bank[j], theta, random.uniform());
  }
  return { responses: { persons, items, scores }, bank, thetas };
}

export const digestOf = ({ scores }) => createHash('sha256').update(scores).digest('hex').slice(0, 16);
