/** The tables of docs/readiness.md, between two marks; the text around them is written by hand. */
const BEGIN = '<!-- results: written by npm run study -->';
const END = '<!-- end of results -->';

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const points = (share) => (100 * share).toFixed(1);
const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

function scores({ brier, best, compared }) {
  const excess = (value) => `${value >= brier ? '+' : '−'}${Math.abs(100 * (value / brier - 1)).toFixed(1)} %`;
  return table(
    ['forecaster', 'Brier score', 'against readiness'],
    [
      ['**readiness**', brier.toFixed(4), ''],
      ...compared.map((rule) => [rule.name, rule.brier.toFixed(4), excess(rule.brier)]),
      [`*on ${best.candidates} of them:* readiness`, best.readiness.toFixed(4), ''],
      [
        'best possible from the same answers and ratings',
        best.sameEvidence.toFixed(4),
        `readiness is ${percent(best.readiness / best.sameEvidence - 1)} above it`,
      ],
      [
        'all-knowing: every true difficulty and the error of the bank',
        best.allKnowing.toFixed(4),
        `readiness is ${percent(best.readiness / best.allKnowing - 1)} above it`,
      ],
    ],
  );
}

const groups = (study) =>
  table(
    ['candidates', 'number', 'passed', 'calibration error (points)', 'Brier score'],
    study.groups.map(({ name, count, passRate, calibrationError, brier }) => [
      name,
      count,
      percent(passRate),
      points(calibrationError),
      brier.toFixed(4),
    ]),
  );

const curve = ({ bins }) =>
  table(
    ['predicted', 'passed', '80 % interval', 'predictions'],
    bins.map(({ predicted, observed, low, high, count }) => [
      percent(predicted),
      percent(observed),
      `${percent(low)} to ${percent(high)}`,
      count,
    ]),
  );

function simulatedPart(study) {
  return `### Simulated candidates

${study.count} candidates, ${percent(study.passRate)} passed. Calibration error **${points(study.calibrationError)} points**, Brier score ${study.brier.toFixed(4)}, log loss ${study.logLoss.toFixed(4)}.

![Predicted against observed share of passes of simulated candidates](images/readiness-simulated.svg)

${curve(study)}

![Brier scores of readiness and of the rules people go by](images/readiness-scores.svg)

${scores(study)}

${groups(study)}`;
}

function realPart(study) {
  const [stranger, constant] = study.compared;
  return `**${study.title}.** ${study.count} predictions, ${percent(study.passRate)} passed. Calibration error **${points(study.calibrationError)} points**, Brier score ${study.brier.toFixed(4)} (always the pass rate: ${constant.brier.toFixed(4)}). With Cairn's prior for strangers instead of the distribution of the other half: ${points(study.strangerCalibrationError)} points, ${stranger.brier.toFixed(4)}.

${curve(study)}`;
}

export function report(page, { date, settings, studies: [simulated, ...real] }) {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`docs/readiness.md lacks "${BEGIN}" and "${END}"`);
  const results = `Run on ${date} with seeds \`${simulated.seed}\` and \`${real[0].seed}\`, ${settings.rounds} splits of each real data set; a person comes back in about half of them, and the intervals count persons.

${simulatedPart(simulated)}

### Real answers

![Predicted against observed share of passes on real answers](images/readiness-real.svg)

${real.map(realPart).join('\n\n')}`;
  return `${before}${BEGIN}\n${results}\n${END}${after}`;
}
