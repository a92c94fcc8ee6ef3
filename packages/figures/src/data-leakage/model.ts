import { type Rng, seededRng } from '@cairn/kernel';

export const SPLITS = ['random', 'customer', 'time', 'both'] as const;
export type SplitBy = (typeof SPLITS)[number];

export const BEGIN = {
  split: 'random' as SplitBy,
  /** How alike the rows of one customer are, beyond what a new customer shares; in [0, 1]. */
  alikeness: 0.5,
  /** How far the pattern turns over the year; in [0, 1], 1 is a quarter turn. */
  change: 0.4,
  /** Whether a column is used that is only filled in after the outcome is known. */
  hasLateColumn: false,
};
export type Setting = typeof BEGIN;

export const CUSTOMERS = 30;
export const MONTHS = 12;
/** After the year, of customers never seen: what the model will meet. */
const FUTURE_CUSTOMERS = 40;
const FUTURE_MONTHS = 3;

export type Row = {
  readonly customer: number;
  readonly month: number;
  readonly features: readonly number[];
  readonly label: 0 | 1;
};

type World = Omit<Setting, 'split'>;

type Place = { readonly customer: number; readonly month: number; readonly isFuture: boolean };

/** Rows of a customer share a profile that says nothing of other customers, and a leaning that goes with it. */
function rowOf(place: Place, world: World, profile: readonly number[], leaning: number, rng: Rng): Row {
  const turn = (world.change * Math.PI * place.month) / (2 * MONTHS);
  const [a, b] = [rng.normal(), rng.normal()];
  const pull = 2.2 * world.alikeness * leaning;
  const label = Math.cos(turn) * a + Math.sin(turn) * b + pull + 0.5 * rng.normal() > 0 ? 1 : 0;
  // Filled in afterwards: it repeats the outcome nine times in ten. On the day of the prediction it is still empty.
  const late = rng.next() < 0.9 ? label : 1 - label;
  const lateColumn = world.hasLateColumn ? [place.isFuture ? 0.5 : late] : [];
  return {
    customer: place.customer,
    month: place.month,
    features: [
      a,
      b,
      ...profile.map((value) => 3 * world.alikeness * value),
      place.month / 4,
      ...lateColumn.map((v) => 3 * v),
    ],
    label,
  };
}

function rowsOf(world: World, count: number, months: readonly number[], isFuture: boolean, rng: Rng): Row[] {
  return Array.from({ length: count }, (_, customer) => {
    const profile = [rng.normal(), rng.normal(), rng.normal()];
    const leaning = rng.normal();
    return months.map((month) => rowOf({ customer, month, isFuture }, world, profile, leaning, rng));
  }).flat();
}

const YEAR: readonly number[] = Array.from({ length: MONTHS }, (_, month) => month);
const AFTER: readonly number[] = Array.from({ length: FUTURE_MONTHS }, (_, month) => MONTHS + month);

export type Part = 'training' | 'validation' | 'test' | 'unused';

/** Where each row of the year goes, by customer and month: about 60, 20 and 20 per cent. */
export function partOf(
  { customer, month }: Pick<Row, 'customer' | 'month'>,
  split: SplitBy,
  order: readonly number[],
): Part {
  const place = order[customer * MONTHS + month] ?? 0;
  const byShare = (share: number): Part => (share < 0.6 ? 'training' : share < 0.8 ? 'validation' : 'test');
  const byCustomer = byShare(customer / CUSTOMERS);
  const byMonth = byShare(month / MONTHS);
  switch (split) {
    case 'random':
      return byShare(place / order.length);
    case 'customer':
      return byCustomer;
    case 'time':
      return byMonth;
    case 'both':
      return byCustomer === byMonth ? byCustomer : 'unused';
  }
}

/** A random place for each cell of the grid; the same for every world, so that only the split differs. */
export const gridOrder = (stream: string): number[] =>
  seededRng(stream).shuffle(Array.from({ length: CUSTOMERS * MONTHS }, (_, cell) => cell));

