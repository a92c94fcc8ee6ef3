import { type Rng, seededRng } from '@cairn/kernel';
import { cellReader, type Generator, logistic, number, readOptions, rowOf, text } from './generator.ts';
import { type Cell, type Row, rounded } from './table.ts';

const CONTRACTS = ['monthly', 'one-year', 'two-year'] as const;

const columns = [
  text('customer_id', 'Unique.'),
  number('tenure_months', 'Months as a customer.', 'months'),
  number('monthly_charge', 'Monthly bill.', 'USD'),
  number('data_gb', 'Mobile data used a month.', 'GB'),
  number('support_calls', 'Calls to the help desk in six months.'),
  number('late_payments', 'Payments late in a year.'),
  text('contract', CONTRACTS.join(', ')),
  number('contract_code', 'The contract as a number, 0 to 2 in the order above.'),
  number('postcode_area', 'Area 0 to 9. Areas 7 to 9 are mostly home to people of 60 and over: a proxy.'),
  number('is_senior', '1: 60 years or older. The sensitive attribute.'),
  number('churned', '1: left within three months. About 1 in 5.'),
];

const options = [
  {
    name: 'labelBias',
    about: 'Chance that a senior who stayed is recorded as churned.',
    fallback: 0,
    least: 0,
    most: 0.5,
  },
  { name: 'seniorShare', about: 'Share of customers of 60 and over.', fallback: 0.25, least: 0.01, most: 0.9 },
];

const cell = cellReader(columns);

/** Age has no say: whoever finds that it has, found a bias of the records. */
function logitOf(row: Row): number {
  const contract = [0.9, -0.6, -1.8][cell(row, 'contract_code')] ?? 0;
  const calls = cell(row, 'support_calls');
  const isNewAndDear = cell(row, 'tenure_months') < 12 && cell(row, 'monthly_charge') > 70 ? 1.6 : 0;
  const patience = calls >= 4 ? 1.9 : 0.15 * calls;
  return (
    -2.15 + contract + isNewAndDear + patience + 0.35 * cell(row, 'late_payments') - 0.015 * cell(row, 'tenure_months')
  );
}

/** How many of a rare thing: a Poisson draw by multiplication (Knuth). */
function rareCount(rng: Rng, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = rng.next(); product > floor; product *= rng.next()) count += 1;
  return count;
}

function customer(rng: Rng, index: number, { labelBias = 0, seniorShare = 0 }: Readonly<Record<string, number>>): Row {
  const isSenior = rng.next() < seniorShare ? 1 : 0;
  const draw = rng.next();
  const code = draw < 0.5 ? 0 : draw < 0.8 ? 1 : 2;
  const cells: Record<string, Cell> = {
    customer_id: `k${String(index + 1).padStart(6, '0')}`,
    tenure_months: Math.min(96, Math.floor(-26 * Math.log(1 - rng.next()))),
    monthly_charge: rounded(Math.min(160, Math.max(12, 62 + 22 * rng.normal() - 4 * code)), 2),
    data_gb: rounded(Math.exp(2 - 0.7 * isSenior + 0.6 * rng.normal()), 1),
    support_calls: rareCount(rng, 1.4),
    late_payments: rareCount(rng, 0.6),
    contract: CONTRACTS[code] ?? 'monthly',
    contract_code: code,
    postcode_area: isSenior && rng.next() < 0.7 ? 7 + rng.below(3) : rng.below(10),
    is_senior: isSenior,
  };
  const hasLeft = rng.next() < logistic(logitOf(rowOf(columns, cells)));
  const isMisrecorded = isSenior === 1 && rng.next() < labelBias;
  return rowOf(columns, { ...cells, churned: hasLeft || isMisrecorded ? 1 : 0 });
}

export const churn: Generator = {
  name: 'churn',
  about: 'Customers of a phone company and who left, with a sensitive group that the truth does not depend on.',
  columns,
  options,
  learnable:
    'Contract, calls to the help desk and new customers with high bills decide; age does not. The best possible AUC ' +
    'is about 0.80. With labelBias the records say that seniors leave more, and postcode_area carries that ' +
    'on even without is_senior.',
  generate({ seed, rows, options: given }) {
    const read = readOptions(options, given);
    const rng = seededRng(`churn:${seed}`);
    return Array.from({ length: rows }, (_, index) => customer(rng, index, read));
  },
  best: (row) => logistic(logitOf(row)),
};
