import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../prepare.mjs';
import { percentile } from './program.mjs';

const load = (path) => import(pathToFileURL(join(ROOT, path, 'dist', 'index.js')).href);

const PERSONS = 4000;
const LIMIT = 0.25;

/** Measured on 2026-11-21 on the same kind of bank: 1,000 items 2PL, stop at a standard error of 0.3, no control. */
const PEERS = {
  items: 'jsCAT 18.2, catsim 19.1, catR 17.0, catirt-js 18.4, mirtCAT 17.1',
  rmse: 'jsCAT 0.266, catsim 0.293, catR 0.289, catirt-js 0.297, mirtCAT 0.277',
  ms: 'jsCAT 23.5, catsim 1.60, catR 8.3, catirt-js 2.00, mirtCAT 7.0',
};

/** Items to the same precision for somebody who knew the ability: no way of choosing can do with fewer on this bank. */
function itemsWithOracle({ itemInformation }, calibrations, abilities, standardError) {
  const lengths = abilities.map((theta) => {
    const best = calibrations.map((item) => itemInformation(theta, item)).sort((x, y) => y - x);
    let information = 1; // the prior
    let items = 0;
    while (information < 1 / standardError ** 2 && items < 60) {
      information += best[items];
      items += 1;
    }
    return items;
  });
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

/** Milliseconds of each step, selecting and scoring and saying why, while one sitting after the other is replayed. */
function stepTimes({ nextStep, simulateSitting }, test, abilities) {
  const times = [];
  abilities.forEach((ability, seed) => {
    const { answers } = simulateSitting(test, ability, seed);
    for (let length = 0; length <= answers.length; length += 1) {
      const begun = performance.now();
      nextStep(test, { seed, answers: answers.slice(0, length) });
      times.push(performance.now() - begun);
    }
  });
  return times.slice(Math.floor(times.length / 4));
}

function rows(name, { meanItems, rmse, exposure }, ms, peers) {
  const beside = (figure) => (peers ? ` (${peers[figure]})` : '');
  return [
    { name: `${name}: items${beside('items')}`, value: meanItems, limit: 17, unit: 'items' },
    { name: `${name}: RMSE${beside('rmse')}`, value: rmse, limit: 0.28, unit: 'logits' },
    { name: `${name}: select, score and explain, median${beside('ms')}`, value: ms, limit: 0.1, unit: 'ms' },
    { name: `${name}: largest exposure`, value: 100 * exposure.maximum, limit: 100 * LIMIT, unit: '%' },
  ];
}

/** The adaptive test on the bank of the peers, without and with exposure control. */
export async function benchAdaptive() {
  const psychometrics = await load('packages/psychometrics');
  const { seededRng } = await load('packages/kernel');
  const { calibrateExposure, getPreparedTest, normalAbilities, normalGrid, simulateAdaptive, simulatedBank } =
    psychometrics;
  const calibrations = simulatedBank(1000, seededRng('bank'));
  const items = calibrations.map((calibration, j) => ({ id: `i${j}`, calibration, domain: 'all' }));
  const stopping = { minimumItems: 1, maximumItems: 60, standardError: 0.3 };
  const definition = { items, prior: normalGrid(), stopping };
  const abilities = normalAbilities(PERSONS, seededRng('persons'));
  const measure = (test) => ({
    report: simulateAdaptive(test, { abilities, rng: seededRng('sittings'), limit: LIMIT }),
    ms: percentile(stepTimes(psychometrics, test, abilities.slice(0, 100)), 0.5),
  });
  const open = measure(getPreparedTest(definition));
  const aim = { limit: 0.86 * LIMIT, persons: 2000, rounds: 3, rng: seededRng('exposure') };
  const limited = measure(getPreparedTest({ ...definition, exposure: calibrateExposure(definition, aim) }));
  const oracle = itemsWithOracle(psychometrics, calibrations, abilities.slice(0, 500), stopping.standardError);
  return [
    { name: 'adaptive, ability known beforehand: items, a lower bound', value: oracle, limit: 17, unit: 'items' },
    ...rows('adaptive', open.report, open.ms, PEERS),
    ...rows('adaptive under exposure control', limited.report, limited.ms),
  ];
}