/** Gives up beyond `limit`: most rows are far away, and how far does not matter. */
const squaredDistance = (a: readonly number[], b: readonly number[], limit: number): number => {
  let sum = 0;
  for (let at = 0; at < a.length && sum < limit; at += 1) sum += ((a[at] ?? 0) - (b[at] ?? 0)) ** 2;
  return sum;
};

type Neighbour = { readonly distance: number; readonly label: number };

/** The `most` nearest rows, nearest first: kept in order while passing over all of them. */
function nearest(training: readonly Row[], features: readonly number[], most: number): Neighbour[] {
  const near: Neighbour[] = [];
  for (const row of training) {
    const limit = near.length < most ? Number.POSITIVE_INFINITY : (near.at(-1)?.distance ?? 0);
    const distance = squaredDistance(row.features, features, limit);
    if (distance >= limit) continue;
    const place = near.findIndex((one) => one.distance > distance);
    near.splice(place === -1 ? near.length : place, 0, { distance, label: row.label });
    if (near.length > most) near.pop();
  }
  return near;
}

/** Share of rows that the k nearest training rows get right by majority, for each k (odd, in rising order). */
export function neighbourAccuracies(training: readonly Row[], asked: readonly Row[], ks: readonly number[]): number[] {
  const right = ks.map(() => 0);
  for (const { features, label } of asked) {
    const near = nearest(training, features, ks.at(-1) ?? 1);
    ks.forEach((k, at) => {
      const votes = near.slice(0, k).reduce((sum, one) => sum + one.label, 0);
      if ((2 * votes > Math.min(k, near.length) ? 1 : 0) === label) right[at] = (right[at] ?? 0) + 1;
    });
  }
  return right.map((count) => count / Math.max(1, asked.length));
}

const NEIGHBOURS: readonly number[] = [1, 3, 7, 15];

export type Scores = { readonly measured: number; readonly actual: number };

/**
 * One year, drawn anew: k chosen on validation, measured on test. Then the model learns from the whole year, as one
 * does before going live, and meets new customers in the months after.
 */
function studyOnce({ split, ...world }: Setting, draw: number): Scores {
  const rng = seededRng(`data-leakage:${draw}`);
  const year = rowsOf(world, CUSTOMERS, YEAR, false, rng);
  const future = rowsOf(world, FUTURE_CUSTOMERS, AFTER, true, rng);
  const order = gridOrder(`split:${draw}`);
  const inPart = (part: Part) => year.filter((row) => partOf(row, split, order) === part);
  const training = inPart('training');
  const onValidation = neighbourAccuracies(training, inPart('validation'), NEIGHBOURS);
  const best = onValidation.reduce((top, one, at) => (one > (onValidation[top] ?? 0) ? at : top), 0);
  const k = [NEIGHBOURS[best] ?? 1];
  const [measured = 0] = neighbourAccuracies(training, inPart('test'), k);
  const [actual = 0] = neighbourAccuracies(year, future, k);
  return { measured, actual };
}

const DRAWS = 20;

/** Mean over several drawn years: a single test set of sixty rows would wander by some per cent. */
export function study(setting: Setting): Scores {
  const all = Array.from({ length: DRAWS }, (_, draw) => studyOnce(setting, draw));
  const mean = (pick: (scores: Scores) => number) => all.reduce((sum, one) => sum + pick(one), 0) / all.length;
  return { measured: mean(({ measured }) => measured), actual: mean(({ actual }) => actual) };
}

export type Leak = 'customers' | 'future' | 'late column';

/** What the test rows give away that the real use will not. */
export function leaksOf({ split, alikeness, change, hasLateColumn }: Setting): Leak[] {
  const sharesCustomers = split === 'random' || split === 'time';
  const sharesMonths = split === 'random' || split === 'customer';
  return [
    ...(sharesCustomers && alikeness > 0 ? (['customers'] as const) : []),
    ...(sharesMonths && change > 0 ? (['future'] as const) : []),
    ...(hasLateColumn ? (['late column'] as const) : []),
  ];
}
