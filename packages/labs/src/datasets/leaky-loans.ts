import { type Rng, seededRng } from '@cairn/kernel';
import { cellReader, type Generator, logistic, number, readOptions, rowOf, text } from './generator.ts';
import { type Cell, type Row, rounded } from './table.ts';

const PURPOSES = ['car', 'home', 'debt', 'business', 'education'] as const;

const columns = [
  text('loan_id', 'Unique.'),
  text('issued_on', 'Day of the loan; the rows are in this order.'),
  number('income', 'Yearly, before tax. Empty in about 1 in 20 rows.', 'USD'),
  number('amount', 'Of the loan.', 'USD'),
  number('term_months', '36 or 60.', 'months'),
  number('debt_to_income', 'Other debts by income.', '1'),
  number('credit_lines', 'Open lines of credit.'),
  number('late_last_year', 'Payments late in the year before.'),
  text('purpose', PURPOSES.join(', ')),
  number('purpose_code', 'The purpose as a number, 0 to 4 in the order above.'),
  number(
    'collection_calls',
    'Calls by the collections desk. Made after a default: not known when the loan is asked for.',
  ),
  number('defaulted', '1: not paid back. About 1 in 6.'),
];

const options = [{ name: 'missing', about: 'Share of rows without an income.', fallback: 0.05, least: 0, most: 0.5 }];

const FIRST_DAY = Date.UTC(2024, 0, 1);
const cell = cellReader(columns);

/** The income that decides is the true one, also where the cell is empty. */
function logitOf(row: Row, income: number): number {
  const burden = (cell(row, 'amount') / cell(row, 'term_months')) * (12 / income);
  const purpose = [-0.2, -0.4, 0.4, 0.7, 0][cell(row, 'purpose_code')] ?? 0;
  return -3.3 + 9 * burden + 3 * cell(row, 'debt_to_income') + 0.7 * cell(row, 'late_last_year') + purpose;
}

function application(
  rng: Rng,
  index: number,
  rows: number,
): { readonly cells: Record<string, Cell>; readonly income: number } {
  const income = Math.round(Math.exp(10.8 + 0.45 * rng.normal()) / 100) * 100;
  const code = rng.below(PURPOSES.length);
  const cells = {
    loan_id: `l${String(index + 1).padStart(6, '0')}`,
    issued_on: new Date(FIRST_DAY + Math.floor((index / rows) * 900) * 86_400_000).toISOString().slice(0, 10),
    income,
    amount: Math.round((1_500 + income * 0.45 * rng.next()) / 50) * 50,
    term_months: rng.next() < 0.65 ? 36 : 60,
    debt_to_income: rounded(Math.min(1.2, Math.exp(-1.6 + 0.6 * rng.normal())), 3),
    credit_lines: 1 + rng.below(12),
    late_last_year: Math.floor(-0.55 * Math.log(1 - rng.next())),
    purpose: PURPOSES[code] ?? 'car',
    purpose_code: code,
  };
  return { cells, income };
}

export const leakyLoans: Generator = {
  name: 'leaky-loans',
  about: 'Loan applications and their outcome, with a column that comes from the future.',
  columns,
  options,
  learnable:
    'The burden of the loan, other debts and late payments decide; the best possible AUC is about 0.71. With ' +
    'collection_calls, which is written after a default, a model shows more than 0.99 and is worthless.',
  generate({ seed, rows, options: given }) {
    const { missing = 0 } = readOptions(options, given);
    const rng = seededRng(`leaky-loans:${seed}`);
    return Array.from({ length: rows }, (_, index) => {
      const { cells, income } = application(rng, index, rows);
      const hasDefaulted = rng.next() < logistic(logitOf(rowOf(columns, cells), income));
      const calls = hasDefaulted ? 1 + rng.below(6) : rng.next() < 0.04 ? 1 : 0;
      const shown = rng.next() < missing ? '' : income;
      return rowOf(columns, { ...cells, income: shown, collection_calls: calls, defaulted: hasDefaulted ? 1 : 0 });
    });
  },
  best: (row) => logistic(logitOf(row, cell(row, 'income') || Math.exp(10.8))),
};
