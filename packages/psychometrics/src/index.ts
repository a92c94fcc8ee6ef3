export { type Ability, eapAbility, momentsOf, posterior, probabilityAbove, quantile, type Score } from './eap.ts';
export { type GridPoint, normalGrid } from './grid.ts';
export { difficultyOfAngoff, type ItemParameters, successProbability } from './item-parameters.ts';
export { DEVIATE_80, type ProportionInterval, wilsonInterval } from './proportion.ts';
