import type { ModelName } from '../options.ts';
import { gradedModel } from './graded.ts';
import { threeParameterLogistic } from './guessing-logistic.ts';
import type { ItemModel } from './item-model.ts';
import { twoParameterLogistic } from './logistic.ts';
import { partialCreditModel } from './partial-credit.ts';

/** Models of items that are right or wrong; the others take any number of categories. */
export const isDichotomous = (name: ModelName): boolean =>
  name === 'rasch' || name === '1pl' || name === '2pl' || name === '3pl';

/** Models whose slope is 1, where the spread of ability is estimated instead. */
export const isRaschLike = (name: ModelName): boolean => name === 'rasch' || name === 'pcm';

export function itemModel(name: ModelName, categories: number): ItemModel {
  switch (name) {
    case 'rasch':
    case '1pl':
    case '2pl':
      return twoParameterLogistic;
    case '3pl':
      return threeParameterLogistic;
    case 'grm':
      return gradedModel(categories);
    case 'gpcm':
    case 'pcm':
      return partialCreditModel(categories);
  }
}
