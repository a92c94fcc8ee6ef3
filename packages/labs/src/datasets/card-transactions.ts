import { type Rng, seededRng } from '@cairn/kernel';
import { cellReader, type Generator, logistic, number, readOptions, rowOf, text } from './generator.ts';
import { type Cell, type Row, rounded } from './table.ts';

const CATEGORIES = ['grocery', 'fuel', 'restaurant', 'travel', 'electronics', 'gaming', 'online-retail'] as const;
/** Typical amount in USD and share of the payments, by category. */
const TYPICAL = [42, 38, 31, 240, 160, 24, 65];
const SHARES = [0.3, 0.14, 0.2, 0.05, 0.07, 0.06, 0.18];

const columns = [
  text('transaction_id', 'Unique, in order of time.'),
  text('card_id', 'One of 500 cards; a good partition key.'),
  text('timestamp', 'ISO 8601, UTC; a payment about every 30 seconds from 1 September 2026.'),
  number('hour', 'Hour of the day at the cardholder.', '0–23'),
  number('amount', 'Amount of the payment.', 'USD'),
  number('amount_ratio', "Amount by the card's usual amount in the category.", '1'),
  text('merchant_category', CATEGORIES.join(', ')),
  number('category_code', 'The category as a number, 0 to 6 in the order above.'),
  number('distance_km', "From the cardholder's home.", 'km'),
  number('new_device', '1: the device was never seen with this card.'),
  number('transactions_last_hour', 'Payments of this card in the hour before.'),
  number('is_fraud', '1: reported as fraud later. About 1 in 100.'),
];

const options = [
  {
    name: 'driftAt',
    about: 'Share of the rows after which behaviour shifts; 1: never.',
    fallback: 1,
    least: 0,
    most: 1,
  },
  { name: 'driftStrength', about: 'How far it shifts.', fallback: 1, least: 0, most: 1 },
];

const START = Date.UTC(2026, 8, 1);
const CARDS = 500;
const cell = cellReader(columns);

function pick(rng: Rng, shares: readonly number[]): number {
  let left = rng.next() * shares.reduce((sum, share) => sum + share, 0);
  const index = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return index === -1 ? shares.length - 1 : index;
}

/** Cardholders move to online shops and spend more when behaviour shifts by `shift` (0 to 1). */
function payment(rng: Rng, shift: number) {
  const shares = SHARES.map((share, index) => (index >= 5 ? share * (1 + 2.5 * shift) : share));
  const code = pick(rng, shares);
  const ratio = Math.exp(0.55 * rng.normal() + 0.35 * shift);
  const isOnline = code >= 5;
  const isBurst = rng.next() < 0.03;
  return {
    code,
    hour: Math.floor((14 + 5 * rng.normal() + 48) % 24),
    amount: Math.max(0.5, (TYPICAL[code] ?? 0) * ratio * (rng.next() < (isBurst ? 0.3 : 0.01) ? 0.04 : 1)),
    ratio,
    distance: rng.next() < 0.08 + 0.1 * shift ? Math.exp(5.5 + rng.normal()) : Math.exp(1.5 + rng.normal()),
    newDevice: rng.next() < (isOnline ? 0.12 : 0.03) + 0.1 * shift ? 1 : 0,
    lastHour: isBurst ? 3 + rng.below(6) : rng.below(3),
  };
}

/** Log-odds of fraud: interactions that no linear model of the raw columns can follow. */
function logitOf(row: Row, shift: number): number {
  const isNight = cell(row, 'hour') < 6 ? 1 : 0;
  const isFar = cell(row, 'distance_km') > 200 ? 1 : 0;
  const isLarge = cell(row, 'amount_ratio') > 2.2 ? 1 : 0;
  const isBurst = cell(row, 'transactions_last_hour') >= 4 ? 1 : 0;
  const isTiny = cell(row, 'amount') < 3 ? 1 : 0;
  const isNew = cell(row, 'new_device');
  const isOnline = cell(row, 'category_code') >= 5 ? 1 : 0;
  const isDear = cell(row, 'category_code') >= 4 ? 1 : 0;
  const before = 7.2 * isNew * isFar + 6.3 * isNight * isLarge + 7 * isBurst * isTiny + 6.2 * isBurst * isOnline;
  // After the shift thieves know the device and stay near: what gave them away before no longer does.
  const after = 2.2 * isNew * isFar + 5.2 * isDear * isLarge * (1 - isNew) + 5.4 * isBurst * isDear;
  return -7.5 + (1 - shift) * before + shift * after + 1.1 * isNew + 0.6 * isNight;
}

function shiftAt(
  index: number,
  rows: number,
  { driftAt = 1, driftStrength = 1 }: Readonly<Record<string, number>>,
): number {
  return index >= driftAt * rows ? driftStrength : 0;
}

function transaction(rng: Rng, index: number, at: number, shift: number): Row {
  const { code, hour, amount, ratio, distance, newDevice, lastHour } = payment(rng, shift);
  const cells: Record<string, Cell> = {
    transaction_id: `t${String(index + 1).padStart(7, '0')}`,
    card_id: `c${String(rng.below(CARDS)).padStart(3, '0')}`,
    timestamp: new Date(at).toISOString().replace('.000', ''),
    hour,
    amount: rounded(amount, 2),
    amount_ratio: rounded(ratio, 3),
    merchant_category: CATEGORIES[code] ?? 'grocery',
    category_code: code,
    distance_km: rounded(distance, 1),
    new_device: newDevice,
    transactions_last_hour: lastHour,
  };
  const isFraud = rng.next() < logistic(logitOf(rowOf(columns, cells), shift)) ? 1 : 0;
  return rowOf(columns, { ...cells, is_fraud: isFraud });
}

export const cardTransactions: Generator = {
  name: 'card-transactions',
  about: 'A stream of card payments, about 1 in 100 fraudulent.',
  columns,
  options,
  learnable:
    'Fraud lies in interactions: a new device far from home, large payments at night, bursts of tiny or of online ' +
    'payments. The best possible AUC is about 0.97 and average precision about 0.66; a model of the time before ' +
    'the shift falls to 0.60 and 0.06 after it. Accuracy is 0.99 for a model that never says fraud.',
  generate({ seed, rows, options: given }) {
    const read = readOptions(options, given);
    const rng = seededRng(`card-transactions:${seed}`);
    let at = START;
    return Array.from({ length: rows }, (_, index) => {
      at += 1000 * Math.max(1, Math.round(-30 * Math.log(1 - rng.next())));
      return transaction(rng, index, at, shiftAt(index, rows, read));
    });
  },
  best: (row) => logistic(logitOf(row, 0)),
};
