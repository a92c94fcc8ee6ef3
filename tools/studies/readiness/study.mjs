import { readFileSync, writeFileSync } from 'node:fs';
import { reliability, wilsonInterval } from '@cairn/psychometrics';
import { simulateCohort } from './cohort.mjs';
import { calibrationFigure, scoreFigure } from './figures.mjs';
import { allKnowingOracle, officialMargin, ratingsOracle } from './oracle.mjs';
import { DATA_SETS, predictHalves } from './real-answers.mjs';
import { report } from './report.mjs';
import { fitRules } from './rules.mjs';

/** Seeds of the reported numbers; the model's constants were fixed on others (`tuning-…`) before these were used. */
const SEEDS = { simulated: 'study-1', training: 'study-1-rules', real: 'study-1-real' };
const COUNTS = { candidates: 6000, training: 3000, withOracles: 3000, rounds: 100 };

const ROOT = new URL('../../../', import.meta.url);
const round = (value, digits = 4) => Number(value.toFixed(digits));
const clamp = (value) => Math.min(1, Math.max(0, value));

/** @param eachSeen how often one person appears: intervals count persons, not appearances */
function summaryOf(predictions, eachSeen = 1) {
  const { count, passRate, brier, parts, logLoss, calibrationError, bins } = reliability(predictions);
  return {
    count,
    passRate: round(passRate),
    brier: round(brier),
    parts: Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, round(value)])),
    logLoss: round(logLoss),
    calibrationError: round(calibrationError),
    bins: bins.map((bin) => {
      const persons = bin.count / eachSeen;
      const { low, high } = wilsonInterval(bin.observed.estimate * persons, persons);
      const [predicted, observed] = [bin.predicted, bin.observed.estimate];
      return {
        count: bin.count,
        ...Object.fromEntries(Object.entries({ predicted, observed, low, high }).map(([k, v]) => [k, round(v)])),
      };
    }),
  };
}

const predicted = (people, of) => people.map((person) => ({ probability: clamp(of(person)), passed: person.passed }));
const brierOf = (people, of) => round(reliability(predicted(people, of)).brier);
const own = ({ probability }) => probability;

function comparedWithRules(people) {
  const rules = fitRules(simulateCohort(SEEDS.training, COUNTS.training).people);
  return Object.entries(rules).map(([name, of]) => ({ name, brier: brierOf(people, of) }));
}

function comparedWithOracles(people, official) {
  const margin = officialMargin(official);
  const some = people.slice(0, COUNTS.withOracles).map((person, i) => ({
    ...person,
    ratings: ratingsOracle(person, margin, `${SEEDS.simulated}:${i}`),
    all: allKnowingOracle(person, margin, `${SEEDS.simulated}:${i}`),
  }));
  return {
    candidates: some.length,
    readiness: brierOf(some, own),
    sameEvidence: brierOf(some, (person) => person.ratings),
    allKnowing: brierOf(some, (person) => person.all),
  };
}

function groupsOf(people) {
  const group = (name, keep) => {
    const { count, passRate, brier, calibrationError } = summaryOf(people.filter(keep));
    return { name, count, passRate, brier, calibrationError };
  };
  return [
    group('enough evidence', ({ status }) => status === 'enough'),
    group('not enough evidence (not shown to learners)', ({ status }) => status !== 'enough'),
    group('bank rated 0.4 logits too hard', ({ bank }) => bank.shift < 0),
    group('bank rated right', ({ bank }) => bank.shift === 0),
    group('bank rated 0.4 logits too easy', ({ bank }) => bank.shift > 0),
    group('studied to the exam', ({ schedule }) => schedule.studiesOn),
    group('idle for 7 to 30 days before it', ({ schedule }) => !schedule.studiesOn),
  ];
}

function simulatedStudy() {
  const { people, official } = simulateCohort(SEEDS.simulated, COUNTS.candidates);
  return {
    id: 'simulated-candidates',
    title: 'Simulated candidates',
    about:
      'Learning, forgetting, guessing, slips, a second trait, question errors of 0.4 logits and banks off by up to 0.4.',
    seed: SEEDS.simulated,
    ...summaryOf(predicted(people, own)),
    compared: comparedWithRules(people),
    best: comparedWithOracles(people, official),
    groups: groupsOf(people),
  };
}

function realStudy(dataSet) {
  const setting = { seed: SEEDS.real, rounds: COUNTS.rounds };
  const answers = predictHalves(dataSet, { ...setting, prior: 'population' });
  const stranger = predictHalves(dataSet, { ...setting, prior: 'product' });
  const persons = new Set(answers.map(({ person }) => person)).size;
  const { brier, calibrationError } = summaryOf(predicted(stranger, own));
  return {
    id: dataSet.file.replace('.csv', ''),
    title: dataSet.name,
    about: 'Real answers: half of the items predict whether the cut of the other half is reached.',
    seed: SEEDS.real,
    ...summaryOf(predicted(answers, own), answers.length / persons),
    compared: [
      { name: 'readiness with the prior for strangers', brier },
      { name: 'always the pass rate', brier: round(reliability(answers).parts.uncertainty) },
    ],
    strangerCalibrationError: calibrationError,
  };
}

function writeFigures([simulated, ...real]) {
  const { best, compared } = simulated;
  const write = (name, svg) => writeFileSync(new URL(`docs/images/readiness-${name}.svg`, ROOT), svg);
  write(
    'simulated',
    calibrationFigure('Readiness of simulated candidates', [{ name: `${simulated.count} candidates`, ...simulated }]),
  );
  write(
    'real',
    calibrationFigure(
      'Real answers, split in half',
      real.map((one) => ({ name: one.title, ...one })),
    ),
  );
  write(
    'scores',
    scoreFigure('Who forecasts best? Simulated candidates', [
      { name: `best possible, same evidence (${best.candidates})`, brier: best.sameEvidence, mark: 'b' },
      { name: 'readiness', brier: simulated.brier, mark: 'a' },
      ...compared,
    ]),
  );
}

/** Runs both studies and writes what they found: the JSON that the app shows, the figures, the tables of the page. */
export function readinessStudy({ date = new Date().toISOString().slice(0, 10), log = () => {} } = {}) {
  log('simulated candidates');
  const simulated = simulatedStudy();
  log('real answers');
  const studies = [simulated, ...DATA_SETS.map(realStudy)];
  const validation = { schema: 'readiness-validation/1', date, settings: COUNTS, studies };
  writeFileSync(
    new URL('packages/psychometrics/src/readiness/validation.json', ROOT),
    `${JSON.stringify(validation, undefined, 2)}\n`,
  );
  writeFigures(studies);
  const page = new URL('docs/readiness.md', ROOT);
  writeFileSync(page, report(readFileSync(page, 'utf8'), validation));
  return validation;
}
