export { type Ability, eapAbility, momentsOf, posterior, probabilityAbove, quantile, type Score } from './eap.ts';
export { type GridPoint, normalGrid } from './grid.ts';
export {
  type CalibratedItem,
  type CategoryCurve,
  categoryCurve,
  type DichotomousItem,
  expectedScore,
  type GradedItem,
  itemInformation,
  maximumScore,
  type PartialCreditItem,
  testInformation,
} from './items/calibrated-item.ts';
export { difficultyOfAngoff, type ItemParameters, successProbability } from './items/item-parameters.ts';
export { DEVIATE_80, type ProportionInterval, wilsonInterval } from './proportion.ts';
export { NOT_PRESENTED, type Responses, responsesOf } from './responses/responses.ts';
