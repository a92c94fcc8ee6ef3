import { seededRng } from '@cairn/kernel';
import { cellReader, type Generator, number, readOptions, rowOf } from './generator.ts';
import { type Row, rounded } from './table.ts';

const POWERS = [2, 3, 4, 5, 6, 7, 8, 9];
const NOISES = [1, 2, 3, 4, 5];

const columns = [
  number('y', 'The value to predict.'),
  number('x', 'Uniform between -1 and 1.'),
  ...POWERS.map((power) => number(`x${power}`, `x to the power of ${power}.`)),
  ...NOISES.map((index) => number(`noise${index}`, 'Normal and unrelated to y: food for an overfitting model.')),
];

const options = [{ name: 'noise', about: 'Standard deviation of the noise in y.', fallback: 0.3, least: 0, most: 5 }];

const cell = cellReader(columns);

const curve = (x: number): number => 0.4 + 1.2 * x - 2.1 * x ** 2 + 2.6 * x ** 3;

export const polynomial: Generator = {
  name: 'polynomial',
  about: 'A cubic curve with noise, its powers up to nine, and columns that mean nothing.',
  columns,
  options,
  learnable:
    'y = 0.4 + 1.2 x − 2.1 x² + 2.6 x³ + noise. The best possible RMSE is the noise, 0.3 unless told otherwise; a ' +
    'training RMSE below it is overfitting by definition.',
  generate({ seed, rows, options: given }) {
    const { noise = 0 } = readOptions(options, given);
    const rng = seededRng(`polynomial:${seed}`);
    return Array.from({ length: rows }, (): Row => {
      const x = rounded(2 * rng.next() - 1, 4);
      const powers = Object.fromEntries(POWERS.map((power) => [`x${power}`, rounded(x ** power, 6)]));
      const noises = Object.fromEntries(NOISES.map((index) => [`noise${index}`, rounded(rng.normal(), 4)]));
      return rowOf(columns, { y: rounded(curve(x) + noise * rng.normal(), 4), x, ...powers, ...noises });
    });
  },
  best: (row) => curve(cell(row, 'x')),
};
