/** What people go by instead: percent correct, "80 % once", "80 % twice". Each becomes a probability on other people. */

const percentOf = (answers) => (100 * answers.filter(({ right }) => right).length) / answers.length;

const sessionsOf = ({ schedule, answers }) =>
  schedule.sessions.map((session, s) => ({ ...session, answers: answers.filter((answer) => answer.session === s) }));

const LEAST_QUESTIONS = 20;
const timesAt80 = (person) =>
  sessionsOf(person).filter(({ answers }) => answers.length >= LEAST_QUESTIONS && percentOf(answers) >= 80).length;

const FEATURES = {
  'percent correct of all answers': ({ answers }) => percentOf(answers),
  'percent correct of the last 50 answers': ({ answers }) => percentOf(answers.slice(-50)),
};
const RULES = {
  '80 % once': (person) => timesAt80(person) >= 1,
  '80 % twice': (person) => timesAt80(person) >= 2,
};

/** Logistic regression on one number, by Newton's method. */
export function fitLogistic(points) {
  const mean = points.reduce((sum, { x }) => sum + x, 0) / points.length;
  let [intercept, slope] = [0, 0];
  const chance = (x) => 1 / (1 + Math.exp(-(intercept + slope * (x - mean))));
  for (let round = 0; round < 30; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const { x, y } of points) {
      const p = chance(x);
      const [error, weight, d] = [y - p, p * (1 - p), x - mean];
      g0 += error;
      g1 += error * d;
      h00 += weight;
      h01 += weight * d;
      h11 += weight * d * d;
    }
    const determinant = h00 * h11 - h01 * h01;
    intercept += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return chance;
}

const passRate = (people) => (people.filter(({ passed }) => passed).length + 1) / (people.length + 2);

/** Each rule as a function from a person to a probability, fitted to `training`. */
export function fitRules(training) {
  const fitted = Object.entries(FEATURES).map(([name, feature]) => {
    const chance = fitLogistic(training.map((person) => ({ x: feature(person), y: Number(person.passed) })));
    return [name, (person) => chance(feature(person))];
  });
  const binary = Object.entries(RULES).map(([name, fires]) => {
    const [yes, no] = [true, false].map((wanted) => passRate(training.filter((person) => fires(person) === wanted)));
    return [name, (person) => (fires(person) ? yes : no)];
  });
  const rate = passRate(training);
  return Object.fromEntries([...fitted, ...binary, ['always the pass rate', () => rate]]);
}
