import type { Table } from '@cairn/learning-algorithms';
import type { Predictor } from '../algorithms/algorithm.ts';

/** The first number of each prediction: a probability, a value, the first of several. */
export function scoresOf(model: Predictor, table: Table): number[] {
  return model.predict(table).map((prediction) => {
    const [first = Number.NaN] = Object.values(prediction);
    return typeof first === 'number' ? first : (first[0] ?? Number.NaN);
  });
}
