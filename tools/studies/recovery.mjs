import { simulate } from '../bench/irt-data.mjs';
import { prepare } from '../prepare.mjs';

/**
 * Recovery of item parameters: answers are simulated from known parameters, calibrated, and compared. Prints the table of
 * docs/psychometrics-recovery.md. `npm run study:recovery -- 500` repeats each design 500 times (200 if not said).
 */
const GUESSING = { kind: 'logit-normal', mean: -1.5, sd: 0.5 };
const DESIGNS = [
  { name: 'Rasch', draw: 'rasch', options: { model: 'rasch' }, persons: 500, items: 20 },
  { name: '2PL', draw: '2pl', options: { model: '2pl' }, persons: 1000, items: 20 },
  { name: '2PL, 30 of 60 items each', draw: '2pl', options: { model: '2pl' }, persons: 2000, items: 60, answered: 30 },
  {
    name: '3PL, prior on guessing',
    draw: '3pl',
    options: { model: '3pl', priors: { guessing: GUESSING } },
    persons: 5000,
    items: 30,
  },
  {
    name: 'graded response, 4 categories',
    draw: 'grm',
    options: { model: 'grm' },
    persons: 1000,
    items: 15,
    categories: 4,
  },
  {
    name: 'generalized partial credit, 4 categories',
    draw: 'gpcm',
    options: { model: 'gpcm' },
    persons: 1000,
    items: 15,
    categories: 4,
  },
];
const DEVIATE = 1.959964;

const numbersOf = (item) => (item.kind === 'dichotomous' ? [item.a, item.b, item.c] : [item.a, ...item.thresholds]);
const groupOf = (name) => (name.startsWith('b') ? 'b' : name);

/** Differences from the truth with their standard errors, by parameter: a, b (thresholds together) and c. */
function compare({ bank }, calibrated, errors, out) {
  calibrated.items.forEach(({ item }, j) => {
    const ofItem = errors.items[j];
    if (!item || !ofItem) return;
    const truth = [bank[j].a, ...bank[j].thresholds, bank[j].c];
    ofItem.names.forEach((name, r) => {
      const error = ofItem.standardErrors[r];
      if (error === 0) return;
      const miss = numbersOf(item)[r] - truth[r];
      if (!out.has(groupOf(name))) out.set(groupOf(name), { count: 0, sum: 0, squares: 0, covered: 0, claimed: 0 });
      const sums = out.get(groupOf(name));
      sums.count += 1;
      sums.sum += miss;
      sums.squares += miss * miss;
      sums.covered += Math.abs(miss) < DEVIATE * error ? 1 : 0;
      sums.claimed += error * error;
    });
  });
}

function run(design, repeats) {
  const sums = new Map();
  let failed = 0;
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    const { draw, persons, items, categories, answered } = design;
    const data = simulate({ model: draw, persons, items, categories, answered, seed: 1000 + repeat });
    const calibrated = calibrate(data.responses, design.options);
    const errors = calibrated.outcome === 'calibrated' ? standardErrors(data.responses, calibrated) : undefined;
    if (errors?.outcome === 'computed' && calibrated.isConverged) compare(data, calibrated, errors, sums);
    else failed += 1;
  }
  return { sums, failed };
}

prepare(); // before the package is loaded: it is loaded as it was built
const { calibrate, standardErrors } = await import('@cairn/psychometrics');
const repeats = Number(process.argv[2] ?? 200);
if (!(Number.isInteger(repeats) && repeats > 0)) {
  process.stderr.write(`cairn: "${process.argv[2]}" is no number of repetitions; give a whole number above 0.\n`);
  process.exit(2);
}
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${repeats} repetitions, seeds 1001 to ${1000 + repeats}\n\n`,
);
process.stdout.write(
  '| model | persons × items | parameter | bias | RMSE | standard error claimed | covered by 95 % intervals | not converged |\n',
);
process.stdout.write('|---|---|---|---|---|---|---|---|\n');
for (const design of DESIGNS) {
  const { sums, failed } = run(design, repeats);
  for (const [name, { count, sum, squares, covered, claimed }] of sums) {
    const cells = [
      design.name,
      `${design.persons} × ${design.items}`,
      name,
      (sum / count).toFixed(4).replace(/^-(?=0\.0+$)/, ''),
      Math.sqrt(squares / count).toFixed(4),
      Math.sqrt(claimed / count).toFixed(4),
      `${((100 * covered) / count).toFixed(1)} %`,
      failed,
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}
