import { readFileSync } from 'node:fs';
import { seededRng } from '@cairn/kernel';
import {
  calibrate,
  LEARNER_DEFAULTS,
  learnerModel,
  learnerState,
  readiness,
  responsesOf,
  successProbability,
} from '@cairn/psychometrics';

/**
 * Real people's answers to real items. In each round, a random half of the persons is for calibration; of the others,
 * the answers to a random half of the items predict whether they reach the cut of the other half.
 */
export const DATA_SETS = [
  { name: 'SAT12 (600 persons, 32 items)', file: 'sat12.csv', items: 32, domainOf: () => 1 },
  {
    name: 'Verbal aggression (316 persons, 24 items)',
    file: 'verbal-aggression.csv',
    items: 24,
    domainOf: (item) => (item < 12 ? 1 : 2), // what one wants to do, what one does
  },
];

/** Where the pass line lies, in standard deviations of ability above the mean: easy, middling and hard exams. */
const LINES = [-0.5, 0, 0.5];
const TODAY = 1_800_000_000_000;

export function readRows({ file, items }) {
  const text = readFileSync(new URL(`./data/${file}`, import.meta.url), 'utf8');
  const [, ...lines] = text.trim().split('\n');
  return lines.map((line) => line.split(',').slice(0, items).map(Number));
}

/** Difficulties against the pass line, and how ability is distributed: from the persons for calibration only. */
function calibrateOn(rows, line) {
  const fitted = calibrate(responsesOf(rows), { model: 'rasch' });
  if (fitted.outcome !== 'calibrated') throw new Error(fitted.problems.map(({ message }) => message).join(' '));
  const [{ mean, sd }] = fitted.latent;
  const zero = mean + line * sd;
  // An item that everybody in the half solved has no difficulty; it is left out of both halves.
  const parameters = fitted.items.map(({ item }) =>
    item === undefined ? undefined : { a: 1, b: item.b - zero, c: 0 },
  );
  return { parameters, mean: -line * sd, sd };
}

const PRIORS = {
  population: ({ mean, sd }) => ({ mean, generalSd: 0.9 * sd, domainSd: Math.sqrt(0.19) * sd }),
  product: () => LEARNER_DEFAULTS.prior,
};

function predictOne(row, { evidenceItems, formItems, parameters, model, blueprint, domainOf }) {
  const evidence = evidenceItems.map((i) => ({
    at: TODAY,
    domain: domainOf(i),
    kind: 'item',
    itemId: `item-${i}`,
    credit: row[i],
    parameters: parameters[i],
  }));
  const { probability } = readiness(learnerState(evidence, TODAY, model), blueprint);
  const score = formItems.reduce((sum, i) => sum + row[i], 0);
  const cut = formItems.reduce((sum, i) => sum + successProbability(0, parameters[i]), 0);
  return { probability, passed: score >= cut };
}

function oneRound(rng, rows, dataSet, prior) {
  const { items, domainOf } = dataSet;
  const order = rng.shuffle(rows.map((_, i) => i));
  const half = Math.floor(rows.length / 2);
  const fitted = calibrateOn(
    order.slice(0, half).map((i) => rows[i]),
    LINES[rng.below(LINES.length)],
  );
  const usable = rng.shuffle(Array.from({ length: items }, (_, i) => i)).filter((i) => fitted.parameters[i]);
  const evidenceItems = usable.slice(0, Math.floor(usable.length / 2));
  const formItems = usable.slice(Math.floor(usable.length / 2));
  const domains = [...new Set(usable.map(domainOf))].sort();
  const ofDomain = (domain) => formItems.filter((i) => domainOf(i) === domain);
  const blueprint = {
    scored: formItems.length,
    domains: domains.map((domain) => ({
      domain,
      weight: ofDomain(domain).length,
      pool: ofDomain(domain).map((i) => ({ parameters: fitted.parameters[i] })),
    })),
  };
  const model = learnerModel(domains, { prior: PRIORS[prior](fitted) });
  const setting = { evidenceItems, formItems, parameters: fitted.parameters, model, blueprint, domainOf };
  const tested = order.slice(half);
  return tested.map((i) => ({
    person: i,
    ...predictOne(rows[i], setting),
    percent: percentOf(rows[i], evidenceItems),
  }));
}

const percentOf = (row, items) => (100 * items.reduce((sum, i) => sum + row[i], 0)) / items.length;

/** @param prior `population`: as the calibration half is distributed; `product`: what Cairn assumes of a stranger */
export function predictHalves(dataSet, { seed, rounds, prior }) {
  const rows = readRows(dataSet);
  return Array.from({ length: rounds }, (_, round) =>
    oneRound(seededRng(`${seed}:${dataSet.file}:${round}`), rows, dataSet, prior),
  ).flat();
}
