import { decimal, percent } from '../number-words.ts';
import { type Leak, leaksOf, type Scores, type Setting, SPLITS, type SplitBy, study } from './model.ts';

export const TITLE = 'Data leakage: a score that will not come true';

export const SPLIT_NAMES: Record<SplitBy, string> = {
  random: 'Row by row, at random',
  customer: 'By customer',
  time: 'By time',
  both: 'By customer and time',
};

const LEAK_WORDS: Record<Leak, string> = {
  customers: 'customers of the test set stand in the training set, too',
  future: 'the training set knows months that come after the test rows',
  'late column': 'one column is only filled in once the outcome is known',
};

/** Measured and actual this near are called honest: the draws wander by about as much. */
const HONEST = 0.035;

export function sentence(setting: Setting, { measured, actual }: Scores): string {
  const leaks = leaksOf(setting).map((leak) => LEAK_WORDS[leak]);
  const begin = `The test set promises ${percent(measured)} right; new customers in the next months get ${percent(actual)}.`;
  if (measured - actual <= HONEST && measured < actual - HONEST)
    return `${begin} The promise is careful: this split asks for more than the model will meet, and it may learn from the whole year before it goes live.`;
  if (measured - actual <= HONEST)
    return leaks.length === 0
      ? `${begin} The promise holds: the split asks what real use will ask.`
      : `${begin} The promise holds this time, although ${leaks.join(', and ')}.`;
  return leaks.length === 0 ? begin : `${begin} It leaks: ${leaks.join(', and ')}.`;
}

export const rowsOf = (setting: Setting): string[][] =>
  SPLITS.map((split) => {
    const { measured, actual } = study({ ...setting, split });
    return [SPLIT_NAMES[split], percent(measured), percent(actual), decimal(100 * (measured - actual), 0)];
  });

/** @param rows as of `rowsOf`, which trains all the models: once for words and table */
export function inWords(rows: readonly (readonly string[])[]): string {
  const [random, , , both] = rows;
  return `Thirty customers, twelve months, one row each; the model is meant for new customers in the months after. Split row by row at random, the test set promises ${random?.[1] ?? ''}, but in use the model gets ${random?.[2] ?? ''}: it recognised customers from training, and it had seen the months around each test row. Split by customer and time, the test set promises ${both?.[1] ?? ''}, which is what new customers get, within the chance of a draw. A column that is filled in after the outcome makes every split promise too much: only asking when each column is known finds it. Split as the model will be used.`;
}
