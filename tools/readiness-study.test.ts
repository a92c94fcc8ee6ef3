import { reliability } from '@cairn/psychometrics';
import { describe, expect, it } from 'vitest';
import { simulateCohort } from './studies/readiness/cohort.mjs';
import { allKnowingOracle, officialMargin, ratingsOracle } from './studies/readiness/oracle.mjs';
import { DATA_SETS, predictHalves } from './studies/readiness/real-answers.mjs';
import { report } from './studies/readiness/report.mjs';
import { fitRules } from './studies/readiness/rules.mjs';

/** The studies of `npm run study`, small; a seed of their own. */
const SEED = 'check';

type Judged = { readonly passed: boolean };

function scoreOf<T extends Judged>(people: readonly T[], of: (person: T) => number) {
  const scored = reliability(
    people.map((person) => ({ probability: of(person), passed: person.passed })),
    { bins: 5 },
  );
  if (scored.kind !== 'scored') throw new Error('nobody was simulated');
  return scored;
}

describe('readiness of simulated candidates', () => {
  const { people, official } = simulateCohort(SEED, 600);
  const own = ({ probability }: (typeof people)[number]) => probability;

  it('is what comes, and beats the rules that people go by', () => {
    const rules = fitRules(simulateCohort(`${SEED}:rules`, 400).people);
    const readiness = scoreOf(people, own);

    expect(readiness.calibrationError).toBeLessThan(0.06); // of 600, chance alone makes 0.03
    for (const name of ['80 % once', '80 % twice', 'always the pass rate']) {
      expect(readiness.brier).toBeLessThan(0.85 * scoreOf(people, rules[name]).brier);
    }
  });

  it('is what the makers of the world would say, give or take, from the same answers', () => {
    const margin = officialMargin(official.map((items: readonly unknown[]) => items.slice(0, 60)));
    const some = people.filter((_, i) => i % 60 === 0);
    const oracles = some.map((person, i) => ratingsOracle(person, margin, `${SEED}:${i}`, 500));
    const knowing = some.map((person, i) => allKnowingOracle(person, margin, `${SEED}:${i}`, 500));
    const distance = (chances: readonly number[]) =>
      Math.sqrt(some.reduce((sum, person, i) => sum + (own(person) - (chances[i] ?? 0)) ** 2, 0) / some.length);

    expect(distance(oracles)).toBeLessThan(0.15);
    expect(distance(oracles)).toBeLessThan(distance(knowing)); // nobody here knows what that one does
  });

  it('comes out the same from the same seed', () => {
    const again = simulateCohort(SEED, 5).people.map(own);

    expect(again).toEqual(people.slice(0, 5).map(own));
  });
});

describe('readiness of real people on the other half of the items', () => {
  it.each(DATA_SETS)('is what comes, and says more than the pass rate: $name', (dataSet) => {
    const answers = predictHalves(dataSet, { seed: SEED, rounds: 3, prior: 'population' });
    const { brier, parts, calibrationError } = scoreOf(answers, ({ probability }) => probability);

    expect(brier).toBeLessThan(0.8 * parts.uncertainty);
    expect(calibrationError).toBeLessThan(0.08);
  });
});

describe('the page with the results', () => {
  it('is refused without the marks between which they go', () => {
    expect(() => report('no marks', { studies: [] })).toThrow('docs/readiness.md lacks');
  });
});
